/** Watches what changes on a page until it is read: one observer for the document and its open shadow roots. */
import { ChangedPlaces, type DueChanges, type Place } from './changed-places';
import { isInsideSkipped } from './skip-rules';

export interface PageChangesOptions {
  /** True for a place with marks, which is read at every look. */
  isMarked(place: Place): boolean;
  /** Called when there is something to read. */
  onChange(): void;
}

/** Records that are kept as they come: a callback costs the page least where it does next to nothing, and many are sorted faster than each alone. */
const MOST_RECORDS = 1000;

/** Elements that are looked through in one step for late shadow roots: about a tenth of a millisecond. */
export const STEP_ELEMENTS = 500;

export class PageChanges {
  readonly #onChange: () => void;
  readonly #observer: MutationObserver;
  readonly #resizeObserver: ResizeObserver;
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #places: ChangedPlaces;
  #records: MutationRecord[] = [];
  /** Height of the page when it was last told of, in CSS pixels. */
  #height: number | undefined;

  constructor({ isMarked, onChange }: PageChangesOptions) {
    this.#onChange = onChange;
    this.#places = new ChangedPlaces(isMarked);
    this.#observer = new MutationObserver((records) => this.#keep(records));
    // A late shadow root changes no node that can be observed, but mostly the height of the page.
    this.#resizeObserver = new ResizeObserver(([entry]) => this.#noteHeight(entry?.contentRect.height));
    this.#watch(document);
  }

  /** True where {@link take} would give something, now or later. */
  get isPending(): boolean {
    return this.#records.length > 0 || this.#places.isPending;
  }

  /** Watches the height of the page too, from when it was read first. */
  watchHeight(): void {
    this.#resizeObserver.observe(document.body ?? document.documentElement);
  }

  /** Watches an open shadow root; known ones are left as they are. */
  addShadowRoot(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#watch(root);
  }

  /** Notes a place that is to be read again; the document where late shadow roots are to be looked for. */
  touch(place: Place): void {
    this.#places.touch(place);
    this.#onChange();
  }

  /** Has everything read again, after a reading that failed. */
  touchAll(): void {
    this.#places.touchAll();
  }

  /** Gives what is to be read at `now`, in milliseconds; what changes over and over may wait for a later turn. */
  take(now: number): DueChanges {
    this.#sort();
    const changes = this.#places.take(now);
    if (changes.sweep) this.watchHeight();
    for (const root of this.#shadowRoots) if (!root.isConnected) this.#shadowRoots.delete(root);
    return changes;
  }

  /** Open shadow roots that are not watched yet, from now on they are; and undefined now and then, where a large page may be given way to. */
  *lateShadowRoots(): Generator<ShadowRoot | undefined> {
    let seen = 0;
    for (const root of [document, ...this.#shadowRoots])
      for (const element of root.querySelectorAll('*')) {
        if (++seen % STEP_ELEMENTS === 0) yield;
        const shadow = element.shadowRoot;
        if (!shadow || this.#shadowRoots.has(shadow) || isInsideSkipped(element)) continue;
        this.addShadowRoot(shadow);
        yield shadow;
      }
  }

  stop(): void {
    this.#observer.disconnect();
    this.#resizeObserver.disconnect();
    this.#shadowRoots.clear();
    this.#records = [];
  }

  #watch(root: Document | ShadowRoot): void {
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #keep(records: MutationRecord[]): void {
    for (const record of records) this.#records.push(record);
    if (this.#records.length > MOST_RECORDS) this.#sort();
    this.#onChange();
  }

  #sort(): void {
    this.#places.note(this.#records);
    this.#records = [];
  }

  /** A page that changes its height at every frame is not listened to until it is looked at: each telling would cost it. */
  #noteHeight(height: number | undefined): void {
    // What is observed anew is told of at once; and what has just been read for the first time has no late roots yet.
    const isNews = this.#height !== undefined && height !== this.#height;
    this.#height = height;
    if (!isNews) return;
    this.#resizeObserver.disconnect();
    this.touch(document);
  }
}
