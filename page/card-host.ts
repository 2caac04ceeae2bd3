/** The card on the page: made ready where the pointer comes to rest, opened at a mark, kept beside it, and closed again. */
import { isOwnNode } from './card-element';
import { CardMaker, type CardMakerOptions } from './card-maker';
import { liveRange } from './marks';
import type { PageMention } from './page-mentions';
import { type Box, hullOf, isInBox, viewport } from './place-card';

/** How the card was asked for: a keyboard user's focus goes in, a pointer user's stays. */
export type OpenedBy = 'pointer' | 'tap' | 'keyboard';

export interface CardHostOptions extends Omit<CardMakerOptions, 'onEscape'> {
  signal: AbortSignal;
  onClose(mention: PageMention): void;
}

/** How long the pointer may be away from mark and card before the card closes, in milliseconds. */
const LEAVE_MS = 350;
/** How far beside the way from mark to card the pointer may stray, in CSS pixels. */
const SLACK = 12;

export class CardHost {
  readonly #options: CardHostOptions;
  readonly #maker: CardMaker;
  #mention: PageMention | undefined;
  #anchor: Box | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #returnFocus: HTMLElement | undefined;
  #opened: AbortController | undefined;
  #placing = 0;

  constructor(options: CardHostOptions) {
    this.#options = options;
    this.#maker = new CardMaker({ ...options, onEscape: () => this.close() });
    options.signal.addEventListener('abort', () => this.close());
  }

  /** The mention whose card is open. */
  get mention(): PageMention | undefined {
    return this.#mention;
  }

  /** Makes the card of a mark ready unseen, for {@link open} or {@link discard}. Nothing is made ready while a card is open. */
  prepare(mention: PageMention, anchor: Box): void {
    if (!this.#mention) void this.#maker.prepare(mention, anchor);
  }

  /** Takes away what was made ready and not opened. */
  discard(): void {
    this.#maker.discard();
  }

  /** Opens the card at a mark, or moves it there. */
  open(mention: PageMention, openedBy: OpenedBy, anchor = anchorOf(mention)): void {
    if (!anchor) return;
    this.#cancelLeave();
    if (this.#mention === mention && openedBy !== 'keyboard') return;
    this.#mention = mention;
    this.#anchor = anchor;
    const { host, frame } = this.#maker.show(mention, anchor);
    if (!this.#opened) this.#watchWhileOpen();
    if (openedBy !== 'keyboard') return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== host) this.#returnFocus = active;
    frame.focus({ preventScroll: true });
  }

  /** Draws the card again, after its data changed. */
  refresh(): void {
    this.#maker.redraw();
  }

  close(): void {
    this.#cancelLeave();
    cancelAnimationFrame(this.#placing);
    const mention = this.#mention;
    if (!mention) return;
    const hadFocus = this.#holdsFocus();
    this.#opened?.abort();
    this.#opened = undefined;
    this.#maker.remove();
    this.#mention = undefined;
    if (hadFocus && this.#returnFocus?.isConnected) this.#returnFocus.focus({ preventScroll: true });
    this.#returnFocus = undefined;
    this.#options.onClose(mention);
  }

  /** Follows the pointer: away from mark, card and the way between them for a while, and the card closes. */
  pointerMoved(x: number, y: number, inCard: boolean): void {
    const box = this.#host?.getBoundingClientRect();
    if (!this.#mention || !box || !this.#anchor) return;
    if (inCard || this.#holdsFocus() || isInBox(x, y, hullOf(this.#anchor, box), SLACK)) this.#cancelLeave();
    else this.#leaving ??= setTimeout(() => this.close(), LEAVE_MS);
  }

  get #host(): HTMLElement | undefined {
    return this.#maker.card?.host;
  }

  #holdsFocus(): boolean {
    return this.#host?.matches(':focus-within') === true;
  }

  #cancelLeave(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #watchWhileOpen(): void {
    this.#opened = new AbortController();
    const { signal } = this.#opened;
    const place = () => {
      cancelAnimationFrame(this.#placing);
      this.#placing = requestAnimationFrame(() => this.#follow());
    };
    const passive = { signal, capture: true, passive: true };
    // Escape closes from anywhere; the page gets the key too, for it may have its own use.
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !isOwnNode(event.target)) this.close();
      },
      passive,
    );
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (!isOwnNode(event.target)) this.close();
      },
      passive,
    );
    document.addEventListener('fullscreenchange', () => this.#toTop(), passive);
    // What scrolls within the page is heard by the window, too.
    for (const view of [window, visualViewport])
      for (const type of ['resize', 'scroll']) view?.addEventListener(type, place, passive);
  }

  /** Back over whatever entered the top layer later. */
  #toTop(): void {
    const host = this.#host;
    if (!host?.isConnected) return;
    host.hidePopover();
    host.showPopover();
  }

  /** The page moved: the card goes with its mark, and closes when the mark is out of sight. */
  #follow(): void {
    if (!this.#mention) return;
    const anchor = anchorOf(this.#mention);
    const view = viewport();
    const isOut =
      !anchor ||
      anchor.bottom < view.top ||
      anchor.top > view.bottom ||
      anchor.right < view.left ||
      anchor.left > view.right;
    if (isOut) {
      this.close();
      return;
    }
    this.#anchor = anchor;
    this.#maker.show(this.#mention, anchor);
  }
}

/** The box of the first line of a mark that is rendered. */
function anchorOf(mention: PageMention): Box | undefined {
  const rects = liveRange(mention.range)?.getClientRects();
  return rects ? [...rects].find((rect) => rect.width > 0 && rect.height > 0) : undefined;
}
