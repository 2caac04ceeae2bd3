/** Watches what changes on a page until it is read: one observer for the document and its open shadow roots. */
import { ChangedPlaces, type ChangedPlacesOptions, type DueChanges, type Place } from './changed-places';
import { isTurn, nextTurn, type Turn } from './pace';
import { isInsideSkipped } from './skip-rules';

/** What is to be read now. */
export interface PendingChanges extends DueChanges {
  /** True where late shadow roots are to be looked for. */
  sweep: boolean;
}

export interface PageChangesOptions extends ChangedPlacesOptions {
  /** Called when there is something to read. */
  onChange(): void;
}

/** Records that are kept as they come: a callback costs the page least where it does next to nothing, and many are sorted faster than each alone. */
const MOST_RECORDS = 1000;

/** How long late shadow roots are not looked for again on a page that changes its size over and over, in milliseconds. */
const LEAST_SWEEP_MS = 1000;
const MOST_SWEEP_MS = 5000;

export class PageChanges {
  readonly #options: PageChangesOptions;
  readonly #observer: MutationObserver;
  readonly #resizeObserver: ResizeObserver;
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #places: ChangedPlaces;
  #records: MutationRecord[] = [];
  /** Size of the page when it was last told of. */
  #size = '';
  #sweep = false;
  #sweepTurn: Turn | undefined;

  constructor(options: PageChangesOptions) {
    this.#options = options;
    this.#places = new ChangedPlaces(options);
    this.#observer = new MutationObserver((records) => this.#keep(records));
    // A late shadow root changes no node that can be observed, but mostly the height of the page.
    this.#resizeObserver = new ResizeObserver(([entry]) => entry && this.#noteSize(entry.contentRect));
    this.#watch(document);
  }

  /** True where {@link take} would give something, now or later. */
  get isPending(): boolean {
    return this.#sweep || this.#records.length > 0 || this.#places.isPending;
  }

  /** Watches the size of the page too, from when it was read first. */
  watchSize(): void {
    this.#resizeObserver.observe(document.body ?? document.documentElement);
  }

  /** Has late shadow roots looked for. */
  sweep(): void {
    this.#sweep = true;
    this.#options.onChange();
  }

  /** Watches an open shadow root; known ones are left as they are. */
  addShadowRoot(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#watch(root);
  }

  /** Notes a place that is to be read again. */
  touch(place: Place): void {
    this.#places.touch(place);
    this.#options.onChange();
  }

  /** Has everything read again, after a reading that failed. */
  touchAll(): void {
    this.#places.touchAll();
  }

  /** Gives what is to be read at `now`, in milliseconds; what changes over and over may wait for a later turn. */
  take(now: number): PendingChanges {
    this.#sort();
    const sweep = this.#sweep && isTurn(this.#sweepTurn, now);
    if (sweep) {
      this.#sweep = false;
      this.#sweepTurn = nextTurn(this.#sweepTurn, now, LEAST_SWEEP_MS, MOST_SWEEP_MS);
      if (this.#size !== '') this.watchSize();
    }
    const changes = this.#places.take(now);
    if (changes.left) for (const root of this.#shadowRoots) if (!root.isConnected) this.#shadowRoots.delete(root);
    return { ...changes, sweep };
  }

  /** Open shadow roots that are not watched yet; they are watched from now on. */
  lateShadowRoots(): ShadowRoot[] {
    const found: ShadowRoot[] = [];
    for (const root of [document.documentElement, ...this.#shadowRoots]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
      for (let element = walker.nextNode() as Element | null; element; element = walker.nextNode() as Element | null) {
        const shadow = element.shadowRoot;
        if (!shadow || this.#shadowRoots.has(shadow) || isInsideSkipped(element)) continue;
        this.addShadowRoot(shadow);
        found.push(shadow);
      }
    }
    return found;
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
    this.#options.onChange();
  }

  #sort(): void {
    this.#places.note(this.#records);
    this.#records = [];
  }

  /** A page that changes its size at every frame is not listened to until it is looked at: each telling would cost it. */
  #noteSize({ width, height }: DOMRectReadOnly): void {
    const size = `${width} ${height}`;
    // Whoever is observed anew is told of at once.
    if (size === this.#size) return;
    this.#size = size;
    this.#resizeObserver.disconnect();
    this.sweep();
  }
}
