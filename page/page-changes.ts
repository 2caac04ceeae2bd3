/** Collects what changes on a page until it is read: one observer for the document and its open shadow roots. */
import { isInsideSkipped } from './skip-rules';
import { isInlineTag, ownerOf } from './text-flow';

/** What has changed since it was last asked. */
export interface PendingChanges {
  /** Blocks whose own text changed. */
  owners: Set<Element | ShadowRoot>;
  /** Elements that came and lie in no other that came. Inline ones without elements in them are read with the block around them. */
  added: Element[];
  /** True where something left. */
  left: boolean;
  /** True where so much changed that everything is to be read again. */
  all: boolean;
  /** True where late shadow roots are to be looked for. */
  sweep: boolean;
}

export interface PageChangesOptions {
  /** The element of the card: what happens in it is not the page's. */
  isOwnNode(node: Node): boolean;
  /** Called when there is something to read. */
  onChange(): void;
}

/** More changed places than this, and everything is read again: keeping them would cost more. */
const MAX_PENDING = 2000;

export class PageChanges {
  readonly #options: PageChangesOptions;
  readonly #observer: MutationObserver;
  readonly #resizeObserver: ResizeObserver;
  readonly #shadowRoots = new Set<ShadowRoot>();
  #owners = new Set<Element | ShadowRoot>();
  #added = new Set<Element>();
  #left = false;
  #all = false;
  #sweep = false;

  constructor(options: PageChangesOptions) {
    this.#options = options;
    this.#observer = new MutationObserver((records) => this.#collect(records));
    // A late shadow root changes no node that can be observed, but mostly the height of the page.
    this.#resizeObserver = new ResizeObserver(() => this.sweep());
    this.#watch(document);
  }

  /** True where {@link take} would give something. */
  get isPending(): boolean {
    return this.#all || this.#left || this.#sweep || this.#owners.size + this.#added.size > 0;
  }

  /** Watches the size of the page too, from when it was read first. */
  watchSize(): void {
    this.#resizeObserver.observe(document.body ?? document.documentElement);
  }

  /** Has late shadow roots looked for at the next reading. */
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

  /** Notes a block that is to be read again. */
  touch(owner: Element | ShadowRoot): void {
    if (!this.#all) this.#owners.add(owner);
    this.#options.onChange();
  }

  /** Gives what has changed and begins anew. */
  take(): PendingChanges {
    const changes = {
      owners: this.#owners,
      added: outermost(this.#added),
      left: this.#left,
      all: this.#all,
      sweep: this.#sweep,
    };
    this.#owners = new Set();
    this.#added = new Set();
    this.#left = false;
    this.#all = false;
    this.#sweep = false;
    if (changes.left) for (const root of this.#shadowRoots) if (!root.isConnected) this.#shadowRoots.delete(root);
    return changes;
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
  }

  #watch(root: Document | ShadowRoot): void {
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #collect(records: MutationRecord[]): void {
    const isOwnNode = (node: Node) => this.#options.isOwnNode(node);
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (isOwnNode(target)) continue;
      const came = [...addedNodes].filter((node) => !isOwnNode(node));
      const went = [...removedNodes].filter((node) => !isOwnNode(node));
      if (type === 'childList' && came.length + went.length === 0) continue;
      for (const node of came) if (node.nodeType === 1) this.#added.add(node as Element);
      if (went.length > 0) this.#left = true;
      const owner = ownerOf(target);
      if (owner) this.#owners.add(owner);
    }
    if (this.#all || this.#owners.size + this.#added.size > MAX_PENDING) {
      this.#all = true;
      this.#owners.clear();
      this.#added.clear();
    }
    if (this.isPending) this.#options.onChange();
  }
}

function outermost(added: Set<Element>): Element[] {
  return [...added].filter((element) => {
    if (!element.isConnected) return false;
    for (let at = element.parentElement; at; at = at.parentElement) if (added.has(at)) return false;
    return !isInlineTag(element) || element.firstElementChild !== null || element.shadowRoot !== null;
  });
}
