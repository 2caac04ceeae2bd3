/**
 * Reads the page and keeps up with it: its text in slices, then again what changed, never two readings at once.
 * Everything stops with the abort signal.
 */
import { isWithin } from './changed-places';
import { Slices, whenIdle } from './idle';
import { Pace } from './pace';
import { PageChanges, STEP_ELEMENTS } from './page-changes';
import { type CompanyCount, PageMentions, type PageMentionsOptions } from './page-mentions';
import { browserRendering } from './rendering';
import { isInsideSkipped } from './skip-rules';
import { type Rendering, readFlows } from './text-flow';

export interface PageReaderOptions extends Omit<PageMentionsOptions, 'onAppear'> {
  /** Called after the first reading and whenever the companies of the page have changed since. */
  onChange(companies: CompanyCount[]): void;
  /** Called where changes could not be read: it is tried again later. */
  onError(error: unknown): void;
  signal: AbortSignal;
}

/** When open shadow roots are looked for again after the first reading, in milliseconds: those in boxes of fixed size change nothing that can be observed. */
const LATE_SWEEPS_MS = [1000, 3000, 9000];

export class PageReader {
  readonly mentions: PageMentions;
  readonly #options: PageReaderOptions;
  readonly #changes: PageChanges;
  readonly #rendering: Rendering;
  /** True while a reading is under way or waits for its time. */
  #isBusy = true;
  readonly #pace = new Pace();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reported = '';
  /** True once the first reading is done. */
  isRead = false;

  constructor(options: PageReaderOptions) {
    this.#options = options;
    this.#changes = new PageChanges({
      isMarked: (place) => this.mentions.isMarkedIn(place),
      onChange: () => this.#schedule(),
    });
    this.mentions = new PageMentions({ ...options, onAppear: (owner) => this.#changes.touch(owner) });
    this.#rendering = { ...browserRendering, onShadowRoot: (root) => this.#changes.addShadowRoot(root) };
    options.signal.addEventListener(
      'abort',
      () => {
        clearTimeout(this.#timer);
        this.#changes.stop();
        this.mentions.clear();
      },
      { once: true },
    );
  }

  /** Reads the whole page once and then keeps up with it. Resolves after the first reading; rejects where that fails. */
  async start(): Promise<void> {
    const { signal } = this.#options;
    document.addEventListener('visibilitychange', () => this.#schedule(), { signal });
    await whenIdle(1000, signal);
    await this.#read(new Slices(signal), [wholePage()]);
    if (signal.aborted) return;
    this.isRead = true;
    this.#report();
    this.#changes.watchHeight();
    const sweeps = LATE_SWEEPS_MS.map((delay) => setTimeout(() => this.#changes.touch(document), delay));
    signal.addEventListener('abort', () => sweeps.forEach(clearTimeout), { once: true });
    this.#isBusy = false;
    this.#schedule();
  }

  /** Reads changes once, after a pause. Does nothing while the page is hidden: what changed waits. */
  #schedule(): void {
    if (this.#isBusy || document.hidden || !(this.#changes.isPending || this.mentions.isWaiting)) return;
    this.#isBusy = true;
    const { signal } = this.#options;
    this.#timer = setTimeout(async () => {
      await whenIdle(500, signal);
      const slices = new Slices(signal);
      try {
        await this.#readChanges(slices);
        this.#pace.done(performance.now(), slices.workedMs);
      } catch (error) {
        this.#changes.touchAll();
        this.#pace.done(performance.now(), Number.POSITIVE_INFINITY);
        this.#options.onError(error);
      }
      if (signal.aborted) return;
      this.#isBusy = false;
      this.#schedule();
    }, this.#pace.delay(performance.now()));
  }

  async #readChanges(slices: Slices): Promise<void> {
    const { owners, added, all, sweep } = this.#changes.take(performance.now());
    this.mentions.forgetWhere((owner) => all || !owner.isConnected);
    for (const owner of owners) this.mentions.forget(owner);
    const roots = all ? [wholePage()] : added;
    const trees = new Set<Node>(roots);
    const own = owners.filter((owner) => !isWithin(owner, trees));
    await this.#read(slices, roots, own, sweep);
  }

  /**
   * Reads trees, then single blocks, then trees that nothing tells of; has the background read what may name a company; decides and reports.
   */
  async #read(
    slices: Slices,
    roots: readonly (Element | ShadowRoot)[],
    owners: readonly (Element | ShadowRoot)[] = [],
    sweep = false,
  ): Promise<void> {
    for (const root of roots) await this.#readTree(root, slices);
    for (const owner of owners) {
      if (!owner.isConnected || isInsideSkipped(owner)) continue;
      for (const flow of readFlows(owner, this.#rendering, false)) for (const _ of this.mentions.sift(flow));
      if (slices.isOver(0)) await slices.giveWay();
    }
    if (sweep)
      for (const root of this.#changes.lateShadowRoots()) {
        if (root) await this.#readTree(root, slices);
        else if (slices.isOver(STEP_ELEMENTS)) await slices.giveWay();
      }
    await this.mentions.read(slices);
    await this.mentions.decide(slices);
    this.#report();
  }

  /** Reads a whole tree in slices. A tree that was torn away under the reading is begun again. */
  async #readTree(root: Element | ShadowRoot, slices: Slices): Promise<void> {
    for (let attempt = 0; attempt < 3 && root.isConnected && !isInsideSkipped(root); attempt++)
      if (await this.#readInSlices(root, slices)) return;
  }

  /** True where the reading came to its end. */
  async #readInSlices(root: Element | ShadowRoot, slices: Slices): Promise<boolean> {
    const begun = new Set<Element | ShadowRoot>();
    for (const flow of readFlows(root, this.#rendering)) {
      if (!begun.has(flow.owner)) {
        begun.add(flow.owner);
        this.mentions.forget(flow.owner);
      }
      for (const units of this.mentions.sift(flow)) {
        if (!slices.isOver(units)) continue;
        await slices.giveWay();
        if (!flow.owner.isConnected) return false;
      }
      if (!this.mentions.isBatch) continue;
      await this.mentions.read(slices);
      if (!flow.owner.isConnected) return false;
    }
    return true;
  }

  #report(): void {
    const companies = this.mentions.companies();
    const summary = JSON.stringify(companies);
    if (summary === this.#reported) return;
    this.#reported = summary;
    this.#options.onChange(companies);
  }
}

function wholePage(): Element {
  return document.body ?? document.documentElement;
}
