import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageText } from '../../tools/page-text';

const runs = (html: string) =>
  readPageText(html)
    .runs.map(({ text }) => text.trim())
    .filter((run) => run !== '');

describe('the text of an HTML file', () => {
  it('has the title apart', () => {
    const page = readPageText('<html><head><title>On Netflora</title></head><body><p>Text</p></body></html>');
    expect([page.title, page.runs]).toEqual(['On Netflora', [{ text: 'Text', isLink: false }]]);
  });

  it('is read of a fragment, too', () => {
    expect(runs('<p>One</p><p>Two</p>')).toEqual(['One', 'Two']);
  });

  it('leaves out what its own attributes hide', () => {
    expect(runs('<p>One</p><div style="display: none"><p>Two</p></div><p style="visibility:hidden">Three</p>')).toEqual(
      ['One'],
    );
  });

  it('parts inline elements that their attributes make blocks', () => {
    expect(runs('<p>Net<span style="display:block">flora</span></p>')).toEqual(['Net\nflora']);
  });

  it('is there for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => Array.isArray(readPageText(text).runs)),
    );
  });
});
