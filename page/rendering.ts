/** What the browser says of rendering. Asked only where a decision hangs on it: computed style is not free. */
import type { Rendering } from './text-flow';

/** Rendering by computed style. */
export const browserRendering: Rendering = {
  isInline(element) {
    const display = getComputedStyle(element).display;
    return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
  },
};

/** True where a reader can see the text of `element` now or by scrolling. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
}

/** The element that a node's box belongs to, through shadow roots. */
export function elementOf(node: Node): Element | null {
  if (node.nodeType === 1) return node as Element;
  if (node.nodeType === 11) return (node as Partial<ShadowRoot>).host ?? null;
  return node.parentNode ? elementOf(node.parentNode) : null;
}
