/**
 * Firefox ends a page's script at an update of the extension without a last word to it: the marks and an open card that it
 * leaves behind are taken away by the next copy.
 */
import { HOST_TAG } from './card-element';
import { CURRENT_HIGHLIGHT, MARK_HIGHLIGHT } from './marks';

export function sweepRemains(): void {
  for (const name of [MARK_HIGHLIGHT, CURRENT_HIGHLIGHT]) CSS.highlights.delete(name);
  for (const host of document.querySelectorAll(HOST_TAG)) host.remove();
}
