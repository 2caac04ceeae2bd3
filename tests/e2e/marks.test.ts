/** Marks on the page: what is marked, what is left alone, and what it costs the page's own DOM (nothing). */
import { expect, test } from 'vitest';
import { html, useSession } from './support/fixture';
import { marksOf, until, waitForMarks } from './support/session';

const session = useSession();

test('names are marked however they are written', async () => {
  const page = await session.current.open(
    'http://news.test/written',
    html(`<p>Facebook, Net<b>flix</b> and <i>Spot</i>ify. Netflix’s and Spotify's. Netflix-owned; SPOTIFY!</p>
      <p>Net&shy;flix, Royal&nbsp;Bank of&#10;Canada, ＮＥＴＦＬＩＸ, “Spotify”</p><p>A netflixing of spotifyers is none.</p>`),
  );
  await waitForMarks(page, [
    'Facebook',
    'Netflix',
    'Spotify',
    'Netflix',
    'Spotify',
    'Netflix',
    'SPOTIFY',
    'Net\u00adflix',
    'Royal\u00a0Bank of\nCanada',
    'ＮＥＴＦＬＩＸ',
    'Spotify',
  ]);
  await page.close();
});

test('fields, editors, code, controls and hidden text are left alone', async () => {
  const page = await session.current.open(
    'http://news.test/left-alone',
    html(`<p>Netflix is read.</p>
      <textarea>Netflix</textarea><input value="Netflix"><select><option>Netflix</option></select><button>Netflix</button>
      <div contenteditable><p>Netflix</p></div><div contenteditable="plaintext-only">Netflix</div>
      <div role="textbox">Netflix</div><div class="monaco-editor"><div>Netflix</div></div><div class="CodeMirror"><span>Netflix</span></div>
      <pre>Netflix</pre><p><code>Netflix</code> <kbd>Netflix</kbd></p><script>const Netflix = 1</script><style>/* Netflix */</style>
      <noscript>Netflix</noscript><template><p>Netflix</p></template><svg><text>Netflix</text></svg>
      <nav>Netflix</nav><footer>Netflix</footer>
      <p hidden>Netflix</p><p style="display:none">Netflix</p><p style="visibility:hidden">Netflix</p>
      <details><summary>More</summary><p>Spotify</p></details>`),
  );
  await waitForMarks(page, ['Netflix']);
  expect(
    await page.evaluate(() =>
      [...(CSS.highlights.get('privacy-footnotes') ?? [])].map((r) => r.startContainer.parentElement?.textContent),
    ),
  ).toEqual(['Netflix is read.']);
  // What is opened later is read then.
  await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await page.close();
});

test('text that arrives later is marked, text that leaves is let go', async () => {
  const page = await session.current.open(
    'http://news.test/later',
    html('<main id="main"><p>Netflix</p></main><x-late></x-late><div id="empty"></div>'),
  );
  await waitForMarks(page, ['Netflix']);
  await page.evaluate(() => {
    const more = document.createElement('section');
    more.innerHTML = '<h2>More</h2><p>And <em>Spotify</em> too</p>';
    document.getElementById('main')?.append(more);
  });
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await page.evaluate(() => {
    const host = document.querySelector('x-late') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Microsoft in a late shadow root</p>';
  });
  await waitForMarks(page, ['Netflix', 'Spotify', 'Microsoft']);
  await page.evaluate(() => {
    const p = document.querySelector('x-late')?.shadowRoot?.querySelector('p');
    if (p?.firstChild) p.firstChild.nodeValue = 'Now Dropbox and Netflix in a shadow root';
  });
  await waitForMarks(page, ['Netflix', 'Spotify', 'Dropbox', 'Netflix']);
  await page.evaluate(() => document.querySelector('section')?.remove());
  await waitForMarks(page, ['Netflix', 'Dropbox', 'Netflix']);
  await page.evaluate(() => {
    const text = document.querySelector('#main p')?.firstChild as Text;
    text.data = 'Nobody is named';
  });
  await waitForMarks(page, ['Dropbox', 'Netflix']);
  await page.close();
});

test('a late shadow root in a box of fixed size is found too', async () => {
  const page = await session.current.open(
    'http://news.test/fixed',
    html('<p>Netflix</p><div id="box" style="position:fixed;width:300px;height:50px;overflow:hidden"></div>'),
  );
  await waitForMarks(page, ['Netflix']);
  await page.evaluate(() => {
    const root = document.getElementById('box')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>Spotify</p>';
  });
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await page.close();
});

test('a page of XML with names in its own case of tags is read like any other', async () => {
  const page = await session.current.open('http://news.test/xhtml', {
    html: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body><p>Net<b>flix</b></p><code>Spotify</code><p>Microsoft</p></body></html>',
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
  });
  await waitForMarks(page, ['Netflix', 'Microsoft']);
  await page.close();
});

