/** The popup: from its opening to the painted list of companies, against a page of an extension with nothing but a list in it. */
import type { Page } from 'puppeteer-core';
import { type Bench, type Findings, inWords, type Part } from './bench';
import { nextVisit } from './page-load';
import { mentionsPage } from './pages';
import { noiseOf, ratiosOf, spreadOf } from './statistics';

export const popupPart: Part = { rows: ['popup'], run: measurePopup };

/** Put into each popup before anything else of it: notes when a list was there and the frame after it was done. */
const WATCH = `(() => {
  const look = () => {
    if (window.benchPainted || window.benchSeen || !document.querySelector('main li')) return;
    window.benchSeen = true;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.benchPainted = performance.now(); };
      port2.postMessage(0);
    });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()`;

async function measurePopup(bench: Bench): Promise<Findings> {
  const { browser, web } = bench;
  const article = await browser.open(web.address('ours', mentionsPage(bench.plainNames, 40), nextVisit()));
  await browser.untilRead(article);
  const tab = await browser.activeTab();
  const empty = await emptyPopup(bench);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < (bench.isQuick ? 4 : 15); round++) {
    floor.push(await paintedMs(bench, empty));
    ours.push(await paintedMs(bench, `${browser.extensionOrigin}/popup.html?tab=${tab}`));
  }
  await article.close();
  const ratio = spreadOf(ratiosOf(ours, floor));
  return {
    rows: [
      {
        id: 'popup',
        what: 'popup: from opening to the painted list',
        against: 'an empty popup of the same browser',
        target: 'at most 1.5 times',
        figure: inWords(ratio, 'times'),
        met: ratio.median <= 1.5,
        values: { ratio, oursMs: spreadOf(ours), emptyMs: spreadOf(floor) },
        noise: noiseOf(floor),
        notes: [
          `${inWords(spreadOf(ours), 'ms')} against ${inWords(spreadOf(floor), 'ms')} on the clock, from the beginning of the navigation; opened as a tab, for a toolbar button cannot be pressed without a display: the popup’s own frame is in neither`,
        ],
      },
    ],
  };
}

async function paintedMs({ browser }: Bench, address: string): Promise<number> {
  const tab = await browser.open();
  try {
    await tab.evaluateOnNewDocument(WATCH);
    await tab.goto(address, { waitUntil: 'load' });
    await tab.waitForFunction('window.benchPainted > 0', { polling: 30 });
    return (await tab.evaluate('window.benchPainted')) as number;
  } finally {
    await tab.close();
  }
}

/** Address of the empty popup: that of the other extension, which its own script knows. */
async function emptyPopup({ browser, web, plainNames }: Bench): Promise<string> {
  const tab: Page = await browser.open();
  try {
    const session = await tab.createCDPSession();
    const found = new Promise<string>((resolve) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.startsWith('chrome-extension://')) resolve(context.origin);
      });
    });
    await session.send('Runtime.enable');
    await tab.goto(web.address('empty', mentionsPage(plainNames, 4), nextVisit()), { waitUntil: 'load' });
    return `${await found}/popup.html`;
  } finally {
    await tab.close();
  }
}
