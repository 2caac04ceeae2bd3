import { describe, expect, it } from 'vitest';
import { isInlineTag, ownerOf, rangeInFlow } from '../../page/text-flow';
import { bodyOf, flowsOf, TAGS_ALONE, textsOf } from './documents';

describe('the text of a page', () => {
  it.each([
    ['joins inline elements', '<p>Net<b>fl<i>o</i></b>ra is here</p>', ['Netflora is here']],
    ['joins custom elements', '<p>Net<x-hint>flora</x-hint></p>', ['Netflora']],
    ['joins over comments and empty elements', '<p>Net<!-- x --><span></span><wbr>flora</p>', ['Netflora']],
    ['ends at blocks', '<div>One<p>Two</p>Three</div>Four', ['One', 'Two', 'Three', 'Four']],
    ['ends at blocks within inline elements', '<a>One<div>Two</div>Three</a>', ['One', 'Two', 'Three']],
    ['ends at empty blocks', 'Net<hr>flora', ['Net', 'flora']],
    ['breaks the line at br', '<p>Net<br>flora</p>', ['Net\nflora']],
    [
      'keeps table cells and list items apart',
      '<ul><li>A<li>B</ul><table><tr><td>C<td>D</table>',
      ['A', 'B', 'C', 'D'],
    ],
    ['keeps a line break of the source', '<p>Pomelo\n  Music</p>', ['Pomelo\n  Music']],
  ])('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it('parts words that only styled blocks keep apart', () => {
    const styled = {
      isInline: (element: Element) => isInlineTag(element) && element.getAttribute('class') !== 'block',
    };
    expect(textsOf('<p><span class="block">Net</span>flora <b>Net</b>flora</p>', styled)).toEqual([
      'Net\nflora Netflora',
    ]);
  });

  it('goes through open shadow roots, and tells of each', () => {
    const body = bodyOf('<p>Before</p><div id="host"></div><p>After</p>');
    const shadow = body.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (!shadow) throw new Error('no host');
    shadow.innerHTML = '<p>Within</p>';
    const seen: ShadowRoot[] = [];
    const flows = flowsOf(body, { ...TAGS_ALONE, onShadowRoot: (root) => seen.push(root) });
    expect(flows.map((flow) => flow.text)).toEqual(['Before', 'Within', 'After']);
    expect(seen).toEqual([shadow]);
  });

  it('remembers the block that each text stands in', () => {
    const body = bodyOf('<div>One <b>more</b><p>Two</p>Three</div>');
    expect(flowsOf(body).map((flow) => (flow.owner as Element).tagName)).toEqual(['DIV', 'P', 'DIV']);
  });
});

describe('what is skipped', () => {
  it.each([
    '<script>Netflora</script>',
    '<style>Netflora</style>',
    '<noscript>Netflora</noscript>',
    '<textarea>Netflora</textarea>',
    '<button>Netflora</button>',
    '<select><option>Netflora</option></select>',
    '<p><code>Netflora</code></p>',
    '<pre>Netflora</pre><p></p>',
    '<svg><text>Netflora</text></svg>',
    '<nav><p>Netflora</p></nav>',
    '<footer>Netflora</footer>',
    '<div contenteditable>Netflora</div>',
    '<div contenteditable="TRUE"><p>Netflora</p></div>',
    '<div contenteditable="plaintext-only">Netflora</div>',
    '<div role="textbox">Netflora</div>',
    '<div role=" Search ">Netflora</div>',
    '<div hidden>Netflora</div>',
    '<div class="a CodeMirror b">Netflora</div>',
    '<span class="monaco-editor"><p>Netflora</p></span>',
  ])('is all of %s', (html) => {
    expect(textsOf(`Before ${html} after`)).toEqual(['Before', 'after']);
  });

  it.each([
    '<div contenteditable="false">Netflora</div>',
    '<div hidden="until-found">Netflora</div>',
    '<div role="article">Netflora</div>',
    '<div class="my-CodeMirror-like">Netflora</div>',
    '<article><footer>Netflora</footer></article>',
    '<blockquote><footer>Netflora</footer></blockquote>',
  ])('is not %s', (html) => {
    expect(textsOf(`Before ${html} after`)).toContain('Netflora');
  });

  it('is not a text file that the browser shows', () => {
    expect(textsOf('<pre>Netflora</pre>')).toEqual(['Netflora']);
  });

  it('parts the text around it', () => {
    expect(textsOf('<p>Net<code>x</code>flora</p>')).toEqual(['Net', 'flora']);
  });

  it('is skipped as a root, too', () => {
    expect(flowsOf(bodyOf('<nav>Netflora</nav>').firstElementChild as Element)).toEqual([]);
  });
});

describe('a place in a text', () => {
  it('is found again in the nodes', () => {
    const [flow] = flowsOf(bodyOf('<p>The <b>Net</b><i>flo</i>ra app</p>').firstElementChild as Element);
    if (!flow) throw new Error('nothing read');
    const at = flow.text.indexOf('Netflora');
    const range = rangeInFlow(flow, at, at + 8);
    expect([(range.startContainer as Text).data, range.startOffset]).toEqual(['Net', 0]);
    expect([(range.endContainer as Text).data, range.endOffset]).toEqual(['ra app', 2]);
  });

  it('belongs to its nearest block or shadow root', () => {
    const body = bodyOf('<p>One <b>two <i>three</i></b></p><div></div>');
    expect(ownerOf(body.querySelector('i')?.firstChild as Node)).toBe(body.querySelector('p'));
    const shadow = body.querySelector('div')?.attachShadow({ mode: 'open' });
    if (!shadow) throw new Error('no host');
    shadow.innerHTML = '<b>four</b>';
    expect(ownerOf(shadow.firstChild as Node)).toBe(shadow);
  });
});