test('a name that is put together over time is marked once it is whole', async () => {
  const page = await session.current.open('http://news.test/typed', html('<p id="p">Spotify, Net</p>'));
  await waitForMarks(page, ['Spotify']);
  await page.evaluate(() =>
    document.getElementById('p')?.append(Object.assign(document.createElement('b'), { textContent: 'flix' })),
  );
  await waitForMarks(page, ['Spotify', 'Netflix']);
  await page.close();
});

test('single-page navigation: the new view is read, the old one forgotten', async () => {
  const page = await session.current.open(
    'http://app.test/one',
    html(`<div id="root"><h1>One</h1><p>Netflix</p></div><script>
      window.go = () => { history.pushState({}, '', '/two'); document.title = 'Two';
        document.getElementById('root').innerHTML = '<h1>Two</h1><p>Spotify and Dropbox</p>'; };
      window.reset = () => { document.body.innerHTML = '<p>Microsoft</p>'; };</script>`),
  );
  await waitForMarks(page, ['Netflix']);
  await page.evaluate('go()');
  await waitForMarks(page, ['Spotify', 'Dropbox']);
  await page.evaluate('reset()');
  await waitForMarks(page, ['Microsoft']);
  await page.close();
});

test('infinite scroll: every batch is marked', async () => {
  const page = await session.current.open('http://news.test/endless', html('<div id="feed"></div>'));
  for (let batch = 1; batch <= 5; batch++) {
    await page.evaluate((n) => {
      for (let i = 0; i < 20; i++)
        document
          .getElementById('feed')
          ?.insertAdjacentHTML('beforeend', `<article><p>Item ${n}.${i}: Netflix</p></article>`);
      scrollTo(0, document.body.scrollHeight);
    }, batch);
    await until(
      () => marksOf(page),
      (marks) => marks.length === batch * 20,
      `${batch * 20} marks`,
    );
  }
  await page.close();
});

test("the page's DOM is untouched, nothing shifts, and no mutation is seen", async () => {
  const page = await session.current.open(
    'http://news.test/untouched',
    html(
      `<h1>Netflix and Spotify</h1>${'<p>Facebook gave <a href="#">Netflix</a> and the <b>Royal Bank</b> of Canada access.</p>'.repeat(30)}`,
      'Untouched',
      `<style>::highlight(x){color:red} p{line-height:1.4}</style><script>
        window.shifts = 0; window.mutations = 0;
        try { new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; }).observe({ type: 'layout-shift', buffered: true }); } catch {}
        const boxes = () => JSON.stringify([...document.querySelectorAll('*')].map((el) => { const b = el.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }));
        addEventListener('DOMContentLoaded', () => {
          window.before = document.documentElement.outerHTML; window.boxesBefore = boxes();
          new MutationObserver((records) => { window.mutations += records.length; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        });
        window.compare = () => ({ same: window.before === document.documentElement.outerHTML, boxes: window.boxesBefore === boxes(), shifts: window.shifts, mutations: window.mutations });
      </script>`,
    ),
  );
  await until(
    () => marksOf(page),
    (marks) => marks.length === 92,
    '92 marks',
  );
  expect(await page.evaluate('compare()')).toEqual({ same: true, boxes: true, shifts: 0, mutations: 0 });
  await page.close();
});

test('a share or sign-in label is no mention', async () => {
  const page = await session.current.open(
    'http://news.test/share',
    html(`<p>Facebook gave Spotify access.</p>
      <ul><li><a href="#">Facebook</a></li><li><a href="#">Share on Twitter</a></li></ul>
      <p>Follow us on Instagram</p><div><a href="#">Sign in with Google</a></div><p><a href="#">Netflix</a></p>`),
  );
  await waitForMarks(page, ['Facebook', 'Spotify', 'Netflix']);
  await page.close();
});

test('everyday words are no companies', async () => {
  const page = await session.current.open(
    'http://food.test/harvest',
    html(
      `<h1>A harvest of apples</h1>
      <p>Apple trees stood in rows behind the orchard wall. Apple pie, apple juice and cider were on every table, and oranges too: Orange juice is pressed here all winter. Orange County is far away.</p>
      <p>The Amazon is the largest river by discharge. The Amazon rainforest and the Amazon basin are home to thousands of species; the Amazon River rises in the Andes.</p>
      <p>Target archery is shot at round targets. Target faces are coloured; the archer hits the Target in the middle. Ring finger, wedding Ring, boxing Ring.</p>
      <p>Zoom lenses need light. Zoom in slowly. Meta is a Greek prefix. Visa rules for travellers changed. Harrison Ford starred. Chase Utley batted. Michael Dell’s namesake, a dell, lay in shadow. They chase, they match, they signal.</p>
      <p>Uber is a German preposition without its umlaut. A snap decision; a sky of blue; a shell on the beach.</p>`,
      'Apples, rivers, targets and orange juice',
    ),
  );
  const anchor = await session.current.open('http://food.test/anchor', html('<p>Netflix</p>'));
  await waitForMarks(anchor, ['Netflix']);
  expect(await marksOf(page)).toEqual([]);
  await page.close();
  await anchor.close();
});
