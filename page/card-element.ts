/**
 * The one element that this extension ever adds to a page: a host with a closed shadow root and the frame that the card is
 * drawn into.
 */

import { ACTION_ATTRIBUTE, CARD_HEADING_ID } from '../model/drawing';
import { type Box, placeCard, viewport } from './place-card';

/** Name of the host element. */
export const HOST_TAG = 'privacy-footnotes-card';

/** True for the element of a card, also after it was taken away. */
export const isOwnNode = (node: EventTarget | null): boolean =>
  (node as Partial<Element> | null)?.localName === HOST_TAG;

/** Attribute of a host whose card is made ready: nothing of it is painted or hit. */
export const UNSEEN = 'data-unseen';

/** Page styles reach the host element itself: these win, as important rules of the inner tree do. `all` takes care of every other property. */
const HOST_CSS = `
:host{all:initial;direction:ltr;unicode-bidi:isolate;position:fixed;inset:auto;box-sizing:border-box;display:block;z-index:2147483647;contain:layout style;}
:host([${UNSEEN}]){clip-path:inset(50%);}
@media print{:host{display:none;}}`.replaceAll(';', '!important;');

/** For a notice that has nothing else to wear: the background has not answered yet, or does not. */
const PLAIN_CSS =
  '.pf-surface{padding:0 16px;border:1px solid;overflow:auto;background:Canvas;color:CanvasText;font:14px/1.5 system-ui}';

/** Events that stay in the card: the page's shortcuts are not for what happens in it. */
const KEPT_EVENTS =
  'keydown keyup keypress click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend wheel beforeinput input change copy selectstart focusin focusout';

export interface CardElement {
  host: HTMLElement;
  frame: HTMLElement;
  /** Puts style sheet text on, besides the host's own; empty where there is none yet. */
  wear(css: string): void;
  /** Puts the host beside `anchor`, as high as what is in the frame by now. */
  place(anchor: Box): void;
}

export interface CardElementOptions {
  theme: 'light' | 'dark' | 'system';
  /** Called for Escape pressed in the card; no key that is pressed in it reaches the page. */
  onEscape(): void;
  /** Called for an action that is pressed in the card. */
  onAct(name: string, argument: string): void;
}

/** Makes the element; it is not in the page yet. */
export function createCardElement({ theme, onEscape, onAct }: CardElementOptions): CardElement {
  const host = document.createElement(HOST_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('div');
  // Style sheets that are constructed pass a page's Content Security Policy; a style element would not everywhere.
  const [own, look] = [new CSSStyleSheet(), new CSSStyleSheet()];
  own.replaceSync(HOST_CSS);
  root.adoptedStyleSheets = [own, look];
  // The place is written into the rule: a variable on the host would have all that is in it styled again.
  const { style } = own.cssRules[0] as CSSStyleRule;
  const set = (values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values))
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value, 'important');
  };
  set({ 'color-scheme': theme === 'system' ? 'light dark' : theme });
  let worn: string | undefined;
  const wear = (css: string) => {
    if (css !== worn) look.replaceSync(css || PLAIN_CSS);
    worn = css;
  };
  const place = (anchor: Box) => {
    const view = viewport();
    // A page that zooms itself zooms its guests too: taken back.
    const zoom = 1 / (host.parentElement?.currentCSSZoom ?? 1);
    set({ zoom: `${zoom}`, width: `${placeCard(anchor, 0, view).width}px` });
    const borders = frame.offsetHeight - frame.clientHeight;
    const { left, top, maxHeight } = placeCard(anchor, frame.scrollHeight + borders, view);
    set({ left: `${left}px`, top: `${top}px`, 'max-height': `${maxHeight}px` });
  };
  frame.className = 'pf-frame pf-surface';
  frame.tabIndex = -1;
  // The page's language is not the card's.
  frame.lang = 'en';
  frame.role = 'dialog';
  frame.setAttribute('aria-labelledby', CARD_HEADING_ID);
  frame.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest(`[${ACTION_ATTRIBUTE}]`) : null;
    const [name, argument = ''] = pressed?.getAttribute(ACTION_ATTRIBUTE)?.split(' ') ?? [];
    if (name) onAct(name, argument);
  });
  root.append(frame);
  for (const type of KEPT_EVENTS.split(' '))
    root.addEventListener(type, (event) => {
      if (event instanceof KeyboardEvent && type === 'keydown' && event.key === 'Escape') {
        event.preventDefault();
        onEscape();
      }
      event.stopPropagation();
    });
  host.popover = 'manual';
  return { host, frame, wear, place };
}

/** A modal dialog or a fullscreen element makes all else inert: a card for a mark inside it must live inside it. */
export function placeForHost(node: Node): Element {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if (at instanceof Element && at.matches(':modal')) return at;
  return document.documentElement;
}
