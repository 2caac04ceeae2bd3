/**
 * Reads the page and keeps up with it: scans its text in slices, reads again what changed, lets go what left, and keeps
 * the marks and the list of companies true. Everything stops with the abort signal.
 */
import { judge, senseOfPage, type Weighed, weigh } from '../mentions/judge';
import { companyIdAt, type NamesIndex } from '../mentions/names-index';
import { propose } from '../mentions/propose';
import { giveWay, SLICE_MS, whenIdle } from './idle';
import { Marks } from './marks';
import { browserRendering, elementOf, isRendered } from './rendering';
import { isInsideSkipped } from './skip-rules';
import { areInOneLine, isInlineTag, ownerOf, type Rendering, rangeInFlow, readFlows, type TextFlow } from './text-flow';

/** A proposed mention and its place on the page. */
export interface PageMention {
  company: string;
  range: StaticRange;
  weighed: Weighed;
  /** True where the judge accepts it and it is rendered: it is marked and counted. */
  shown: boolean;
}

/** The companies that the page names. */
export interface PageCompanies {
  id: string;
  mentions: number;
  subject: boolean;
}

export interface PageReaderOptions {
  index: NamesIndex;
  /** False in the popup-only mode: companies are counted, nothing is marked. */
  showMarks: boolean;
  /** Company that owns the site of the page, or -1: its own name is no news there, so it is counted and not marked. */
  ownCompany: number;
  /** Called after the first reading and whenever the companies of the page have changed since. */
  onChange(companies: PageCompanies[]): void;
  signal: AbortSignal;
  /** The element of the card: what happens in it is not the page's. */
  isOwnNode(node: Node): boolean;
}

/** Pause between two readings of changes, in milliseconds: at least this, and long enough that reading takes at most 5 % of the time. */
const MIN_PAUSE_MS = 150;
const MAX_PAUSE_MS = 4000;
const DUTY = 20;

/** More changed places than this while the page is hidden, and all of it is read again. */
const MAX_PENDING = 2000;

/** A company with at least this share of the page's mentions (and three of them) is what the page is about. */
const SUBJECT_SHARE = 0.3;

export class PageReader {
  readonly #options: PageReaderOptions;
  readonly #marks = new Marks();
  readonly #byOwner = new Map<Element | ShadowRoot, PageMention[]>();
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #observer: MutationObserver;
  readonly #dormant: IntersectionObserver;
  readonly #resized: ResizeObserver;
  readonly #dormantOwners = new WeakMap<Element, Element | ShadowRoot>();
  readonly #rendering: Rendering = { ...browserRendering, onShadowRoot: (root) => this.#addShadowRoot(root) };
  #dirtyOwners = new Set<Element | ShadowRoot>();
  #addedRoots = new Set<Element>();
  #somethingLeft = false;
  #sweepShadows = false;
  #readAll = false;
  /** True where the proposals are not those of the last decision. */
  #changed = true;
  #scheduled = false;
  #pause = MIN_PAUSE_MS;
  #titleMentions: { title: string; weighed: Weighed[] } = { title: '', weighed: [] };
  #reported = '';
  /** True once the first reading is done. */
  isRead = false;

