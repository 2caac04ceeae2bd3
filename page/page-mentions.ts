/** The mentions of a page: proposed by what was read, decided by what the whole page says, marked where they are rendered. */
import type { Cue } from '../mentions/cue-weights';
import { headlineOf } from '../mentions/headline';
import { judge, senseOfPage, type Weighed } from '../mentions/judge';
import type { NamesFilter } from '../mentions/names-filter';
import type { PageRun, RunsReading } from '../mentions/weigh';
import type { Place } from './changed-places';
import type { Slices } from './idle';
import { Marks } from './marks';
import { browserRendering, elementOf, isRendered } from './rendering';
import { areInOneLine, isWholeLink, ownerOf, rangeInFlow, type TextFlow } from './text-flow';
import { piecesOf, type UnreadRun, UnreadRuns } from './unread-runs';

/** A proposed mention and its place on the page. */
export interface PageMention {
  company: string;
  range: StaticRange;
  weighed: Weighed;
  /** True where the judge accepts it and it is rendered: it is marked and counted. */
  shown: boolean;
  /** What the last decision rested on. */
  cues: readonly Cue[];
}

/** A company that the page names. */
export interface CompanyCount {
  id: string;
  mentions: number;
  /** True where the page is about it. */
  subject: boolean;
}

export interface PageMentionsOptions {
  filter: NamesFilter;
  /** Has runs read by the background. */
  read(runs: PageRun[]): Promise<RunsReading>;
  /** False in the popup-only mode: companies are counted, nothing is marked. */
  showMarks: boolean;
  /** Called with the block of a mention that was hidden and has come into view. */
  onAppear(owner: Element | ShadowRoot): void;
}

/** What one block proposes. */
interface BlockReading {
  mentions: PageMention[];
  /** Ambiguous names in small letters: they have no place on screen, and only tell what the page talks about. */
  words: Weighed[];
}

/** A company with at least this share of the page's mentions (and three of them) is what the page is about. */
const SUBJECT_SHARE = 0.3;

export class PageMentions {
  readonly #options: PageMentionsOptions;
  readonly #marks = new Marks();
  readonly #blocks = new Map<Element | ShadowRoot, BlockReading>();
  readonly #hidden: IntersectionObserver;
  readonly #hiddenOwners = new WeakMap<Element, Element | ShadowRoot>();
  readonly #unread: UnreadRuns;
  #title: { text: string; weighed: readonly Weighed[] } = { text: '', weighed: [] };
  #siteOwner: string | undefined;
  /** Marks of blocks that are read again: they stay until it is known what takes their place, so that no mark flashes. */
  #outdated: StaticRange[] = [];
  /** True where the proposals are not those of the last decision. */
  #changed = true;

  constructor(options: PageMentionsOptions) {
    this.#options = options;
    this.#unread = new UnreadRuns(options.filter);
    this.#hidden = new IntersectionObserver((entries) => this.#lookAgain(entries));
  }

  /** Sifts one run of text, in steps of at most a tenth of a millisecond, of which it tells the units; what may name a company waits for {@link read}. */
  *sift(flow: TextFlow): Generator<number> {
    for (const piece of piecesOf(flow.text)) {
      this.#unread.sift(piece.text, () => this.#runOf(flow, piece));
      yield piece.text.length;
    }
  }

  /** True where text waits to be read. */
  get isWaiting(): boolean {
    return this.#unread.isWaiting;
  }

  /** True where so much waits that it is time to have it read. */
  get isBatch(): boolean {
    return this.#unread.isBatch;
  }

  /** Has all text read that waits for it. Rejects where the reading fails; what was not read goes on waiting. */
  async read(slices: Slices): Promise<void> {
    this.#noteTitle();
    for (let runs = this.#unread.take(); runs.length > 0; runs = this.#unread.take()) {
      try {
        const reading = this.#options.read(runs.map(({ text, isLink }) => ({ text, isLink })));
        const { found, siteOwner } = await slices.waitFor(reading);
        this.#siteOwner = siteOwner;
        for (const [at, run] of runs.entries()) {
          if (run.isWanted()) run.take(found[at] ?? []);
          if (slices.isOver(0)) await slices.giveWay();
        }
      } catch (error) {
        this.#unread.putBack(runs);
        throw error;
      }
    }
  }

  /** True where a mention in the block's own text is shown. */
  isMarkedIn(owner: Place): boolean {
    return this.#blocks.get(owner as Element)?.mentions.some(({ shown }) => shown) ?? false;
  }

  /** Lets go what a block proposed. */
  forget(owner: Element | ShadowRoot): void {
    const block = this.#blocks.get(owner);
    if (!block) return;
    for (const mention of block.mentions) if (mention.shown) this.#outdated.push(mention.range);
    this.#blocks.delete(owner);
    this.#changed = true;
  }

