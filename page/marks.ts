/**
 * The marks themselves: CSS Custom Highlights over static ranges. No element is made, and a static range costs the page
 * nothing when it changes its text (a live one would be adjusted at each change).
 */

/** Names of the highlights; entrypoints/footnotes.content/marks.css gives them their look. */
export const MARK_HIGHLIGHT = 'privacy-footnotes';
export const CURRENT_HIGHLIGHT = 'privacy-footnotes-current';

export class Marks {
  readonly #all = new Highlight();
  readonly #current = new Highlight();

  constructor() {
    this.#current.priority = 1;
  }

  add(range: StaticRange): void {
    if (this.#all.size === 0) CSS.highlights.set(MARK_HIGHLIGHT, this.#all);
    this.#all.add(range);
  }

  remove(range: StaticRange): void {
    this.#all.delete(range);
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
    this.#all.clear();
    this.setCurrent(undefined);
    if (CSS.highlights.get(MARK_HIGHLIGHT) === this.#all) CSS.highlights.delete(MARK_HIGHLIGHT);
  }
}

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
