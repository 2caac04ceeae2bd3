/**
 * Which of many elements are in view or near it. An IntersectionObserver tells, except while the page scrolls far: then all
 * count as near, because to follow each step would come a frame late and cost more than it saves.
 */

/** How far around the view is near: both together for the document's own scrolling, the second for what scrolls inside it. */
const MARGINS: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: '50%', scrollMargin: '400px' };

/** A scroll is far from this share of a view on, while some of what lies ready is left. */
const FAR = 0.5;

/** How long nothing must scroll far until the page rests, in milliseconds. */
const REST_MS = 500;

/** How long elements that have come near, but not into view, may wait for others, in milliseconds. */
const GATHER_MS = 250;

const SCROLLS = { capture: true, passive: true };

export class NearView {
  /** Those that were near when the page rested last. */
  readonly near = new Set<Element>();
  /** True while the page scrolls far: then nothing is observed, and all count as near. */
  isScrolling = false;
  readonly #elements = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => this.#note(entries), MARGINS);
  readonly #onChange: () => void;
  /** Until what has come near is told, or until the page rests. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the document stood when the last change was told, and how far it may scroll from there, in CSS pixels. */
  #x = 0;
  #y = 0;
  #reach = Number.POSITIVE_INFINITY;

  /** @param onChange called when others than before are near; where the page scrolls far, before that is painted */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    document.addEventListener('scroll', this.#scrolled, SCROLLS);
  }

  /** Watches an element while it is in the document; whether it is near is told in the next frame. */
  add(element: Element): void {
    this.#elements.add(element);
    if (!this.isScrolling) this.#observer.observe(element);
  }

  stop(): void {
    document.removeEventListener('scroll', this.#scrolled, SCROLLS);
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #note(entries: IntersectionObserverEntry[]): void {
    if (this.isScrolling) return;
    let isInView = false;
    for (const entry of entries) {
      if (!entry.isIntersecting) {
        this.near.delete(entry.target);
        continue;
      }
      this.near.add(entry.target);
      // Boxes are made for whoever asks, and thousands of elements may be told of at once.
      if (isInView) continue;
      const box = entry.boundingClientRect;
      isInView = box.bottom >= 0 && box.top <= innerHeight;
    }
    if (isInView) this.#tell();
    else this.#timer ??= setTimeout(this.#tell, GATHER_MS);
  }

  readonly #tell = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#x = scrollX;
    this.#y = scrollY;
    this.#reach = Math.min(innerWidth, innerHeight) * FAR;
    for (const element of this.#elements) {
      if (element.isConnected) continue;
      this.#elements.delete(element);
      this.#observer.unobserve(element);
    }
    this.#onChange();
  };

  readonly #scrolled = ({ target }: Event): void => {
    // What scrolls inside the page is far at once, but no reason to do anything where it holds none of the elements.
    const isFar =
      target === document
        ? Math.hypot(scrollX - this.#x, scrollY - this.#y) > this.#reach
        : this.#elements.values().some((element) => (target as Node).contains(element));
    if (!isFar) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#rest, REST_MS);
    if (this.isScrolling) return;
    this.isScrolling = true;
    this.#observer.disconnect();
    this.#onChange();
  };

  /** The observer tells of every element anew; until then nothing changes. */
  readonly #rest = (): void => {
    this.#timer = undefined;
    this.isScrolling = false;
    for (const element of this.#elements) this.#observer.observe(element);
  };
}
