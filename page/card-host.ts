/**
 * The one element that this extension ever adds to a page: a host with a closed shadow root, in the top layer, put there
 * when a card opens and taken away when it closes.
 */
import { liveRange } from './marks';
import type { PageMention } from './page-reader';
import { type Box, hullOf, isInBox, placeCard } from './place-card';

/** Name of the host element. */
export const HOST_TAG = 'privacy-footnotes-card';

/** How the card was asked for: a keyboard user's focus goes in, a pointer user's stays. */
export type OpenedBy = 'pointer' | 'tap' | 'keyboard';

export interface CardHostOptions {
  /** Style sheet text for the shadow root, besides the host's own. */
  css: string;
  signal: AbortSignal;
  theme(): 'light' | 'dark' | 'system';
  /** Draws the card of `mention` into `container`; called again to redraw. */
  render(container: HTMLElement, mention: PageMention): void;
  /** Takes away what {@link render} drew. */
  unmount(container: HTMLElement): void;
  onClose(mention: PageMention): void;
}

/** How long the pointer may be away from mark and card before the card closes, in milliseconds. */
const LEAVE_MS = 350;
/** How far beside the way from mark to card the pointer may stray, in CSS pixels. */
const SLACK = 12;

/** Page styles reach the host element itself: these win, as important rules of the inner tree do. */
const HOST_CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto !important;
  left: var(--pf-left, 0) !important;
  top: var(--pf-top, 0) !important;
  width: var(--pf-width, 380px) !important;
  max-height: var(--pf-height, 520px) !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: transparent !important;
  overflow: visible !important;
  box-sizing: border-box !important;
  display: block !important;
  visibility: visible !important;
  opacity: 1 !important;
  transform: none !important;
  filter: none !important;
  zoom: 1 !important;
  pointer-events: auto !important;
  z-index: 2147483647 !important;
  contain: layout style !important;
  color-scheme: light dark;
}
:host([data-theme='light']) { color-scheme: light; }
:host([data-theme='dark']) { color-scheme: dark; }
.pf-frame.pf-surface { inline-size: 100%; max-block-size: var(--pf-height, 520px); outline-offset: -3px; }
@media print { :host { display: none !important; } }
`;

/** Events that stay in the card: the page's shortcuts are not for what happens in it. */
const KEPT_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'wheel',
  'beforeinput',
  'input',
  'change',
  'copy',
  'selectstart',
  'focusin',
  'focusout',
];

export class CardHost {
  readonly #options: CardHostOptions;
  #host: HTMLElement | undefined;
  #frame: HTMLElement | undefined;
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
    return node !== null && node === this.#host;
  }

  /** Opens the card at a mark, or moves it there. */
  open(mention: PageMention, openedBy: OpenedBy, anchor = anchorOf(mention)): void {
    if (!anchor) return;
    this.#cancelLeave();
    if (this.#mention === mention && openedBy !== 'keyboard') return;
    this.#mention = mention;
    this.#anchor = anchor;
    const { host, frame } = this.#ensureHost(mention);
    host.dataset.theme = this.#options.theme();
    this.#options.render(frame, mention);
    this.#place();
    if (openedBy !== 'keyboard') return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== host) this.#returnFocus = active;
    frame.focus({ preventScroll: true });
  }

  /** Draws the open card again, after its data changed. */
  refresh(): void {
    if (!this.#mention || !this.#frame) return;
    this.#options.render(this.#frame, this.#mention);
    this.#place();
  }

  close(): void {
    this.#cancelLeave();
    cancelAnimationFrame(this.#placing);
    const mention = this.#mention;
    const host = this.#host;
    if (!host || !this.#frame || !mention) return;
    const hadFocus = this.#holdsFocus();
    this.#opened?.abort();
    this.#options.unmount(this.#frame);
    host.remove();
    this.#host = undefined;
    this.#frame = undefined;
    this.#mention = undefined;
    if (hadFocus && this.#returnFocus?.isConnected) this.#returnFocus.focus({ preventScroll: true });
    this.#returnFocus = undefined;
    this.#options.onClose(mention);
  }

  /** Follows the pointer: away from mark, card and the way between them for a while, and the card closes. */
  pointerMoved(x: number, y: number, inCard: boolean): void {
    if (!this.#host || !this.#anchor) return;
    if (inCard || this.#holdsFocus() || isInBox(x, y, hullOf(this.#anchor, this.#host.getBoundingClientRect()), SLACK))
      this.#cancelLeave();
    else this.#leaving ??= setTimeout(() => this.close(), LEAVE_MS);
  }

  #holdsFocus(): boolean {
    if (!this.#host) return false;
    return (this.#host.getRootNode() as Document | ShadowRoot).activeElement === this.#host;
  }

  #cancelLeave(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #ensureHost(mention: PageMention): { host: HTMLElement; frame: HTMLElement } {
    const parent = placeForHost(mention.range.startContainer);
    if (this.#host && this.#frame && this.#host.parentNode === parent) return { host: this.#host, frame: this.#frame };
    if (this.#host && this.#frame) {
      this.#opened?.abort();
      this.#options.unmount(this.#frame);
      this.#host.remove();
    }
    const host = document.createElement(HOST_TAG);
    const root = host.attachShadow({ mode: 'closed' });
    const frame = document.createElement('div');
    adoptStyles(root, HOST_CSS + this.#options.css);
    frame.className = 'pf-frame pf-surface';
    frame.tabIndex = -1;
    frame.setAttribute('role', 'dialog');
    frame.setAttribute('aria-labelledby', 'pf-card-heading');
    root.append(frame);
    for (const type of KEPT_EVENTS) root.addEventListener(type, (event) => this.#keep(event));
    host.popover = 'manual';
    parent.append(host);
    host.showPopover();
    this.#host = host;
    this.#frame = frame;
    this.#watchWhileOpen();
    return { host, frame };
  }

  #keep(event: Event): void {
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
    event.stopPropagation();
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
    if (!this.#host?.isConnected) return;
    this.#host.hidePopover();
    this.#host.showPopover();
  }

  /** The page moved: the card goes with its mark, and closes when the mark is out of sight. */
  #follow(): void {
    if (!this.#mention || !this.#host) return;
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
    if (!this.#host || !this.#frame || !this.#anchor) return;
    const { style } = this.#host;
    const view = viewport();
    const { width } = placeCard(this.#anchor, 0, view);
    style.setProperty('--pf-width', `${width}px`);
    const borders = this.#frame.offsetHeight - this.#frame.clientHeight;
    const placed = placeCard(this.#anchor, this.#frame.scrollHeight + borders, view);
    style.setProperty('--pf-left', `${placed.left}px`);
    style.setProperty('--pf-top', `${placed.top}px`);
    style.setProperty('--pf-height', `${placed.maxHeight}px`);
  }
}

/** A modal dialog or a fullscreen element makes all else inert: a card for a mark inside it must live inside it. */
function placeForHost(node: Node): Element {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if (at instanceof Element && at.matches(':modal')) return at;
  return document.documentElement;
}

/** Style sheets that are constructed pass a page's Content Security Policy; a style element would not everywhere. */
function adoptStyles(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
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