  /** Lets go all blocks of which that is true. */
  forgetWhere(isGone: (owner: Element | ShadowRoot) => boolean): void {
    for (const owner of this.#blocks.keys()) if (isGone(owner)) this.forget(owner);
  }

  /** Judges every proposal by what the whole page says, and marks what is accepted and rendered. */
  async decide(slices: Slices): Promise<void> {
    if (!this.#changed) return;
    const sense = senseOfPage(this.#allWeighed());
    this.#changed = false;
    for (const [owner, block] of this.#blocks)
      for (const mention of block.mentions) {
        const { accepted, cues } = judge(mention.weighed, sense);
        mention.cues = cues;
        const shown = accepted && (mention.shown || this.#isVisible(mention, owner));
        if (shown === mention.shown) continue;
        mention.shown = shown;
        if (!shown) this.#marks.remove(mention.range);
        else if (this.#isMarked(mention)) this.#marks.add(mention.range);
        if (slices.isOver(0)) await slices.giveWay();
      }
    for (const range of this.#outdated) this.#marks.remove(range);
    this.#outdated = [];
  }

  /** All shown mentions in the order of the page; only of one company where it is given. */
  inOrder(company?: string): PageMention[] {
    const found: { mention: PageMention; place: Node }[] = [];
    for (const mention of this.#shown()) {
      if (company !== undefined && mention.company !== company) continue;
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
  at(node: Node, offset: number): PageMention | undefined {
    const owner = ownerOf(node);
    const block = owner ? this.#blocks.get(owner) : undefined;
    return block?.mentions.find(({ shown, range }) => shown && holds(range, node, offset));
  }

  /** Companies of the page, most relevant first: what it is about, then by number of mentions. */
  companies(): CompanyCount[] {
    const counts = new Map<string, number>();
    let all = 0;
    for (const { company } of this.#shown()) {
      counts.set(company, (counts.get(company) ?? 0) + 1);
      all++;
    }
    const { length } = headlineOf(this.#title.text);
    const inTitle = new Set(
      this.#title.weighed.filter((weighed) => weighed.start < length && !weighed.lower).map(({ company }) => company),
    );
    const isSubject = (id: string, mentions: number) =>
      inTitle.has(id) || (mentions >= 3 && mentions / all >= SUBJECT_SHARE);
    return [...counts]
      .map(([id, mentions]) => ({ id, mentions, subject: isSubject(id, mentions) }))
      .sort((a, b) => Number(b.subject) - Number(a.subject) || b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
  }

  /** Shows one mention as the one whose card is open. */
  setCurrent(mention: PageMention | undefined): void {
    this.#marks.setCurrent(mention && this.#isMarked(mention) ? mention.range : undefined);
  }

  /** Takes every mark away and forgets everything. */
  clear(): void {
    this.#hidden.disconnect();
    this.#marks.clear();
    this.#blocks.clear();
  }

  *#shown(): Iterable<PageMention> {
    for (const { mentions } of this.#blocks.values()) for (const mention of mentions) if (mention.shown) yield mention;
  }

  *#allWeighed(): Iterable<Weighed> {
    for (const { mentions, words } of this.#blocks.values()) {
      for (const { weighed } of mentions) yield weighed;
      yield* words;
    }
    yield* this.#title.weighed;
  }

  /** One piece of a run: what is found in it becomes mentions of its block. */
  #runOf(flow: TextFlow, { from, text }: { from: number; text: string }): UnreadRun {
    const block = this.#blocks.get(flow.owner) ?? { mentions: [], words: [] };
    this.#blocks.set(flow.owner, block);
    return {
      text,
      isLink: isWholeLink(flow),
      isWanted: () => this.#blocks.get(flow.owner) === block,
      take: (found) => {
        if (found.length > 0) this.#changed = true;
        for (const weighed of found) {
          if (weighed.lower) block.words.push(weighed);
          else addMention(block, flow, from, weighed);
        }
      },
    };
  }

  /** Has the title read where it is not the one that was read last. */
  #noteTitle(): void {
    const text = document.title;
    if (text === this.#title.text) return;
    const title = { text, weighed: [] as readonly Weighed[] };
    this.#title = title;
    this.#changed = true;
    this.#unread.sift(text, () => ({
      text,
      isLink: false,
      isWanted: () => this.#title === title,
      take: (found) => {
        title.weighed = found;
        this.#changed = true;
      },
    }));
  }

  #isMarked(mention: PageMention): boolean {
    return this.#options.showMarks && mention.company !== this.#siteOwner;
  }

  /** Whether the mention is rendered; where it is not, it is looked at again when it comes into view. */
  #isVisible(mention: PageMention, owner: Element | ShadowRoot): boolean {
    const element = elementOf(mention.range.startContainer);
    if (!element) return false;
    if (isRendered(element)) return true;
    this.#hiddenOwners.set(element, owner);
    this.#hidden.observe(element);
    return false;
  }

  #lookAgain(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (target.isConnected && !(isIntersecting && isRendered(target))) continue;
      this.#hidden.unobserve(target);
      const owner = this.#hiddenOwners.get(target);
      if (owner?.isConnected) this.#options.onAppear(owner);
    }
  }
}

/** Adds what was found in a run, from `from` on, to the mentions of its block, where it stands in one line there. */
function addMention(block: BlockReading, flow: TextFlow, from: number, weighed: Weighed): void {
  const range = rangeInFlow(flow, from + weighed.start, from + weighed.end);
  const { startContainer, endContainer } = range;
  if (startContainer !== endContainer && !areInOneLine(startContainer as Text, endContainer as Text, browserRendering))
    return;
  const { company } = weighed;
  block.mentions.push({ company, range: new StaticRange(range), weighed, shown: false, cues: [] });
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
