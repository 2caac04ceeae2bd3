/** Puts a drawing up on the page. */
import { type CardSlots, type Drawing, isDrawableAttribute, isDrawableTag } from '../model/drawing';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes the children of `place` those that are drawn, one element a step, for whoever wants to give way in between. Elements
 * that are there already are kept where they fit, so that a card that is drawn again keeps its focus and what was unfolded
 * in it. Tags and attributes that are not on the list are left out, and so are addresses that are not of the web.
 */
export function* putUpInSteps(
  place: Element,
  drawings: readonly Drawing[],
  slots: CardSlots = {},
): Generator<void, void> {
  let at: ChildNode | null = place.firstChild;
  for (const drawing of filled(drawings, slots)) {
    const [tag, attributes, ...children] = typeof drawing === 'string' ? ['#text', {}] : drawing;
    const isText = tag === '#text';
    if (!isText && !isDrawableTag(tag)) continue;
    if (at?.nodeName.toLowerCase() !== tag) {
      const { ownerDocument: page, namespaceURI } = place;
      const made = isText ? page.createTextNode('') : page.createElementNS(tag === 'svg' ? SVG : namespaceURI, tag);
      at = place.insertBefore<ChildNode>(made, at);
    }
    if (!isText) {
      dress(at as Element, attributes);
      yield;
      yield* putUpInSteps(at as Element, children, slots);
    } else if (at.nodeValue !== drawing) at.nodeValue = drawing as string;
    at = at.nextSibling;
  }
  while (at) {
    const { nextSibling }: ChildNode = at;
    at.remove();
    at = nextSibling;
  }
}

function filled(drawings: readonly Drawing[], slots: CardSlots): Drawing[] {
  return drawings.flatMap((drawing) => {
    if (typeof drawing === 'string' || drawing[0] !== 'slot') return [drawing];
    const [, { name }, ...children] = drawing;
    const text = slots[name as keyof CardSlots];
    if (!text) return [];
    return children.length > 0 ? filled(children, slots) : [text];
  });
}

function dress(element: Element, attributes: Readonly<Record<string, string>>): void {
  const safe = new Map(Object.entries(attributes).filter(([name, value]) => isSafe(name, value)));
  // `open` is the reader’s: no drawing says it.
  for (const name of element.getAttributeNames()) if (name !== 'open' && !safe.has(name)) element.removeAttribute(name);
  for (const [name, value] of safe) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function isSafe(name: string, value: string): boolean {
  return isDrawableAttribute(name) && (name !== 'href' || /^https?:\/\//i.test(value));
}
