/**
 * The one element that this extension ever adds to a page: a host with a closed shadow root and the frame that the card is
 * drawn into.
 */

/** Name of the host element. */
export const HOST_TAG = 'privacy-footnotes-card';

/** Page styles reach the host element itself: these win, as important rules of the inner tree do. */
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
  zoom: var(--pf-zoom, 1) !important;
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

export interface CardElement {
  host: HTMLElement;
  frame: HTMLElement;
}

/**
 * Makes the element; it is not in the page yet.
 * @param css style sheet text for the shadow root, besides the host's own
 * @param onEscape called for Escape pressed in the card; no key that is pressed in it reaches the page
 */
export function createCardElement(css: string, onEscape: () => void): CardElement {
  const host = document.createElement(HOST_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('div');
  adoptStyles(root, HOST_CSS + css);
  frame.className = 'pf-frame pf-surface';
  frame.tabIndex = -1;
  // The page's language is not the card's.
  frame.lang = 'en';
  frame.setAttribute('role', 'dialog');
  frame.setAttribute('aria-labelledby', 'pf-card-heading');
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
  return { host, frame };
}

/** A modal dialog or a fullscreen element makes all else inert: a card for a mark inside it must live inside it. */
export function placeForHost(node: Node): Element {
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