  constructor(options: PageReaderOptions) {
    this.#options = options;
    this.#observer = new MutationObserver((records) => this.#onMutations(records));
    this.#dormant = new IntersectionObserver((entries) => this.#onAppear(entries));
    this.#resized = new ResizeObserver(() => {
      // A late shadow root changes no node that can be observed, but it changes the height of the page.
      this.#sweepShadows = true;
      this.#schedule();
    });
    options.signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Reads the whole page once and then keeps up with it. Resolves after the first reading. */
  async start(): Promise<void> {
    const { signal } = this.#options;
    document.addEventListener('visibilitychange', () => this.#schedule(), { signal });
    this.#watch(document);
    await whenIdle(1000, signal);
    await this.#readTrees([document.body ?? document.documentElement]);
    if (signal.aborted) return;
    this.#resized.observe(document.body ?? document.documentElement);
    this.#decide();
    this.isRead = true;
    this.#report(true);
  }

  /** All shown mentions in the order of the page; only of one company where it is given. */
  mentions(company?: string): PageMention[] {
    const found: { mention: PageMention; place: Node }[] = [];
    for (const list of this.#byOwner.values())
      for (const mention of list)
        if (mention.shown && (company === undefined || mention.company === company)) {
          const element = elementOf(mention.range.startContainer);
          if (element?.isConnected && isRendered(element))
            found.push({ mention, place: inDocument(mention.range.startContainer) });
        }
    return found
      .sort((a, b) => {
        if (a.place === b.place) return a.mention.range.startOffset - b.mention.range.startOffset;
        return a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      })
      .map(({ mention }) => mention);
  }

  /** The shown mention at a place in a text node. */
  mentionAt(node: Node, offset: number): PageMention | undefined {
    const owner = ownerOf(node);
    const list = owner ? this.#byOwner.get(owner) : undefined;
    return list?.find(({ shown, range }) => shown && holds(range, node, offset));
  }

  /** Shows one mention as the one whose card is open. */
  setCurrent(mention: PageMention | undefined): void {
    this.#marks.setCurrent(mention && this.#isMarked(mention) ? mention.range : undefined);
  }

  /** Companies of the page, most relevant first: what it is about, then by number of mentions. */
  companies(): PageCompanies[] {
    const counts = new Map<string, number>();
    let all = 0;
    for (const list of this.#byOwner.values())
      for (const mention of list)
        if (mention.shown) {
          counts.set(mention.company, (counts.get(mention.company) ?? 0) + 1);
          all++;
        }
    const inTitle = this.#companiesInTitle();
    return [...counts]
      .map(([id, mentions]) => ({
        id,
        mentions,
        subject: inTitle.has(id) || (mentions >= 3 && mentions / all >= SUBJECT_SHARE),
      }))
      .sort((a, b) => Number(b.subject) - Number(a.subject) || b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
  }

  #stop(): void {
    this.#observer.disconnect();
    this.#dormant.disconnect();
    this.#resized.disconnect();
    this.#marks.clear();
    this.#byOwner.clear();
    this.#shadowRoots.clear();
  }

  #watch(root: Document | ShadowRoot): void {
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Reads whole trees in slices. A tree that was torn away under the reading is begun again. */
  async #readTrees(roots: Iterable<Element | ShadowRoot>): Promise<void> {
    for (const root of roots)
      for (let attempt = 0; attempt < 3 && root.isConnected && !isInsideSkipped(root); attempt++)
        if (await this.#readTree(root)) break;
  }

  /** True where the reading came to its end. */
  async #readTree(root: Element | ShadowRoot): Promise<boolean> {
    const begun = new Set<Element | ShadowRoot>();
    let sliceEnd = performance.now() + SLICE_MS;
    for (const flow of readFlows(root, this.#rendering)) {
      if (!begun.has(flow.owner)) {
        begun.add(flow.owner);
        this.#forget(flow.owner);
      }
      this.#read(flow);
      if (performance.now() < sliceEnd) continue;
      await giveWay();
      if (this.#options.signal.aborted) return true;
      if (!flow.owner.isConnected) return false;
      sliceEnd = performance.now() + SLICE_MS;
    }
    return true;
  }

  #addShadowRoot(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#watch(root);
  }

  /** Adds what one run proposes. */
  #read(flow: TextFlow): void {
    const { index } = this.#options;
    const proposals = propose(flow.text, index);
    if (proposals.length === 0) return;
    const mentions = this.#byOwner.get(flow.owner) ?? [];
    for (const weighed of weigh(flow.text, proposals, index)) {
      const range = rangeInFlow(flow, weighed.start, weighed.end);
      const crosses = range.startContainer !== range.endContainer;
      if (crosses && !areInOneLine(range.startContainer as Text, range.endContainer as Text, browserRendering))
        continue;
      const company = companyIdAt(index, weighed.company);
      mentions.push({ company, range: new StaticRange(range), weighed, shown: false });
    }
    this.#byOwner.set(flow.owner, mentions);
    this.#changed = true;
  }

  #forget(owner: Element | ShadowRoot): void {
    const mentions = this.#byOwner.get(owner);
    if (!mentions) return;
    for (const mention of mentions) if (mention.shown) this.#marks.remove(mention.range);
    this.#byOwner.delete(owner);
    this.#changed = true;
  }

  /** Judges every proposal by what the whole page says, and marks what is accepted and rendered. */
  #decide(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const sense = senseOfPage(this.#allWeighed());
    for (const [owner, mentions] of this.#byOwner)
      for (const mention of mentions) {
        const { accepted } = judge(mention.weighed, sense);
        const shown = accepted && (mention.shown || this.#isVisible(mention, owner));
        if (shown === mention.shown) continue;
        mention.shown = shown;
        if (!shown) this.#marks.remove(mention.range);
        else if (this.#isMarked(mention)) this.#marks.add(mention.range);
      }
  }

  /** Whether the mention is rendered; where it is not, it is looked at again when it comes into view. */
  #isVisible(mention: PageMention, owner: Element | ShadowRoot): boolean {
    const element = elementOf(mention.range.startContainer);
    if (!element) return false;
    if (isRendered(element)) return true;
    this.#dormantOwners.set(element, owner);
    this.#dormant.observe(element);
    return false;
  }

  #isMarked(mention: PageMention): boolean {
    return this.#options.showMarks && mention.weighed.company !== this.#options.ownCompany;
  }

  *#allWeighed(): Iterable<Weighed> {
    for (const mentions of this.#byOwner.values()) for (const { weighed } of mentions) yield weighed;
    yield* this.#weighedTitle();
  }

  #weighedTitle(): Weighed[] {
    const title = document.title;
    if (title !== this.#titleMentions.title) {
      // A new title (single-page navigation) may settle other senses.
      const { index } = this.#options;
      this.#titleMentions = { title, weighed: weigh(title, propose(title, index), index) };
    }
    return this.#titleMentions.weighed;
  }

  #companiesInTitle(): Set<string> {
    // The site's own name often ends a title (“… - The New York Times”): only what comes before the last separator counts.
    const title = document.title;
    const cut = Math.max(
      title.lastIndexOf(' | '),
      title.lastIndexOf(' - '),
      title.lastIndexOf(' – '),
      title.lastIndexOf(' — '),
    );
    const end = cut > title.length / 2 ? cut : title.length;
    return new Set(
      this.#weighedTitle()
        .filter((weighed) => weighed.start < end)
        .map((weighed) => companyIdAt(this.#options.index, weighed.company)),
    );
  }

  #onMutations(records: MutationRecord[]): void {
    for (const record of records) {
      const { target } = record;
      if (this.#options.isOwnNode(target)) continue;
      if (record.type === 'characterData') {
        this.#touch(target);
        continue;
      }
      let isOwnOnly = true;
      for (const node of record.addedNodes) {
        if (this.#options.isOwnNode(node)) continue;
        isOwnOnly = false;
        if (node.nodeType === 1) this.#addedRoots.add(node as Element);
      }
      for (const node of record.removedNodes) {
        if (this.#options.isOwnNode(node)) continue;
        isOwnOnly = false;
        this.#somethingLeft = true;
      }
      if (!isOwnOnly) this.#touch(target);
    }
    if (this.#dirtyOwners.size + this.#addedRoots.size > MAX_PENDING) {
      this.#readAll = true;
      this.#dirtyOwners.clear();
      this.#addedRoots.clear();
    }
    this.#schedule();
  }

  #touch(node: Node): void {
    if (this.#readAll) return;
    const owner = ownerOf(node);
    if (owner) this.#dirtyOwners.add(owner);
  }

  #onAppear(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (target.isConnected && !(isIntersecting && isRendered(target))) continue;
      this.#dormant.unobserve(target);
      const owner = this.#dormantOwners.get(target);
      if (owner?.isConnected) this.#dirtyOwners.add(owner);
    }
    this.#schedule();
  }

  #hasWork(): boolean {
    return (
      this.#readAll || this.#somethingLeft || this.#sweepShadows || this.#dirtyOwners.size + this.#addedRoots.size > 0
    );
  }

  /** Reads changes once, after a pause. Does nothing while the page is hidden: what changed waits. */
  #schedule(): void {
    if (this.#scheduled || document.hidden || !this.#hasWork()) return;
    this.#scheduled = true;
    const { signal } = this.#options;
    const timer = setTimeout(async () => {
      await whenIdle(500, signal);
      if (signal.aborted) return;
      const begun = performance.now();
      await this.#readChanges();
      if (signal.aborted) return;
      this.#scheduled = false;
      this.#pause = Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, (performance.now() - begun) * DUTY));
      this.#schedule();
    }, this.#pause);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  async #readChanges(): Promise<void> {
    const [dirtyOwners, addedRoots, readAll] = [this.#dirtyOwners, this.#addedRoots, this.#readAll];
    this.#dirtyOwners = new Set();
    this.#addedRoots = new Set();
    this.#readAll = false;
    if (this.#somethingLeft) {
      this.#somethingLeft = false;
      for (const owner of [...this.#byOwner.keys()]) if (!owner.isConnected) this.#forget(owner);
      for (const root of this.#shadowRoots) if (!root.isConnected) this.#shadowRoots.delete(root);
    }
    if (readAll) await this.#readTrees([document.body ?? document.documentElement]);
    else {
      const roots = outermost(addedRoots);
      await this.#readTrees(roots);
      for (const owner of dirtyOwners) {
        if (!owner.isConnected || roots.some((root) => root !== owner && root.contains(owner))) continue;
        this.#forget(owner);
        if (!isInsideSkipped(owner)) for (const flow of readFlows(owner, this.#rendering, false)) this.#read(flow);
      }
    }
    if (this.#sweepShadows) {
      this.#sweepShadows = false;
      await this.#readTrees(this.#lateShadowRoots());
    }
    if (this.#options.signal.aborted) return;
    this.#decide();
    this.#report(false);
  }

  /** Open shadow roots that have not been read yet. */
  #lateShadowRoots(): ShadowRoot[] {
    const found: ShadowRoot[] = [];
    const roots: (Element | ShadowRoot)[] = [document.documentElement, ...this.#shadowRoots];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
      for (let element = walker.nextNode() as Element | null; element; element = walker.nextNode() as Element | null) {
        const shadow = element.shadowRoot;
        if (!shadow || this.#shadowRoots.has(shadow) || isInsideSkipped(element)) continue;
        this.#addShadowRoot(shadow);
        found.push(shadow);
      }
    }
    return found;
  }

  #report(first: boolean): void {
    const companies = this.companies();
    const summary = JSON.stringify(companies);
    if (!first && summary === this.#reported) return;
    this.#reported = summary;
    this.#options.onChange(companies);
  }
}

/** The added elements that lie in no other added element; inline ones are read with the block around them. */
function outermost(added: Set<Element>): Element[] {
  const roots: Element[] = [];
  for (const element of added) {
    if (!element.isConnected) continue;
    let inside = false;
    for (let at = element.parentElement; at && !inside; at = at.parentElement) inside = added.has(at);
    if (inside) continue;
    if (!isInlineTag(element) || element.firstElementChild || element.shadowRoot) roots.push(element);
  }
  return roots;
}

/** The node itself, or the host in the document of the shadow tree that it is in. */
function inDocument(node: Node): Node {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? inDocument(root.host) : node;
}

function holds(range: AbstractRange, node: Node, offset: number): boolean {
  const { startContainer, endContainer } = range;
  if (node === startContainer && offset < range.startOffset) return false;
  if (node === endContainer && offset > range.endOffset) return false;
  if (node === startContainer || node === endContainer) return true;
  return (
    startContainer !== endContainer &&
    (startContainer.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (endContainer.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  );
}
