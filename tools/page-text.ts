/** The text of an HTML file, read by the code that reads pages, without a browser: what a style sheet hides is not known. */
import { parseHTML } from 'linkedom';
import type { PageRun } from '../mentions/weigh';
import { isInlineTag, isWholeLink, type Rendering, readFlows } from '../page/text-flow';

export interface PageText {
  title: string;
  /** One text a run of the page, in order. */
  runs: PageRun[];
}

const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/i;
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const attributeRendering: Rendering = {
  isInline: (element) => isInlineTag(element) && !BLOCK_STYLE.test(element.getAttribute('style') ?? ''),
};

/** Reads the page in `html`. Never throws: what is no HTML is read as its text. */
export function readPageText(html: string): PageText {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const runs: PageRun[] = [];
  for (const flow of readFlows(document.body as unknown as Element, attributeRendering))
    if (!isHidden(flow.owner as Element)) runs.push({ text: flow.text, isLink: isWholeLink(flow) });
  return { title: document.title ?? '', runs };
}

function isHidden(owner: Element): boolean {
  for (let at: Element | null = owner; at; at = at.parentElement)
    if (HIDDEN_STYLE.test(at.getAttribute?.('style') ?? '')) return true;
  return false;
}
