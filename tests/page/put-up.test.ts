import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Drawing } from '../../model/drawing';
import { putUp } from '../support/put-up';

let place: HTMLElement;
beforeEach(() => {
  place = parseHTML('<!doctype html><html><body><div></div></body></html>').document.querySelector(
    'div',
  ) as unknown as HTMLElement;
});

describe('a drawing is put up', () => {
  it('as elements and text', () => {
    putUp(place, [['p', { class: 'a' }, 'One ', ['a', { href: 'https://a.example/?b' }, 'two'], '.'], 'three']);
    expect(place.innerHTML).toBe('<p class="a">One <a href="https://a.example/?b">two</a>.</p>three');
  });

  it('with SVG in its namespace, and what is beside it in HTML’s', () => {
    putUp(place, [
      ['svg', { viewBox: '0 0 1 1' }, ['path', { d: 'M0 0' }]],
      ['p', {}],
    ]);
    const [svg, p] = place.children;
    for (const element of [svg, svg?.firstElementChild])
      expect(element?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(svg?.getAttribute('viewBox')).toBe('0 0 1 1');
    expect(p?.namespaceURI).toBe(place.namespaceURI);
  });

  it('with markup in text as text', () => {
    putUp(place, [['p', {}, '<img src=x onerror=alert(1)>', ['slot', { name: 'surface' }]]], { surface: '<b>' });
    expect(place.querySelectorAll('*')).toHaveLength(1);
    expect(place.textContent).toBe('<img src=x onerror=alert(1)><b>');
  });

  it('with what the page says in its slots, and nothing where it says nothing', () => {
    const drawing: Drawing = ['p', {}, ['slot', { name: 'why' }, ['span', {}, 'for ', ['slot', { name: 'why' }]]]];
    putUp(place, [drawing], { why: 'that' });
    expect(place.innerHTML).toBe('<p><span>for that</span></p>');
    putUp(place, [drawing], { why: '' });
    expect(place.innerHTML).toBe('<p></p>');
    putUp(
      place,
      [
        ['slot', { name: 'surface' }],
        ['slot', {}],
      ],
      {},
    );
    expect(place.innerHTML).toBe('');
  });
});

describe('what is not safe is left out', () => {
  it.each([
    'script',
    'iframe',
    'style',
    'img',
    'object',
    'form',
    'input',
    'link',
    'SCRIPT',
    'use',
    'foreignObject',
    '',
  ])('the tag “%s”, with all in it', (tag) => {
    putUp(place, [['p', {}, [tag, { href: 'https://a.example' }, 'alert(1)'], 'rest']]);
    expect(place.innerHTML).toBe('<p>rest</p>');
  });

  it.each([
    ['onclick', 'alert(1)'],
    ['onerror', 'alert(1)'],
    ['style', 'background: url(https://a.example)'],
    ['src', 'https://a.example'],
    ['srcdoc', '<p>'],
    ['formaction', 'https://a.example'],
    ['action', 'https://a.example'],
    ['xlink:href', 'https://a.example'],
    ['ping', 'https://a.example'],
    ['is', 'x-y'],
    ['slot', 'x'],
    ['open', ''],
    ['href', 'javascript:alert(1)'],
    ['href', ' javascript:alert(1)'],
    ['href', 'JaVaScRiPt:alert(1)//https://'],
    ['href', 'data:text/html,<script>alert(1)</script>'],
    ['href', 'file:///etc/passwd'],
    ['href', '//a.example'],
    ['href', '/relative'],
    ['href', 'https:a.example'],
    ['href', ''],
  ])('the attribute %s="%s"', (name, value) => {
    putUp(place, [['a', { class: 'a', [name]: value }, 'text']]);
    expect(place.innerHTML).toBe('<a class="a">text</a>');
  });

  it('an address that was safe does not stay for one that is not', () => {
    putUp(place, [['a', { href: 'https://a.example/' }, 'a']]);
    putUp(place, [['a', { href: 'javascript:alert(1)' }, 'b']]);
    expect(place.innerHTML).toBe('<a>b</a>');
  });
});

describe('a drawing is put up again', () => {
  const card = (count: string, ...more: Drawing[]): Drawing => [
    'div',
    { class: 'card' },
    ['button', { type: 'button' }, 'x'],
    ...more,
    ['details', { class: 'why' }, ['summary', {}, 'Why?'], ['p', {}, count]],
  ];

  it('in the elements that are there: focus and what was unfolded stay', () => {
    putUp(place, [card('1')]);
    const before = [...place.querySelectorAll('*')];
    place.querySelector('details')?.setAttribute('open', '');
    putUp(place, [card('2')]);
    expect([...place.querySelectorAll('*')]).toEqual(before);
    for (const [at, element] of [...place.querySelectorAll('*')].entries()) expect(element).toBe(before[at]);
    expect(place.querySelector('details')?.outerHTML).toBe(
      '<details open class="why"><summary>Why?</summary><p>2</p></details>',
    );
  });

  it('with what came in between, and without what is gone', () => {
    putUp(place, [card('1')]);
    const [button, details] = ['button', 'details'].map((tag) => place.querySelector(tag));
    putUp(place, [card('1', ['p', {}, 'new'], 'text')]);
    expect(place.querySelector('button')).toBe(button);
    expect(place.querySelector('details')).toBe(details);
    expect(place.innerHTML).toContain('</button><p>new</p>text<details');
    putUp(place, [card('1')]);
    expect(place.querySelector('button')).toBe(button);
    expect(place.querySelectorAll('div > p')).toHaveLength(0);
    putUp(place, []);
    expect(place.innerHTML).toBe('');
  });

  it('without the attributes that it no longer has', () => {
    putUp(place, [['p', { class: 'a', id: 'b' }]]);
    putUp(place, [['p', { class: 'c' }]]);
    expect(place.innerHTML).toBe('<p class="c"></p>');
  });
});
