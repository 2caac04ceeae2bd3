/** Documents for tests of the reading, by linkedom: real elements without a browser. */
import { parseHTML } from 'linkedom';
import { isInlineTag, type Rendering, readFlows, type TextFlow } from '../../page/text-flow';

/** What a browser without style sheets would answer. */
export const TAGS_ALONE: Rendering = { isInline: isInlineTag };

/** The body of a page with this content. */
export const bodyOf = (html: string): Element =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as Element;

export const flowsOf = (root: Element | ShadowRoot, rendering = TAGS_ALONE, deep = true): TextFlow[] => [
  ...readFlows(root, rendering, deep),
];

/** The texts that are read of a page with this content, spaces at their ends left out, empty ones, too. */
export const textsOf = (html: string, rendering = TAGS_ALONE): string[] =>
  flowsOf(bodyOf(html), rendering)
    .map((flow) => flow.text.trim())
    .filter((text) => text !== '');
