import { describe, expect, it } from 'vitest';
import { HOST_TAG } from '../../page/card-element';
import { type Change, ChangedPlaces, type DueChanges, type Place } from '../../page/changed-places';
import { bodyOf } from './documents';

const changedPlaces = (isMarked = (_place: Place) => false) => new ChangedPlaces(isMarked);

const listOf = (nodes: Node[]) => nodes as unknown as NodeList;

function childChange(target: Node, came: Node[], went: Node[] = []): Change {
  return { type: 'childList', target, addedNodes: listOf(came), removedNodes: listOf(went) };
}

const textChange = (target: Node): Change => ({
  type: 'characterData',
  target,
  addedNodes: listOf([]),
  removedNodes: listOf([]),
});

function find(body: Element, selector: string): Element {
  const found = body.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const NOTHING: DueChanges = { owners: [], added: [], all: false, sweep: false };

describe('what has changed', () => {
  it('is the block around a text, and the elements that came, the outermost only', () => {
    const body = bodyOf('<p>One <b>two</b></p><div><section><h2>Three</h2></section></div>');
    const places = changedPlaces();
    places.note([textChange(find(body, 'b').firstChild as Node)]);
    places.note([childChange(find(body, 'div'), [find(body, 'section')])]);
    places.note([childChange(find(body, 'section'), [find(body, 'h2')])]);
    expect(places.take(0)).toEqual({
      ...NOTHING,
      owners: [find(body, 'p'), find(body, 'div'), find(body, 'section')],
      added: [find(body, 'section')],
    });
    expect(places.isPending).toBe(false);
    expect(places.take(10_000)).toEqual(NOTHING);
  });

  it('is the block around an inline element that came', () => {
    const body = bodyOf('<p>One <b>two</b></p>');
    const places = changedPlaces();
    places.note([childChange(find(body, 'p'), [find(body, 'b')])]);
    expect(places.take(0)).toEqual({ ...NOTHING, owners: [find(body, 'p')] });
  });

  it('is not what happens to the card', () => {
    const body = bodyOf('<p>One</p>');
    const card = body.ownerDocument.createElement(HOST_TAG);
    const places = changedPlaces();
    body.append(card);
    places.note([childChange(body, [card])]);
    places.note([childChange(card, [find(body, 'p')])]);
    card.remove();
    places.note([childChange(body, [], [card])]);
    expect(places.isPending).toBe(false);
    expect(places.take(0)).toEqual(NOTHING);
  });

  it('is nothing in what has left; the place that it left has changed', () => {
    const body = bodyOf('<ul><li>One</li></ul>');
    const [list, item] = [find(body, 'ul'), find(body, 'li')];
    const places = changedPlaces();
    item.remove();
    places.note([textChange(item.firstChild as Node)]);
    places.note([childChange(list, [item])]);
    places.note([childChange(list, [], [item])]);
    expect(places.take(0)).toEqual({ ...NOTHING, owners: [list] });
  });

  it('is everything where too much changed, once', () => {
    const body = bodyOf('<p>One</p>'.repeat(2001));
    const places = changedPlaces();
    places.note(Array.from(body.children, (paragraph) => textChange(paragraph.firstChild as Node)));
    expect(places.isPending).toBe(true);
    expect(places.take(0)).toEqual({ ...NOTHING, all: true });
    expect(places.isPending).toBe(false);
  });

  it('is everything where the root of the page is another', () => {
    const body = bodyOf('<p>One</p>');
    const places = changedPlaces();
    places.note([childChange(body.ownerDocument, [body.ownerDocument.documentElement])]);
    expect(places.take(0)).toEqual({ ...NOTHING, all: true });
  });

  it('is that late shadow roots may be there, where the document is touched', () => {
    const { ownerDocument } = bodyOf('');
    const places = changedPlaces();
    places.touch(ownerDocument);
    expect(places.take(0)).toEqual({ ...NOTHING, sweep: true });
  });

  it('does not grow with what came and left again', () => {
    const body = bodyOf('<ul></ul>');
    const list = find(body, 'ul');
    const places = changedPlaces();
    for (let round = 0; round < 3000; round++) {
      const item = body.ownerDocument.createElement('li');
      list.append(item);
      places.note([childChange(list, [item])]);
      item.remove();
      places.note([childChange(list, [], [item])]);
    }
    expect(places.take(0)).toEqual({ ...NOTHING, owners: [list] });
  });
});

describe('a place that changes over and over', () => {
  /** Looks once a second for so long; when the place was due. */
  function lookedAt(
    places: ChangedPlaces,
    place: Element,
    seconds: number,
    change: (second: number) => void,
  ): number[] {
    const due: number[] = [];
    for (let second = 0; second <= seconds; second++) {
      change(second);
      if (places.take(second * 1000).owners.includes(place)) due.push(second);
    }
    return due;
  }

  it('is read less and less often, at the latest after some seconds', () => {
    const body = bodyOf('<p>One</p>');
    const ticker = find(body, 'p');
    const places = changedPlaces();
    expect(lookedAt(places, ticker, 20, () => places.note([textChange(ticker.firstChild as Node)]))).toEqual([
      0, 1, 3, 7, 12, 17,
    ]);
  });

  it('keeps nothing else waiting', () => {
    const body = bodyOf('<p>One</p><h2>Two</h2>');
    const ticker = find(body, 'p');
    const places = changedPlaces();
    lookedAt(places, ticker, 4, () => places.touch(ticker));
    places.touch(ticker);
    places.touch(find(body, 'h2'));
    expect(places.take(5000).owners).toEqual([find(body, 'h2')]);
    expect(places.isPending).toBe(true);
  });

  it('is read at the next look once it is left alone', () => {
    const body = bodyOf('<p>One</p>');
    const ticker = find(body, 'p');
    const places = changedPlaces();
    expect(lookedAt(places, ticker, 20, (second) => second <= 4 && places.touch(ticker))).toEqual([0, 1, 3, 5]);
    expect(places.isPending).toBe(false);
  });

  it('is read at every look while it has marks', () => {
    const body = bodyOf('<p>One</p>');
    const ticker = find(body, 'p');
    const places = changedPlaces((place) => place === ticker);
    expect(lookedAt(places, ticker, 5, () => places.touch(ticker))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('gives all that came and is still there when its turn comes', () => {
    const body = bodyOf('<ul></ul>');
    const list = find(body, 'ul');
    const places = changedPlaces();
    const came: Element[][] = [];
    for (let second = 0; second <= 3; second++) {
      const item = body.ownerDocument.createElement('li');
      const gone = body.ownerDocument.createElement('li');
      list.append(item, gone);
      places.note([childChange(list, [item, gone])]);
      gone.remove();
      came.push(places.take(second * 1000).added);
    }
    const [first, second, third, fourth] = [...list.children];
    expect(came).toEqual([[first], [second], [], [third, fourth]]);
  });
});
