/**
 * What has changed on a page and where, until it is read. A place that changes over and over, such as a ticker, has its turn
 * less and less often; once it is left alone it is read at the next look.
 */
import { isTurn, nextTurn, type Turn } from './pace';
import { isInlineTag, ownerOf } from './text-flow';

/** A block or shadow root whose own text or children changed. */
export type Place = Element | ShadowRoot;

/** What of a mutation record matters. */
export type Change = Pick<MutationRecord, 'type' | 'target' | 'addedNodes' | 'removedNodes'>;

/** What is to be read now. */
export interface DueChanges {
  /** Places whose own text changed. */
  owners: Place[];
  /** Elements that came and lie in no other that came. Inline ones without elements in them are read with the place around them. */
  added: Element[];
  /** True where something left. */
  left: boolean;
  /** True where so much changed that everything is to be read again. */
  all: boolean;
}

export interface ChangedPlacesOptions {
  /** The element of the card: what happens in it is not the page's. */
  isOwnNode(node: Node): boolean;
  /** True for a place with marks: it waits for no turn, for a mark must not stay where its name has gone. */
  isMarked(place: Place): boolean;
}

/** How long a place that changes over and over waits for its next turn, in milliseconds. */
const LEAST_WAIT_MS = 1000;
const MOST_WAIT_MS = 5000;

/** More than this, and everything is read again: keeping it would cost more. */
const MOST_PENDING = 2000;

export class ChangedPlaces {
  readonly #options: ChangedPlacesOptions;
  /** Places that changed since the last look, and those that changed before it and wait for their turn. */
  #fresh = new Set<Place>();
  #waiting = new Set<Place>();
  readonly #turns = new WeakMap<Place, Turn>();
  readonly #added = new Map<Place, Set<Element>>();
  #left = false;
  #all = false;

  constructor(options: ChangedPlacesOptions) {
    this.#options = options;
  }

  /** True where {@link take} would give something, now or later. */
  get isPending(): boolean {
    return this.#all || this.#left || this.#fresh.size + this.#waiting.size > 0;
  }

  /** Notes a place that is to be read again. */
  touch(place: Place): void {
    if (!this.#all) this.#fresh.add(place);
  }

  /** Notes changes in the order in which they came. */
  note(changes: Iterable<Change>): void {
    // Asked once for each target: on a busy page, most changes are of a few.
    const places = new Map<Node, Place | null>();
    for (const change of changes) {
      const { target } = change;
      if (!places.has(target)) places.set(target, this.#placeOf(target));
      const place = places.get(target);
      if (!place) continue;
      if (change.type === 'childList') this.#noteChildren(place, change);
      else this.touch(place);
    }
    if (this.#size() > MOST_PENDING) this.#dropDetached();
    if (this.#size() > MOST_PENDING) this.touchAll();
  }

  /** Has everything read again. */
  touchAll(): void {
    this.#all = true;
    this.#fresh.clear();
    this.#waiting.clear();
    this.#added.clear();
  }

  /** Gives what is to be read at `now`; places whose turn has not come go on waiting. */
  take(now: number): DueChanges {
    const due: Place[] = [];
    // Left alone since the last look: whatever came over and over has come to its end.
    for (const place of this.#waiting) if (!this.#fresh.has(place)) due.push(place);
    this.#waiting.clear();
    for (const place of this.#fresh)
      if (isTurn(this.#turns.get(place), now) || this.#options.isMarked(place)) due.push(place);
      else this.#waiting.add(place);
    this.#fresh.clear();
    const came = new Set<Element>();
    for (const place of due) {
      this.#turns.set(place, nextTurn(this.#turns.get(place), now, LEAST_WAIT_MS, MOST_WAIT_MS));
      for (const element of this.#added.get(place) ?? []) came.add(element);
      this.#added.delete(place);
    }
    this.#dropDetached();
    const owners = due.filter((place) => place.isConnected);
    const changes = { owners, added: outermost(came), left: this.#left, all: this.#all };
    this.#left = false;
    this.#all = false;
    return changes;
  }

  /** None in a part that has left the page: that it left is a change of its own. */
  #placeOf(target: Node): Place | null {
    if (!target.isConnected || this.#options.isOwnNode(target)) return null;
    const place = ownerOf(target);
    // The page's root itself was replaced.
    if (!place) this.touchAll();
    return place;
  }

  #noteChildren(place: Place, { addedNodes, removedNodes }: Change): void {
    const came = this.#ofPage(addedNodes);
    const hasLeft = this.#ofPage(removedNodes).length > 0;
    if (hasLeft) this.#left = true;
    if (hasLeft || came.length > 0) this.touch(place);
    if (!this.#all) for (const node of came) if (node.nodeType === 1) this.#addTo(place, node as Element);
  }

  #ofPage(nodes: NodeList): Node[] {
    return Array.from(nodes).filter((node) => !this.#options.isOwnNode(node));
  }

  #addTo(place: Place, element: Element): void {
    const added = this.#added.get(place);
    if (added) added.add(element);
    else this.#added.set(place, new Set([element]));
  }

  #size(): number {
    let size = this.#fresh.size + this.#waiting.size;
    for (const added of this.#added.values()) size += added.size;
    return size;
  }

  /** Lets go what waits and has left the page meanwhile. */
  #dropDetached(): void {
    for (const places of [this.#fresh, this.#waiting])
      for (const place of places) if (!place.isConnected) places.delete(place);
    for (const [place, added] of this.#added) {
      for (const element of added) if (!element.isConnected) added.delete(element);
      if (added.size === 0 || !place.isConnected) this.#added.delete(place);
    }
  }
}

function outermost(came: Set<Element>): Element[] {
  return [...came].filter((element) => {
    if (!element.isConnected || isWithin(element.parentNode, came)) return false;
    return !isInlineTag(element) || element.firstElementChild !== null || element.shadowRoot !== null;
  });
}

/** True where `node` or anything around it in its tree is one of `roots`. */
export function isWithin(node: Node | null, roots: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = at.parentNode) if (roots.has(at)) return true;
  return false;
}
