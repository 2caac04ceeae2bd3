/** Pages that the bench makes itself, always the same. */
import type { BenchPage } from './bench-web';
import { oneOf, randomFrom } from './random';

/** Plain words that begin no name. */
const WORDS =
  'a about after again all along also and another any are as at because been before began between both but by came can could day did different do does down each early even every few first for found from gave good had half has have here house how if in into it its just keep kind last later left like little long made many may more morning most much must near need never new next no not nothing now of often old on once one only or other over own part people perhaps quiet rather road room said same saw seemed several she should since slow small so some soon still such take than that the their them then there these they thing this those though three through time to told too took two under until up very was water way week well went were what when where which while who why window with without work would year years yet'.split(
    ' ',
  );

interface TextOptions {
  /** Names of companies, and the share of sentences that hold one. */
  names: readonly string[];
  named: number;
}

/** Makes sentences, always the same for a seed. */
function sentencesFrom(seed: number, { names, named }: TextOptions = { names: [], named: 0 }): () => string {
  const random = randomFrom(seed);
  return () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => oneOf(WORDS, random));
    if (random() < named) words.splice(1 + Math.floor(random() * (words.length - 1)), 0, oneOf(names, random));
    const line = words.join(' ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  };
}

const paragraph = (next: () => string, sentences: number): string =>
  `<p>${Array.from({ length: sentences }, next).join(' ')}</p>`;

const page = (title: string, body: string, script = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto}</style></head><body><main>${body}</main>${script && `<script>${script}</script>`}</body></html>`;

/** One article of five million characters; some of its sentences name companies. */
export function giantPage(names: readonly string[], characters = 5_000_000): BenchPage {
  const next = sentencesFrom(3, { names, named: 0.05 });
  const parts: string[] = [];
  for (let length = 0; length < characters; ) {
    const part = paragraph(next, 3);
    parts.push(part);
    length += part.length - 7;
  }
  return { name: 'giant', html: page('A long read', parts.join('\n')) };
}

/** A thousand mentions in ordinary text. */
export function mentionsPage(names: readonly string[], mentions = 1000): BenchPage {
  const next = sentencesFrom(5, { names, named: 1 });
  return {
    name: 'mentions',
    html: page('Much is named', Array.from({ length: mentions / 4 }, () => paragraph(next, 4)).join('\n')),
    hasScript: true,
  };
}

/** An article with nothing to mark. */
export function plainPage(): BenchPage {
  const next = sentencesFrom(9);
  return {
    name: 'plain',
    html: page('Nothing is named', Array.from({ length: 40 }, () => paragraph(next, 4)).join('\n')),
  };
}

/** The page asks for an address, which tells the bench where it is; `visit` comes with its own address. */
const TELL = `const tell = (point) => fetch('/reached' + location.search + ':' + point, { mode: 'no-cors', keepalive: true });`;

/** Changes a text, a list, an attribute or an element in turn, a hundred times a second, with nothing to mark. Tells of every hundredth change. */
export function changingPage(): BenchPage {
  const next = sentencesFrom(11);
  const lines = JSON.stringify(Array.from({ length: 50 }, next));
  const body = `<p id="ticker">Quiet so far.</p><ul id="feed">${Array.from({ length: 30 }, () => `<li><b>Now</b> ${next()}</li>`).join('')}</ul>
${Array.from({ length: 120 }, () => paragraph(next, 4)).join('\n')}`;
  const script = `${TELL}
const lines = ${lines};
const ticker = document.getElementById('ticker'), feed = document.getElementById('feed'), cells = document.querySelectorAll('main > p');
let changes = 0;
setInterval(() => {
  const line = lines[changes % lines.length];
  if (changes % 4 === 0) ticker.textContent = line;
  else if (changes % 4 === 1) { const item = document.createElement('li'); item.innerHTML = '<b>Now</b> ' + line; feed.prepend(item); feed.lastElementChild.remove(); }
  else if (changes % 4 === 2) cells[1 + changes % 20].firstChild.data = line;
  else cells[1 + changes % 20].classList.toggle('seen');
  if (++changes % 100 === 0) tell(changes / 100);
}, 10);`;
  return { name: 'changing', html: page('A page that never rests', body, script), hasScript: true };
}

/** Goes to a new view twice a second: an article of forty paragraphs, some naming companies. Tells of every view. */
export function singlePageApplication(names: readonly string[]): BenchPage {
  const next = sentencesFrom(13, { names, named: 0.1 });
  const views = Array.from({ length: 8 }, () => Array.from({ length: 40 }, () => paragraph(next, 3)).join(''));
  const script = `${TELL}
const views = ${JSON.stringify(views)};
let shown = 0;
setInterval(() => {
  const view = document.createElement('article');
  view.innerHTML = '<h1>View ' + shown + '</h1>' + views[shown % views.length];
  history.pushState({}, '', '/spa/' + shown + location.search);
  document.title = 'View ' + shown;
  document.querySelector('main').replaceChildren(view);
  scrollTo(0, 0);
  tell(++shown);
}, 500);`;
  return { name: 'spa', html: page('An application', '<p>Starting.</p>', script), hasScript: true };
}
