/**
 * What has changed on a page and where, until it is read. A place that changes over and over, such as a ticker, has its turn
 * less and less often; once it is left alone it is read at the next look.
 */
import { isOwnNode } from './card-element';
import { isTurn, nextTurn, type Turn } from './pace';
import { isInlineTag, ownerOf } from './text-flow';

/** A block or shadow root whose own text or children changed. The document stands for the late shadow roots anywhere in it. */
export type Place = Element | ShadowRoot | Document;

/** What of a mutation record matters. */
export type Change = Pick<MutationRecord, 'type' | 'target' | 'addedNodes' | 'removedNodes'>;

/** What is to be read now. */
export interface DueChanges {
  /** Places whose own text changed. */
  owners: (Element | ShadowRoot)[];
  /** Elements that came and lie in no other that came. Inline ones without elements in them are read with the place around them. */
  added: Element[];
  /** True where so much changed that everything is to be read again. */
  all: boolean;
  /** True where late shadow roots are to be looked for. */
  sweep: boolean;
}

/** How long a place that changes over and over waits for its next turn, in milliseconds. */
const LEAST_WAIT_MS = 1000;
const MOST_WAIT_MS = 5000;

/** More than this, and everything is read again: keeping it would cost more. */
const MOST_PENDING = 2000;

export class ChangedPlaces {
  readonly #isMarked: (place: Place) => boolean;
  /** Places that changed since the last look, and those that changed before it and wait for their turn. */
  readonly #fresh = new Set<Place>();
  readonly #waiting = new Set<Place>();
  readonly #turns = new WeakMap<Place, Turn>();
  /** Elements that came, each with the place where it did. */
  readonly #added = new Map<Element, Place>();
  #all = false;

  /** @param isMarked true for a place with marks: it waits for no turn, for a mark must not stay where its name has gone */
  constructor(isMarked: (place: Place) => boolean) {
    this.#isMarked = isMarked;
  }

  /** True where {@link take} would give something, now or later. */
  get isPending(): boolean {
    return this.#all || this.#size > 0;
  }

  /** Notes a place that is to be read again. */
  touch(place: Place): void {
    this.#fresh.add(place);
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
    if (this.#size > MOST_PENDING) this.#dropDetached();
    if (this.#size > MOST_PENDING) this.touchAll();
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
    // Left alone since the last look: whatever came over and over has come to its end.
    const due = new Set([...this.#waiting].filter((place) => !this.#fresh.has(place)));
    this.#waiting.clear();
    for (const place of this.#fresh)
      (isTurn(this.#turns.get(place), now) || this.#isMarked(place) ? due : this.#waiting).add(place);
    this.#fresh.clear();
    for (const place of due) this.#turns.set(place, nextTurn(this.#turns.get(place), now, LEAST_WAIT_MS, MOST_WAIT_MS));
    this.#dropDetached();
    const came = new Set<Element>();
    for (const [element, place] of this.#added) if (due.has(place) && this.#added.delete(element)) came.add(element);
    const places = [...due].filter((place) => place.isConnected);
    const owners = places.filter((place) => place.nodeType !== 9) as DueChanges['owners'];
    const sweep = owners.length < places.length;
    const changes = { owners, added: outermost(came), all: this.#all, sweep };
    this.#all = false;
    return changes;
  }

  /** None in a part that has left the page: that it left is a change of its own. */
  #placeOf(target: Node): Place | null {
    if (!target.isConnected || isOwnNode(target)) return null;
    const place = ownerOf(target);
    // The page's root itself was replaced.
    if (!place) this.touchAll();
    return place;
  }

  #noteChildren(place: Place, { addedNodes, removedNodes }: Change): void {
    const came = ofPage(addedNodes);
    if (came.length + ofPage(removedNodes).length > 0) this.touch(place);
    for (const node of came) if (node.nodeType === 1) this.#added.set(node as Element, place);
  }

  get #size(): number {
    return this.#fresh.size + this.#waiting.size + this.#added.size;
  }

  /** Lets go what waits and has left the page meanwhile. */
  #dropDetached(): void {
    for (const nodes of [this.#fresh, this.#waiting, this.#added])
      for (const node of nodes.keys()) if (!node.isConnected) nodes.delete(node as Element);
  }
}

const ofPage = (nodes: NodeList): Node[] => Array.from(nodes).filter((node) => !isOwnNode(node));

function outermost(came: Set<Element>): Element[] {
  return [...came].filter((element) => {
    if (isWithin(element.parentNode, came)) return false;
    return !isInlineTag(element) || element.firstElementChild !== null || element.shadowRoot !== null;
  });
}

/** True where `node` or anything around it in its tree is one of `roots`. */
export function isWithin(node: Node | null, roots: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = at.parentNode) if (roots.has(at)) return true;
  return false;
}
