/**
 * Tells when the pointer comes to rest on a mark, when it has rested there, and when a finger taps one. Costs the page one
 * timer: nothing is looked up while the pointer moves.
 */
import { isOwnNode } from './card-element';
import { liveRange } from './marks';
import type { PageMention, PageMentions } from './page-mentions';
import { type Box, isInBox } from './place-card';

/** How long the pointer must rest before a card opens, in milliseconds: longer than passing over, shorter than waiting. */
const REST_MS = 320;

/** How long it must rest before a card is made ready, in milliseconds: the rest of the wait is for that. */
const SETTLE_MS = 100;

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
  /** Called when the pointer seems to come to rest; {@link onRest} or {@link onLeave} follows. */
  onSettle(target: PointerTarget): void;
  onRest(target: PointerTarget): void;
  /** Called when the pointer did not stay. */
  onLeave(): void;
  onTap(target: PointerTarget): void;
  /** Called for each move while a card may be open. */
  onMove(x: number, y: number, inCard: boolean): void;
}

/** Starts watching the pointer until the signal aborts. */
export function watchPointer(options: PointerOptions): void {
  const { signal, mentions } = options;
  const passive = { signal, passive: true, capture: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [restX, restY] = [0, 0];

  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    options.onLeave();
  };
  const targetHere = () => (hasSelection() ? undefined : targetAt(mentions, restX, restY));
  const settle = () => {
    timer = setTimeout(rest, REST_MS - SETTLE_MS);
    const found = targetHere();
    if (found) options.onSettle(found);
  };
  const rest = () => {
    timer = undefined;
    const found = targetHere();
    if (found) options.onRest(found);
    else options.onLeave();
  };
  const on = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
    document.addEventListener(type, listener, passive);

  on('pointermove', ({ target, pointerType, buttons, clientX: x, clientY: y }) => {
    if (pointerType === 'touch') return;
    const inCard = isOwnNode(target);
    options.onMove(x, y, inCard);
    if (timer !== undefined && Math.abs(x - restX) <= STILL && Math.abs(y - restY) <= STILL) return;
    cancel();
    if (inCard || buttons !== 0) return;
    [restX, restY] = [x, y];
    timer = setTimeout(settle, SETTLE_MS);
  });
  // What was made ready stays: a click may follow.
  on('pointerdown', () => clearTimeout(timer));
  for (const type of ['pointercancel', 'scroll', 'keydown'] as const) on(type, cancel);
  document.documentElement.addEventListener('pointerleave', cancel, passive);
  signal.addEventListener('abort', cancel);

  // A tap on a link or a control belongs to the page; on plain text it opens the card.
  document.addEventListener(
    'click',
    (event) => {
      if (event.defaultPrevented || event.button !== 0 || isOwnNode(event.target) || hasSelection()) return;
      const path = event.composedPath();
      if (path.some((node) => node instanceof Element && node.matches(CONTROLS))) return;
      const found = targetAt(mentions, event.clientX, event.clientY);
      if (found) options.onTap(found);
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
