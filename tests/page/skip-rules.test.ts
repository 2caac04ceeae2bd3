import { describe, expect, it } from 'vitest';
import { textsOf } from './documents';

const LONG = 'A sentence about Netflix that is long enough to be read by somebody who came for it. '.repeat(10);

describe('what is no reading matter', () => {
  it.each([
    ['a menu by its class', '<div class="main-menu__list"><a href="#">AWS</a> <a href="#">Prime Video</a></div>'],
    ['a share bar', '<div class="post-share"><a href="#">Facebook</a><a href="#">Reddit</a></div>'],
    ['a cookie notice by its id', '<div id="cookie-notice">We and Google set cookies.</div>'],
    [
      'a list of short links',
      '<ul><li><a href="#">iPhone</a></li><li><a href="#">iPad</a></li><li><a href="#">Netflix</a></li></ul>',
    ],
    ['a byline', '<span class="entry-byline">By Jane at Netflix</span>'],
    ['navigation by its element', '<nav>Netflix</nav>'],
  ])('%s is left out', (_, html) => {
    expect(textsOf(`${html}<p>Rest</p>`)).toEqual(['Rest']);
  });

  it.each([
    ['a page whose wrapper has the name of a menu', `<div class="has-menu menu"><main><p>${LONG}</p></main></div>`],
    ['a paragraph with a class like that', `<p class="social">${LONG}</p>`],
    ['a long text in an element named so', `<div class="share-story">${LONG}</div>`],
    ['a word that only begins so', '<div class="menuisier"><p>Netflix hired a joiner.</p></div>'],
    [
      'a list of headlines',
      `<ul><li><a href="#">${LONG}</a></li><li><a href="#">${LONG}</a></li><li><a href="#">${LONG}</a></li></ul>`,
    ],
    [
      'a list of links in an article',
      '<article><ul><li><a href="#">Netflix</a></li><li><a href="#">Spotify</a></li><li><a href="#">Meta</a></li></ul></article>',
    ],
  ])('%s is read', (_, html) => {
    expect(textsOf(html).join(' ')).toContain('Netflix');
  });
});
