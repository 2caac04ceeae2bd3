/**
 * Tells when the pointer rests on a mark or a finger taps one. Costs the page one timer: nothing is looked up while the
 * pointer moves.
 */
import { liveRange } from './marks';
import type { PageMention, PageMentions } from './page-mentions';
import { type Box, isInBox } from './place-card';

/** How long the pointer must rest before a card opens, in milliseconds: longer than passing over, shorter than waiting. */
export const REST_MS = 320;

/** Movement, in CSS pixels, that still counts as resting. */
const STILL = 4;

export interface PointerTarget {
  mention: PageMention;
  /** The box of the line of the mark that was pointed at. */
  anchor: Box;
}

export interface PointerOptions {
  mentions: PageMentions;
  signal: AbortSignal;
  isOwnNode(node: EventTarget | null): boolean;
  onRest(target: PointerTarget): void;
  onTap(target: PointerTarget): void;
  /** Called for each move while a card may be open. */
  onMove(x: number, y: number, inCard: boolean): void;
}

/** Starts watching the pointer until the signal aborts. */
export function watchPointer(options: PointerOptions): void {
  const { signal, mentions, isOwnNode } = options;
  const passive = { signal, passive: true, capture: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [restX, restY] = [Number.NaN, Number.NaN];
  let pressed = false;

  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const rest = () => {
    timer = undefined;
    const target = targetAt(mentions, restX, restY);
    if (target && !hasSelection()) options.onRest(target);
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      const inCard = isOwnNode(event.target);
      options.onMove(event.clientX, event.clientY, inCard);
      if (timer !== undefined && Math.abs(event.clientX - restX) <= STILL && Math.abs(event.clientY - restY) <= STILL)
        return;
      cancel();
      if (inCard || pressed || event.buttons !== 0) return;
      [restX, restY] = [event.clientX, event.clientY];
      timer = setTimeout(rest, REST_MS);
    },
    passive,
  );
  document.addEventListener(
    'pointerdown',
    () => {
      pressed = true;
      cancel();
    },
    passive,
  );
  document.addEventListener(
    'pointerup',
    () => {
      pressed = false;
    },
    passive,
  );
  document.addEventListener(
    'pointercancel',
    () => {
      pressed = false;
      cancel();
    },
    passive,
  );
  document.addEventListener('scroll', cancel, passive);
  document.addEventListener('keydown', cancel, passive);
  document.documentElement.addEventListener('pointerleave', cancel, passive);
  signal.addEventListener('abort', cancel, { once: true });

  // A tap on a link or a control belongs to the page; on plain text it opens the card.
  document.addEventListener(
    'click',
    (event) => {
      if (event.defaultPrevented || event.button !== 0 || isOwnNode(event.target) || hasSelection()) return;
      const path = event.composedPath();
      if (path.some((node) => node instanceof Element && node.matches(CONTROLS))) return;
      const target = targetAt(mentions, event.clientX, event.clientY);
      if (target) options.onTap(target);
    },
    { signal, passive: true },
  );
}

const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, [role=button], [role=link], [onclick], [contenteditable]';

function hasSelection(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed;
}

/** The mark at a place of the viewport, where it is the topmost thing there. */
function targetAt(mentions: PageMentions, x: number, y: number): PointerTarget | undefined {
  const top = deepestElementAt(x, y);
  if (!top) return undefined;
  const root = top.getRootNode();
  const position = document.caretPositionFromPoint(
    x,
    y,
    root instanceof ShadowRoot ? { shadowRoots: shadowRootsAround(root) } : {},
  );
  if (!position) return undefined;
  const mention = mentions.at(position.offsetNode, position.offset);
  if (!mention) return undefined;
  // The caret position is the nearest text; the pointer must be on it, and nothing may lie over it.
  const range = liveRange(mention.range);
  const anchor = range && [...range.getClientRects()].find((rect) => isInBox(x, y, rect, 1));
  const holder = mention.range.startContainer.parentNode;
  if (!anchor || !holder || !(top.contains(holder) || holder.contains(top))) return undefined;
  return { mention, anchor };
}

function deepestElementAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

function shadowRootsAround(root: ShadowRoot): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let at: Node = root; at instanceof ShadowRoot; at = at.host.getRootNode()) roots.push(at);
  return roots;
}
