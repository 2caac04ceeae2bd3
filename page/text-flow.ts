/**
 * Reads the text of a page as a reader sees it: runs of text that belong together, over inline elements (`Net<b>flix</b>`),
 * ended by blocks, line breaks and whatever is skipped.
 */
import { wordSet } from '../mentions/word-set';
import { isSkipped } from './skip-rules';

/** A run of text inside one block, and the text nodes that it was read from. */
export interface TextFlow {
  /** The nearest block around the run; the unit that is read again when something in it changes. */
  owner: Element | ShadowRoot;
  text: string;
  nodes: Text[];
  /** Where each node's text begins in `text`, UTF-16 units. */
  starts: number[];
}

/** What reading needs to know of rendering. The command line answers from attributes alone. */
export interface Rendering {
  /** True where the element's box stands in a line of text. */
  isInline(element: Element): boolean;
  /** Called for each open shadow root that the reading enters. */
  onShadowRoot?(root: ShadowRoot): void;
}

const INLINE_TAGS = wordSet(`
  a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rp rt ruby s small span strike strong
  sub sup time u var wbr
`);

/** True for elements that by their tag stand in a line of text. Custom elements do, until their style says otherwise. */
export function isInlineTag(element: Element): boolean {
  return INLINE_TAGS.has(element.localName) || element.localName.includes('-');
}

/** The unit that is read as a whole around `node`: its nearest block or shadow root. */
export function ownerOf(node: Node): Element | ShadowRoot | null {
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (at.nodeType === 11) return 'host' in at ? (at as ShadowRoot) : null;
    if (at.nodeType === 1 && !isInlineTag(at as Element)) return at as Element;
  }
  return null;
}

/**
 * Reads the flows under `root`, in document order, through open shadow roots.
 * @param deep false: only the runs whose owner is `root` itself; nested blocks end a run and are not entered.
 */
export function* readFlows(root: Element | ShadowRoot, rendering: Rendering, deep = true): Generator<TextFlow> {
  if (root.nodeType === 11) rendering.onShadowRoot?.(root as ShadowRoot);
  else {
    if (isSkipped(root as Element)) return;
    const shadow = (root as Element).shadowRoot;
    if (deep && shadow) yield* readFlows(shadow, rendering);
  }
  let owner: Element | ShadowRoot = root;
  const owners: (Element | ShadowRoot)[] = [];
  let flow = emptyFlow(owner);
  let node: Node | null = root.firstChild;

  while (node) {
    const type = node.nodeType;
    let enter = false;
    if (type === 3) append(flow, node as Text, rendering);
    else if (type === 1) {
      const element = node as Element;
      const inline = isInlineTag(element);
      // A block that is not entered ends the run, whatever it is.
      const skipped = (inline || deep) && isSkipped(element);
      if (element.localName === 'br') {
        if (flow.text !== '') flow.text += '\n';
      } else if (!inline || skipped) {
        if (flow.text !== '') {
          yield flow;
          flow = emptyFlow(owner);
        }
        if (!inline && deep && !skipped) {
          if (element.shadowRoot) yield* readFlows(element.shadowRoot, rendering);
          owners.push(owner);
          owner = element;
          flow = emptyFlow(owner);
          enter = true;
        }
      } else {
        if (element.shadowRoot) {
          if (flow.text !== '') yield flow;
          if (deep) yield* readFlows(element.shadowRoot, rendering);
          flow = emptyFlow(owner);
        }
        enter = true;
      }
    }
    if (enter && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    // Up and on: leaving a block ends its run.
    for (;;) {
      if (enter && node === owner && owners.length > 0) {
        if (flow.text !== '') yield flow;
        owner = owners.pop() as Element | ShadowRoot;
        flow = emptyFlow(owner);
      }
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      const parent: Node | null = node.parentNode;
      if (!parent || parent === root) {
        node = null;
        break;
      }
      node = parent;
      enter = true;
    }
  }
  if (flow.text !== '') yield flow;
}

function emptyFlow(owner: Element | ShadowRoot): TextFlow {
  return { owner, text: '', nodes: [], starts: [] };
}

function append(flow: TextFlow, node: Text, rendering: Rendering): void {
  const data = node.data;
  // What is laid out between blocks is no run of its own.
  if (flow.text === '' && isBlank(data)) return;
  const last = flow.nodes.at(-1);
  // Two words that only styled blocks keep apart would join here: a line break stands in for the edge.
  if (last && isWordEdge(flow.text, data) && !areInOneLine(last, node, rendering)) flow.text += '\n';
  flow.starts.push(flow.text.length);
  flow.nodes.push(node);
  flow.text += data;
}

const isBlank = (data: string): boolean => !(data.charCodeAt(0) > 0x20) && data.trim() === '';

function isWordEdge(before: string, after: string): boolean {
  return /\S$/.test(before) && /^\S/.test(after);
}

/** True where every element that begins or ends between two text nodes of a run stands in a line of text. */
export function areInOneLine(first: Text, second: Text, rendering: Rendering): boolean {
  const around = new Set<Node>();
  for (let at: Node | null = first.parentNode; at; at = at.parentNode) around.add(at);
  let common: Node | null = second.parentNode;
  for (; common && !around.has(common); common = common.parentNode)
    if (common.nodeType === 1 && !rendering.isInline(common as Element)) return false;
  for (let at: Node | null = first.parentNode; at && at !== common; at = at.parentNode)
    if (at.nodeType === 1 && !rendering.isInline(at as Element)) return false;
  return true;
}

/** True where every word of a flow stands in a link. */
export function isWholeLink(flow: TextFlow): boolean {
  return flow.nodes.every((node) => node.data.trim() === '' || node.parentElement?.closest('a[href]') != null);
}

/** The text nodes and offsets of a place in a flow. */
export function rangeInFlow(flow: TextFlow, start: number, end: number): StaticRangeInit {
  const first = nodeAt(flow, start);
  const last = nodeAt(flow, end - 1);
  return {
    startContainer: flow.nodes[first] as Text,
    startOffset: start - (flow.starts[first] as number),
    endContainer: flow.nodes[last] as Text,
    endOffset: end - (flow.starts[last] as number),
  };
}

/** Index of the node that holds the unit at `offset`. */
function nodeAt(flow: TextFlow, offset: number): number {
  let low = 0;
  let high = flow.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((flow.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
