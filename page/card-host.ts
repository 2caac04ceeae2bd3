/** The card on the page: opened at a mark, kept beside it, and closed again. It is in the page only while it is open. */
import { type CardElement, createCardElement, placeForHost } from './card-element';
import { liveRange } from './marks';
import type { PageMention } from './page-mentions';
import { type Box, hullOf, isInBox, placeCard } from './place-card';

/** How the card was asked for: a keyboard user's focus goes in, a pointer user's stays. */
export type OpenedBy = 'pointer' | 'tap' | 'keyboard';

export interface CardHostOptions {
  /** Style sheet text for the shadow root, besides the host's own; empty while there is none. Asked at each drawing. */
  css(): string;
  signal: AbortSignal;
  theme: 'light' | 'dark' | 'system';
  /** Draws the card of `mention` into `container`; called again to redraw. */
  render(container: HTMLElement, mention: PageMention): void;
  /** Called for an action that is pressed in the card. */
  onAct(name: string, argument: string): void;
  onClose(mention: PageMention): void;
}

/** How long the pointer may be away from mark and card before the card closes, in milliseconds. */
const LEAVE_MS = 350;
/** How far beside the way from mark to card the pointer may stray, in CSS pixels. */
const SLACK = 12;

export class CardHost {
  readonly #options: CardHostOptions;
  #card: CardElement | undefined;
  #mention: PageMention | undefined;
  #anchor: Box | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #returnFocus: HTMLElement | undefined;
  #opened: AbortController | undefined;
  #placing = 0;

  constructor(options: CardHostOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** The mention whose card is open. */
  get mention(): PageMention | undefined {
    return this.#mention;
  }

  isOwnNode(node: EventTarget | null): boolean {
    return node !== null && node === this.#card?.host;
  }

  /** Opens the card at a mark, or moves it there. */
  open(mention: PageMention, openedBy: OpenedBy, anchor = anchorOf(mention)): void {
    if (!anchor) return;
    this.#cancelLeave();
    if (this.#mention === mention && openedBy !== 'keyboard') return;
    this.#mention = mention;
    this.#anchor = anchor;
    const card = this.#ensureCard(mention);
    const { host, frame } = card;
    host.dataset.theme = this.#options.theme;
    this.#draw(card, mention);
    if (openedBy !== 'keyboard') return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== host) this.#returnFocus = active;
    frame.focus({ preventScroll: true });
  }

  /** Draws the open card again, after its data changed. */
  refresh(): void {
    if (this.#mention && this.#card) this.#draw(this.#card, this.#mention);
  }

  close(): void {
    this.#cancelLeave();
    cancelAnimationFrame(this.#placing);
    const mention = this.#mention;
    const card = this.#card;
    if (!card || !mention) return;
    const hadFocus = this.#holdsFocus();
    this.#opened?.abort();
    card.host.remove();
    this.#card = undefined;
    this.#mention = undefined;
    if (hadFocus && this.#returnFocus?.isConnected) this.#returnFocus.focus({ preventScroll: true });
    this.#returnFocus = undefined;
    this.#options.onClose(mention);
  }

  /** Follows the pointer: away from mark, card and the way between them for a while, and the card closes. */
  pointerMoved(x: number, y: number, inCard: boolean): void {
    if (!this.#card || !this.#anchor) return;
    const box = this.#card.host.getBoundingClientRect();
    if (inCard || this.#holdsFocus() || isInBox(x, y, hullOf(this.#anchor, box), SLACK)) this.#cancelLeave();
    else this.#leaving ??= setTimeout(() => this.close(), LEAVE_MS);
  }

  #holdsFocus(): boolean {
    if (!this.#card) return false;
    const { host } = this.#card;
    return (host.getRootNode() as Document | ShadowRoot).activeElement === host;
  }

  #cancelLeave(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #draw(card: CardElement, mention: PageMention): void {
    card.wear(this.#options.css());
    this.#options.render(card.frame, mention);
    this.#place();
  }

  #ensureCard(mention: PageMention): CardElement {
    const parent = placeForHost(mention.range.startContainer);
    if (this.#card?.host.parentNode === parent) return this.#card;
    if (this.#card) {
      this.#opened?.abort();
      this.#card.host.remove();
    }
    const card = createCardElement({ onEscape: () => this.close(), onAct: this.#options.onAct });
    parent.append(card.host);
    card.host.showPopover();
    this.#card = card;
    this.#watchWhileOpen();
    return card;
  }

  #watchWhileOpen(): void {
    this.#opened = new AbortController();
    const { signal } = this.#opened;
    const place = () => {
      cancelAnimationFrame(this.#placing);
      this.#placing = requestAnimationFrame(() => this.#follow());
    };
    // Escape closes from anywhere; the page gets the key too, for it may have its own use.
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !this.isOwnNode(event.target)) this.close();
      },
      { signal, capture: true, passive: true },
    );
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (!this.isOwnNode(event.target)) this.close();
      },
      { signal, capture: true, passive: true },
    );
    window.addEventListener('resize', place, { signal, passive: true });
    document.addEventListener('scroll', place, { signal, capture: true, passive: true });
    document.addEventListener('fullscreenchange', () => this.#toTop(), { signal });
    window.visualViewport?.addEventListener('resize', place, { signal, passive: true });
    window.visualViewport?.addEventListener('scroll', place, { signal, passive: true });
  }

  /** Back over whatever entered the top layer later. */
  #toTop(): void {
    const host = this.#card?.host;
    if (!host?.isConnected) return;
    host.hidePopover();
    host.showPopover();
  }

  /** The page moved: the card goes with its mark, and closes when the mark is out of sight. */
  #follow(): void {
    if (!this.#mention || !this.#card) return;
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
    this.#place();
  }

  #place(): void {
    if (!this.#card || !this.#anchor) return;
    const { host, frame } = this.#card;
    const { style } = host;
    const view = viewport();
    // A page that zooms itself zooms its guests too: taken back.
    style.setProperty('--pf-zoom', String(1 / (host.parentElement?.currentCSSZoom ?? 1)));
    const { width } = placeCard(this.#anchor, 0, view);
    style.setProperty('--pf-width', `${width}px`);
    const borders = frame.offsetHeight - frame.clientHeight;
    const placed = placeCard(this.#anchor, frame.scrollHeight + borders, view);
    style.setProperty('--pf-left', `${placed.left}px`);
    style.setProperty('--pf-top', `${placed.top}px`);
    style.setProperty('--pf-height', `${placed.maxHeight}px`);
  }
}

/** The box of the first line of a mark that is rendered. */
function anchorOf(mention: PageMention): Box | undefined {
  const rects = liveRange(mention.range)?.getClientRects();
  return rects ? [...rects].find((rect) => rect.width > 0 && rect.height > 0) : undefined;
}

function viewport(): Box {
  const { visualViewport } = window;
  if (!visualViewport) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport;
  return { left, top, right: left + width, bottom: top + height };
}
