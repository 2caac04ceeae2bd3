import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UNSEEN } from '../../page/card-element';
import { CardMaker } from '../../page/card-maker';
import type { PageMention } from '../../page/page-mentions';

/** What stands for the page: its children are the hosts in it. */
const page = { hosts: [] as FakeHost[] };

class FakeHost {
  parentNode: unknown = null;
  readonly attributes = new Set<string>();
  toggleAttribute(name: string, on: boolean): void {
    if (on) this.attributes.add(name);
    else this.attributes.delete(name);
  }
  get isConnected(): boolean {
    return this.parentNode === parent;
  }
  showPopover(): void {}
  remove(): void {
    this.parentNode = null;
    page.hosts = page.hosts.filter((host) => host !== this);
  }
}

const parent = {
  append(host: FakeHost) {
    host.parentNode = parent;
    page.hosts.push(host);
  },
};

vi.mock('../../page/card-element', async (original) => ({
  ...(await original<typeof import('../../page/card-element')>()),
  placeForHost: () => parent,
  createCardElement: () => ({
    host: new FakeHost(),
    frame: { getBoundingClientRect() {} },
    wear() {},
    place() {},
  }),
}));
vi.mock('../../page/idle', () => ({
  // Once it is aborted, nothing follows.
  whenIdle: async (_timeout: number, signal: AbortSignal) => {
    await nextSlice();
    if (signal.aborted) await new Promise(() => {});
  },
  giveWay: () => nextSlice(),
}));

/** The slice that waits for its turn. */
let waiting: (() => void) | undefined;
const nextSlice = () =>
  new Promise<void>((resolve) => {
    waiting = resolve;
  });
/** Lets slices run, all that come where no number is given. */
async function run(slices = Number.POSITIVE_INFINITY): Promise<void> {
  for (let at = 0; at < slices && waiting; at++) {
    const go = waiting;
    waiting = undefined;
    go();
    for (let turns = 0; turns < 4; turns++) await Promise.resolve();
  }
}

const mention = (company: string) => ({ company, range: { startContainer: null } }) as unknown as PageMention;
const anchor = { left: 0, top: 0, right: 10, bottom: 10 };
const netflix = mention('netflix');
const STEPS = 40;

let topLayer: EventTarget;
let record: string;
/** Every drawing that was begun, and what was drawn last step by step. */
let begun: string[];
let shown: string[];
let maker: CardMaker;

beforeEach(() => {
  page.hosts = [];
  waiting = undefined;
  topLayer = new EventTarget();
  vi.stubGlobal('document', topLayer);
  record = 'old';
  begun = [];
  shown = [];
  maker = new CardMaker({
    theme: 'system',
    css: () => '',
    onAct() {},
    onEscape() {},
    *render(_frame, { company }) {
      const text = `${company} ${record}`;
      begun.push(text);
      shown = [];
      for (let step = 0; step < STEPS; step++) {
        shown.push(text);
        yield;
      }
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const isUnseen = () => page.hosts.map((host) => host.attributes.has(UNSEEN));

it('makes a card ahead in slices, unseen; showing it draws nothing again', async () => {
  void maker.prepare(netflix, anchor);
  expect(page.hosts).toEqual([]);
  await run(4);
  expect(isUnseen()).toEqual([true]);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(STEPS / 2);
  await run();
  expect(shown).toHaveLength(STEPS);
  maker.show(netflix, anchor);
  expect(isUnseen()).toEqual([false]);
  expect(begun).toEqual(['netflix old']);
});

it('shows a card that is half made whole, and no slice comes after', async () => {
  void maker.prepare(netflix, anchor);
  await run(5);
  maker.show(netflix, anchor);
  expect(isUnseen()).toEqual([false]);
  expect(shown).toHaveLength(STEPS);
  record = 'new';
  await run();
  expect(begun).toEqual(['netflix old', 'netflix old']);
  expect(page.hosts).toHaveLength(1);
});

it.each([1, 3, 5, Number.POSITIVE_INFINITY])(
  'a record that comes when %d slices are made stands in the card',
  async (slices) => {
    void maker.prepare(netflix, anchor);
    await run(slices);
    record = 'new';
    maker.redraw();
    await run();
    expect(isUnseen()).toEqual([true]);
    maker.show(netflix, anchor);
    expect(isUnseen()).toEqual([false]);
    expect(new Set(shown)).toEqual(new Set(['netflix new']));
    expect(shown).toHaveLength(STEPS);
  },
);

it('a card for another mark than the one that is shown is drawn anew', async () => {
  void maker.prepare(netflix, anchor);
  await run();
  maker.show(mention('spotify'), anchor);
  expect(new Set(shown)).toEqual(new Set(['spotify old']));
  expect(isUnseen()).toEqual([false]);
});

it.each([0, 1, 3, Number.POSITIVE_INFINITY])('takes away what is made after %d slices', async (slices) => {
  void maker.prepare(netflix, anchor);
  await run(slices);
  maker.discard();
  await run();
  expect(page.hosts).toEqual([]);
  // An open card is not discarded.
  maker.show(netflix, anchor);
  maker.discard();
  expect(isUnseen()).toEqual([false]);
});

it.each(['beforetoggle', 'fullscreenchange'])(
  'does not stay beneath what comes to the top layer (%s)',
  async (type) => {
    void maker.prepare(netflix, anchor);
    await run();
    topLayer.dispatchEvent(new Event(type));
    expect(page.hosts).toEqual([]);
    maker.show(netflix, anchor);
    topLayer.dispatchEvent(new Event(type));
    expect(isUnseen()).toEqual([false]);
    expect(shown).toHaveLength(STEPS);
  },
);
