/**
 * The one element that this extension ever adds to a page: a host with a closed shadow root and the frame that the card is
 * drawn into.
 */

import { ACTION_ATTRIBUTE, CARD_HEADING_ID } from '../model/drawing';

/** Name of the host element. */
export const HOST_TAG = 'privacy-footnotes-card';

/** Page styles reach the host element itself: these win, as important rules of the inner tree do. `all` takes care of every other property. */
const HOST_CSS = `
:host {
  all: initial !important;
  direction: ltr !important;
  unicode-bidi: isolate !important;
  position: fixed !important;
  inset: auto !important;
  left: var(--pf-left, 0) !important;
  top: var(--pf-top, 0) !important;
  width: var(--pf-width, 380px) !important;
  max-height: var(--pf-height, 520px) !important;
  box-sizing: border-box !important;
  display: block !important;
  zoom: var(--pf-zoom, 1) !important;
  z-index: 2147483647 !important;
  contain: layout style !important;
  color-scheme: light dark;
}
:host([data-theme='light']) { color-scheme: light; }
:host([data-theme='dark']) { color-scheme: dark; }
.pf-frame.pf-surface { inline-size: 100%; max-block-size: var(--pf-height, 520px); outline-offset: -3px; }
@media print { :host { display: none !important; } }
`;

/** For a notice that has nothing else to wear: the background has not answered yet, or does not. */
const PLAIN_CSS = `
.pf-surface { box-sizing: border-box; padding: 0 16px; border: 1px solid; overflow: auto; background: Canvas; color: CanvasText;
  font: 14px/1.5 system-ui, sans-serif; }
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

export interface CardElement {
  host: HTMLElement;
  frame: HTMLElement;
  /** Puts style sheet text on, besides the host's own; empty where there is none yet. */
  wear(css: string): void;
}

export interface CardElementOptions {
  /** Called for Escape pressed in the card; no key that is pressed in it reaches the page. */
  onEscape(): void;
  /** Called for an action that is pressed in the card. */
  onAct(name: string, argument: string): void;
}

/** Makes the element; it is not in the page yet. */
export function createCardElement({ onEscape, onAct }: CardElementOptions): CardElement {
  const host = document.createElement(HOST_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('div');
  // Style sheets that are constructed pass a page's Content Security Policy; a style element would not everywhere.
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  let worn: string | undefined;
  const wear = (css: string) => {
    if (css !== worn) sheet.replaceSync(HOST_CSS + (css || PLAIN_CSS));
    worn = css;
  };
  frame.className = 'pf-frame pf-surface';
  frame.tabIndex = -1;
  // The page's language is not the card's.
  frame.lang = 'en';
  frame.setAttribute('role', 'dialog');
  frame.setAttribute('aria-labelledby', CARD_HEADING_ID);
  frame.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest(`[${ACTION_ATTRIBUTE}]`) : null;
    const [name, argument = ''] = pressed?.getAttribute(ACTION_ATTRIBUTE)?.split(' ') ?? [];
    if (name) onAct(name, argument);
  });
  root.append(frame);
  for (const type of KEPT_EVENTS)
    root.addEventListener(type, (event) => {
      if (event instanceof KeyboardEvent && type === 'keydown' && event.key === 'Escape') {
        event.preventDefault();
        onEscape();
      }
      event.stopPropagation();
    });
  host.popover = 'manual';
  return { host, frame, wear };
}

/** A modal dialog or a fullscreen element makes all else inert: a card for a mark inside it must live inside it. */
export function placeForHost(node: Node): Element {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if (at instanceof Element && at.matches(':modal')) return at;
  return document.documentElement;
}
