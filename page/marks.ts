/**
 * The marks themselves: CSS Custom Highlights over static ranges. No element is made, and a static range costs the page
 * nothing when it changes its text (a live one would be adjusted at each change).
 *
 * Whenever a page changes anything, browsers go over all ranges that are registered and paint their text anew. Where marks are many,
 * only those near the view are.
 */
import { NearView } from './near-view';
import { elementOf } from './rendering';

/** Names of the highlights; entrypoints/footnotes.content/marks.css gives them their look. */
export const MARK_HIGHLIGHT = 'privacy-footnotes';
export const CURRENT_HIGHLIGHT = 'privacy-footnotes-current';

/** Up to this many marks are registered wherever they are: to watch where they are would cost as much as it saves. */
const FEW = 100;

export class Marks {
  readonly #all = new Highlight();
  readonly #near = new Highlight();
  readonly #current = new Highlight();
  /** What is in #all, for Firefox lets no content script walk through a Highlight, with the element around each. */
  readonly #holders = new Map<StaticRange, Element>();
  /** The other way round. */
  readonly #held = new Map<Element, Set<StaticRange>>();
  #view: NearView | undefined;
  #registered = this.#all;

  constructor() {
    this.#current.priority = 1;
  }

  add(range: StaticRange): void {
    if (this.#holders.size === 0) CSS.highlights.set(MARK_HIGHLIGHT, this.#registered);
    const holder = holderOf(range);
    this.#holders.set(range, holder);
    const held = this.#held.get(holder);
    if (held) held.add(range);
    else this.#held.set(holder, new Set([range]));
    this.#all.add(range);
    if (this.#view) {
      this.#view.add(holder);
      if (this.#view.near.has(holder)) this.#near.add(range);
    } else if (this.#holders.size > FEW) this.#watchAll();
  }

  remove(range: StaticRange): void {
    const holder = this.#holders.get(range);
    const held = holder && this.#held.get(holder);
    held?.delete(range);
    if (held?.size === 0) this.#held.delete(holder as Element);
    this.#holders.delete(range);
    this.#all.delete(range);
    this.#near.delete(range);
    this.#current.delete(range);
  }

  /** Shows one range as the one whose card is open; none when undefined. */
  setCurrent(range: StaticRange | undefined): void {
    this.#current.clear();
    if (range) this.#current.add(range);
    if (this.#current.size > 0) CSS.highlights.set(CURRENT_HIGHLIGHT, this.#current);
    else if (CSS.highlights.get(CURRENT_HIGHLIGHT) === this.#current) CSS.highlights.delete(CURRENT_HIGHLIGHT);
  }

  /** Takes every mark from the page. Marks of a newer copy of this script stay. */
  clear(): void {
    this.#view?.stop();
    this.#holders.clear();
    this.#held.clear();
    this.#all.clear();
    this.#near.clear();
    this.setCurrent(undefined);
    if (CSS.highlights.get(MARK_HIGHLIGHT) === this.#registered) CSS.highlights.delete(MARK_HIGHLIGHT);
  }

  /** From now on only marks near the view are registered; those that are now stay until it is known where they are. */
  #watchAll(): void {
    this.#view = new NearView(() => this.#follow());
    for (const [range, holder] of this.#holders) {
      this.#view.add(holder);
      this.#near.add(range);
    }
    this.#register(this.#near);
  }

  #follow(): void {
    const { isScrolling, near } = this.#view as NearView;
    if (isScrolling) {
      this.#register(this.#all);
      return;
    }
    this.#near.clear();
    for (const holder of near) for (const range of this.#held.get(holder) ?? []) this.#near.add(range);
    this.#register(this.#near);
  }

  /** Puts one highlight in the place of the other, unless a newer copy of this script has put its own there. */
  #register(highlight: Highlight): void {
    if (highlight === this.#registered || CSS.highlights.get(MARK_HIGHLIGHT) !== this.#registered) return;
    this.#registered = highlight;
    CSS.highlights.set(MARK_HIGHLIGHT, highlight);
  }
}

/** The element around a mark. It is watched, not the block: an inline child of a block may be fixed elsewhere. */
const holderOf = (range: AbstractRange): Element => elementOf(range.startContainer) as Element;

/** A live range at the same place, for measuring and scrolling; undefined where the place is gone. */
export function liveRange(range: AbstractRange): Range | undefined {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return undefined;
  const live = new Range();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return undefined; // The text changed and the new reading has not come yet.
  }
  return live;
}
