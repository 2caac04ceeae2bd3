/** The script on every page: asks whether this site is switched on, and starts or stops the reader accordingly. */
import './marks.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { askBackground, onPageMessages } from '../../messaging/content-script';
import type { PageReport } from '../../messaging/protocol';
import { isSiteOn, type Settings } from '../../model/settings';
import { sweepRemains } from '../../page/sweep-remains';
import { readFilter } from '../../store/names-filter';
import { readSettings, watchSettings } from '../../store/settings';
import { type ReaderSession, startReaderSession } from './reader-session';

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  // Pages listen to window messages; this script has nothing to tell them.
  noScriptStartedPostMessage: true,
  async main(context) {
    let settings: Settings | undefined;
    let session: ReaderSession | undefined;
    let running: AbortController | undefined;
    let state: PageReport['state'] = 'reading';

    const stop = () => {
      running?.abort();
      running = undefined;
      session = undefined;
    };
    context.onInvalidated(stop);

    const run = async () => {
      stop();
      if (!settings || !isSiteOn(settings, location.hostname)) {
        state = 'off';
        await askBackground('setBadge', { companies: -1 }).catch(onError);
        return;
      }
      state = 'reading';
      const own = new AbortController();
      running = own;
      try {
        const filter = (await readFilter(browser.storage.local)) ?? (await restoredFilter());
        if (own.signal.aborted) return;
        session = startReaderSession({ filter, settings, signal: own.signal, onError });
        await session.firstReading;
      } catch (error) {
        if (own.signal.aborted) return;
        stop();
        state = 'failed';
        onError(error);
      }
    };

    // Messages to an extension that was updated or removed can never be answered: this copy of the script ends itself.
    const onError = (error: unknown) => {
      if (context.isInvalid) stop();
      else console.debug('Privacy Footnotes:', error);
    };

    onPageMessages({
      reportPage() {
        const report: PageReport = { host: location.hostname, ...(session?.report() ?? { state, companies: [] }) };
        // Whoever asks a page that failed waits for it: it tries again.
        if (state === 'failed') void run();
        return report;
      },
      jumpTo: (data) => ({ found: session?.next(String((data as { company?: unknown })?.company)) ?? false }),
      nextFootnote: () => ({ found: session?.next() ?? false }),
    });

    // Nothing tells an orphaned script that it is one; it looks when the reader comes back or moves.
    for (const type of ['visibilitychange', 'pointerover', 'focusin'])
      context.addEventListener(document, type as 'focusin', () => void context.isInvalid, {
        passive: true,
        capture: true,
      });

    sweepRemains();
    // Watched first: what changes while the first reading is under way is not lost.
    const unwatch = watchSettings(browser.storage.onChanged, (changed) => {
      settings = changed;
      void run();
    });
    context.onInvalidated(unwatch);
    const stored = await readSettings(browser.storage.local);
    if (settings) return;
    settings = stored;
    await run();
  },
});

async function restoredFilter() {
  await askBackground('restoreFilter');
  const filter = await readFilter(browser.storage.local);
  if (!filter) throw new Error('the names filter could not be loaded');
  return filter;
}
