/**
 * Makes the card of a mark: at once, or ahead of time. What is made ahead is in the page, drawn and laid out in slices, but
 * unseen and out of reach: showing it then takes a fraction of the work, and taking it away leaves nothing behind.
 */
import { type CardElement, type CardElementOptions, createCardElement, placeForHost, UNSEEN } from './card-element';
import { giveWay, whenIdle } from './idle';
import type { PageMention } from './page-mentions';
import type { Box } from './place-card';

export interface CardMakerOptions extends CardElementOptions {
  /** Style sheet text for the shadow root, besides the host's own; empty while there is none. Asked at each drawing. */
  css(): string;
  /** Draws the card of `mention` into `container`, step by step; called again to redraw. */
  render(container: HTMLElement, mention: PageMention): Iterable<void>;
}

/** So many steps of drawing make a slice: a few milliseconds with the layout of what they drew. */
const STEPS = 8;
/** How long preparing waits for the page to be idle, in milliseconds. */
const IDLE_MS = 50;

export class CardMaker {
  readonly #options: CardMakerOptions;
  #card: CardElement | undefined;
  /** What the card in the page is for. */
  #mention!: PageMention;
  #anchor!: Box;
  /** The mention whose card is drawn whole. */
  #drawn: PageMention | undefined;
  /** From when a card is made ahead until it is shown or taken away. */
  #preparing: AbortController | undefined;

  constructor(options: CardMakerOptions) {
    this.#options = options;
  }

  /** The element in the page, seen or not. */
  get card(): CardElement | undefined {
    return this.#card;
  }

  /** Makes a card ahead of time, in idle time; whatever was made before goes. */
  async prepare(mention: PageMention, anchor: Box): Promise<void> {
    this.remove();
    this.#preparing = new AbortController();
    const { signal } = this.#preparing;
    await whenIdle(IDLE_MS, signal);
    for (const _ of this.#slices(mention, anchor, signal)) {
      await giveWay();
      if (signal.aborted) return;
    }
  }

  /** Takes away what was made ahead of time and not shown. */
  discard(): void {
    if (this.#preparing) this.remove();
  }

  /** Shows the card of a mark beside `anchor`: the one that is there, or one that is made now. */
  show(mention: PageMention, anchor: Box): CardElement {
    this.#endPreparing();
    const card = this.#put(mention, anchor, false);
    if (this.#drawn === mention) card.place(anchor);
    else this.redraw();
    return card;
  }

  /** Draws the card again that is in the page, after its data changed. */
  redraw(): void {
    if (!this.#card) return;
    if (this.#preparing) {
      void this.prepare(this.#mention, this.#anchor);
      return;
    }
    this.#card.wear(this.#options.css());
    for (const _ of this.#options.render(this.#card.frame, this.#mention));
    this.#card.place(this.#anchor);
    this.#drawn = this.#mention;
  }

  remove(): void {
    this.#endPreparing();
    this.#card?.host.remove();
    this.#card = undefined;
    this.#drawn = undefined;
  }

  #endPreparing(): void {
    this.#preparing?.abort();
    this.#preparing = undefined;
  }

  *#slices(mention: PageMention, anchor: Box, signal: AbortSignal): Generator<void, void> {
    const card = this.#put(mention, anchor, true);
    // Whatever enters the top layer from now on would lie over it.
    for (const type of ['beforetoggle', 'fullscreenchange'])
      document.addEventListener(type, () => this.remove(), { signal, capture: true });
    yield;
    card.wear(this.#options.css());
    card.place(anchor);
    yield;
    let steps = 0;
    for (const _ of this.#options.render(card.frame, mention)) {
      if (steps++ % STEPS > 0) continue;
      card.frame.getBoundingClientRect();
      yield;
    }
    card.place(anchor);
    this.#drawn = mention;
  }

  /** Puts the element into the page, or has the one that is there stand for another mention. */
  #put(mention: PageMention, anchor: Box, isUnseen: boolean): CardElement {
    this.#mention = mention;
    this.#anchor = anchor;
    const parent = placeForHost(mention.range.startContainer);
    if (this.#card && this.#card.host.parentNode !== parent) this.remove();
    this.#card ??= createCardElement(this.#options);
    const { host } = this.#card;
    host.toggleAttribute(UNSEEN, isUnseen);
    host.ariaHidden = isUnseen ? 'true' : null;
    if (!host.isConnected) {
      parent.append(host);
      host.showPopover();
    }
    return this.#card;
  }
}
