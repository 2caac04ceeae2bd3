import { liveRange } from './marks';
import type { PageMention } from './page-mentions';
import { elementOf } from './rendering';

/** Brings a mention into view, at once: moving pictures are not wanted by everybody. Leaves it where it is when it is in view. */
export function scrollToMention(mention: PageMention): void {
  const box = liveRange(mention.range)?.getBoundingClientRect();
  const isInView = box && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
  if (isInView) return;
  elementOf(mention.range.startContainer)?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}
