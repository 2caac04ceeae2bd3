import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../mentions/find-mentions';
import { packNames } from '../../mentions/pack-names';
import { isInsideSkipped } from '../../page/skip-rules';
import { rangeInFlow, type TextFlow } from '../../page/text-flow';
import { companyNamed } from '../fixtures/records';
import { bodyOf, flowsOf } from './documents';

const index = packNames([companyNamed(['Netflora', 'Netflora Music', 'ネトフローラ']), companyNamed('Uvor')], 'v');

/** A piece of a page: text, or an element around pieces. */
type Piece = string | { tag: string; pieces: Piece[] };

const TAGS = ['b', 'i', 'a', 'span', 'x-y', 'p', 'div', 'section', 'code', 'nav', 'button', 'li', 'x-shadow'];
const { pieces } = fc.letrec<{ pieces: Piece[]; piece: Piece }>((tie) => ({
  pieces: fc.array(tie('piece'), { maxLength: 4 }),
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('Net', 'flora', ' ', 'Uvor', 'x', '\n '),
    fc.constantFrom('br', 'hr').map((tag) => ({ tag, pieces: [] })),
    fc.record({ tag: fc.constantFrom(...TAGS), pieces: tie('pieces') }),
  ),
}));

function build(parent: Element | ShadowRoot, list: Piece[]): void {
  const page = parent.ownerDocument as Document;
  for (const piece of list) {
    if (typeof piece === 'string') parent.appendChild(page.createTextNode(piece));
    else {
      const element = page.createElement(piece.tag);
      parent.appendChild(element);
      build(piece.tag === 'x-shadow' ? element.attachShadow({ mode: 'open' }) : element, piece.pieces);
    }
  }
}

function pageOf(list: Piece[]): Element {
  const body = bodyOf('');
  build(body, list);
  return body;
}

/** All text nodes below, those of shadow roots included, in order. */
function textNodes(root: Node): Text[] {
  const below = [...root.childNodes].flatMap((node) => (node.nodeType === 3 ? [node as Text] : textNodes(node)));
  const shadow = (root as Partial<Element>).shadowRoot;
  return shadow ? [...textNodes(shadow), ...below] : below;
}

const plain = (flows: TextFlow[]) => flows.map(({ owner, text, nodes, starts }) => ({ owner, text, nodes, starts }));

describe('of every page', () => {
  it('all text is read once, in order, save what is skipped; white space between blocks is no run', () => {
    const isText = ({ data }: Text) => data.trim() !== '';
    fc.assert(
      fc.property(pieces, (list) => {
        const body = pageOf(list);
        const expected = textNodes(body).filter((node) => !isInsideSkipped(node) && isText(node));
        const flows = flowsOf(body);
        expect(flows.flatMap((flow) => flow.nodes).filter(isText)).toEqual(expected);
        for (const { nodes } of flows) expect(nodes.some(({ data }) => /[^ \t\r\n\f]/.test(data))).toBe(true);
      }),
    );
  });

  it('each text holds what its nodes hold where they are said to begin, and nothing else but line breaks', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        for (const { text, nodes, starts } of flowsOf(pageOf(list))) {
          let rest = text;
          for (const [at, node] of [...nodes.entries()].reverse()) {
            const start = starts[at] ?? -1;
            expect(text.slice(start, start + node.data.length)).toBe(node.data);
            rest = rest.slice(0, start) + rest.slice(start + node.data.length);
          }
          expect(rest).toMatch(/^\n*$/);
        }
      }),
    );
  });

  it('a block read by itself gives the same texts as it gives within its page', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const flows = flowsOf(pageOf(list));
        for (const owner of new Set(flows.map((flow) => flow.owner)))
          expect(plain(flowsOf(owner, undefined, false))).toEqual(plain(flows.filter((flow) => flow.owner === owner)));
      }),
    );
  });
});

describe('splitting a text into nested inline elements', () => {
  const INLINE = ['b', 'i', 'a', 'span', 'em', 'x-y', 'font', 'wbr'];
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('Netflora', 'Netflora Music', 'Uvor', 'ネトフローラ', "'s", ' ', '. ', 'and', '😀', '\u00ad'),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  /** Where to cut, and how deep the piece after it stands. */
  const cuts = fc.array(fc.record({ at: fc.nat(80), depth: fc.nat(3), tag: fc.constantFrom(...INLINE) }), {
    maxLength: 12,
  });

  function split(parent: Element, whole: string, list: { at: number; depth: number; tag: string }[]): void {
    const page = parent.ownerDocument;
    const ordered = [
      { at: 0, depth: 0, tag: 'b' },
      ...list.filter(({ at }) => at < whole.length).sort((a, b) => a.at - b.at),
    ];
    for (const [k, { at, depth, tag }] of ordered.entries()) {
      let place: Node = parent;
      for (let level = 0; level < depth; level++) place = place.appendChild(page.createElement(tag));
      place.appendChild(page.createTextNode(whole.slice(at, ordered[k + 1]?.at ?? whole.length)));
    }
  }

  it('changes no mention, and each leads back to the very nodes', () => {
    fc.assert(
      fc.property(text, cuts, (whole, list) => {
        // White space at the beginning may stand in a node of its own, which is no part of the run then.
        fc.pre(whole.charCodeAt(0) > 0x20);
        const paragraph = bodyOf('<p></p>').firstElementChild as Element;
        split(paragraph, whole, list);
        const [flow, ...others] = flowsOf(paragraph);
        expect([flow?.text, others]).toEqual([whole, []]);
        if (!flow) return;
        for (const { start, end, surface } of findMentions(flow.text, index)) {
          const range = rangeInFlow(flow, start, end);
          const from = flow.nodes.indexOf(range.startContainer as Text);
          const to = flow.nodes.indexOf(range.endContainer as Text);
          const lengths = flow.nodes.slice(from, to).reduce((sum, node) => sum + node.data.length, 0);
          const covered = flow.nodes
            .slice(from, to + 1)
            .map((node) => node.data)
            .join('');
          expect(covered.slice(range.startOffset, lengths + range.endOffset)).toBe(surface);
          // A range begins and ends within the nodes that it names, not at the edge of a neighbour.
          expect(range.startOffset).toBeLessThan((range.startContainer as Text).data.length);
          expect(range.endOffset).toBeGreaterThan(0);
        }
        expect(findMentions(flow.text, index)).toEqual(findMentions(whole, index));
      }),
    );
  });
});
