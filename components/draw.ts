/** Turns components without hooks into a drawing: plain JSON, for a page that has neither Preact nor the components. */
import { type ComponentChild, isValidElement, type VNode } from 'preact';
import { ACTION_ATTRIBUTE, type Drawing, isDrawableAttribute, isDrawableTag } from '../model/drawing';

/** Gives a handler for an action of this name; what it is called with is the action’s argument. */
export type ActionHandler = (name: string) => (argument?: string) => void;

/**
 * Draws one element. A click becomes an attribute: each handler is called once, with nothing, and the action that it takes
 * is written down instead of done.
 * @param view must take its handlers from `action`
 * @throws where something cannot be said in a drawing: hooks, refs, other handlers, attributes or tags that pages do not make
 */
export function draw(view: (action: ActionHandler) => ComponentChild): Drawing {
  const taken: string[] = [];
  const drawings = drawn(
    view((name) => (argument) => void taken.push(wordsOf(name, argument))),
    taken,
  );
  const [drawing] = drawings;
  if (drawing === undefined || drawings.length > 1) throw new Error(`one element is drawn, not ${drawings.length}`);
  return drawing;
}

function drawn(child: unknown, taken: string[]): Drawing[] {
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child === 'string' || typeof child === 'number') return [String(child)];
  if (Array.isArray(child)) return joined(child.flatMap((one) => drawn(one, taken)));
  if (!isValidElement(child)) throw new Error(`${typeof child} cannot be drawn`);
  const { type, props, ref } = child as VNode & { props: Record<string, unknown> };
  if (ref) throw new Error('a ref cannot be drawn');
  if (typeof type !== 'string') {
    if (type.prototype && 'render' in type.prototype) throw new Error(`${type.name} is a class and cannot be drawn`);
    return drawn((type as (props: unknown) => ComponentChild)(props), taken);
  }
  if (!isDrawableTag(type)) throw new Error(`<${type}> cannot be drawn`);
  return [[type, attributesOf(type, props, taken), ...drawn([props.children], taken)]];
}

function attributesOf(tag: string, props: Record<string, unknown>, taken: string[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [prop, value] of Object.entries(props)) {
    if (prop === 'children' || value === null || value === undefined) continue;
    if (prop === 'onClick') {
      attributes[ACTION_ATTRIBUTE] = actionOf(tag, value, taken);
      continue;
    }
    // As HTML has it: `tabIndex` is `tabindex`. SVG’s one name with a capital stays.
    const name = prop === 'viewBox' ? prop : prop.toLowerCase();
    if (!isDrawableAttribute(name) || name === ACTION_ATTRIBUTE) throw new Error(`${prop} of <${tag}> cannot be drawn`);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Error(`${prop} of <${tag}> cannot be drawn: it is no text`);
    attributes[name] = String(value);
  }
  return attributes;
}

function actionOf(tag: string, handler: unknown, taken: string[]): string {
  taken.length = 0;
  if (typeof handler === 'function') handler();
  const [action] = taken;
  if (action === undefined || taken.length > 1) throw new Error(`a click on <${tag}> takes ${taken.length} actions`);
  return action;
}

function wordsOf(name: string, argument: unknown): string {
  if (argument !== undefined && typeof argument !== 'string') throw new Error(`the argument of ${name} is no text`);
  return argument === undefined ? name : `${name} ${argument}`;
}

/** Text beside text is one text. */
function joined(drawings: Drawing[]): Drawing[] {
  const result: Drawing[] = [];
  for (const drawing of drawings) {
    const last = result.at(-1);
    if (typeof drawing === 'string' && typeof last === 'string') result[result.length - 1] = last + drawing;
    else result.push(drawing);
  }
  return result;
}
