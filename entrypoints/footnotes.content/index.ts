/**
 * The script on every page: the switch. Asks whether this site is switched on, and starts or stops the reader accordingly; until then
 * nothing of the reader is evaluated (the bundler wraps what is imported later).
 */
import './marks.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { askBackground, onPageMessages } from '../../messaging/content-script';
import type { PageReport } from '../../messaging/protocol';
import { isSiteOn, type Settings } from '../../model/settings';
import { readSettings, watchSettings } from '../../store/settings';
import type { ReaderSession } from './reader-session';

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
      const wasOn = running !== undefined;
      stop();
      const isOn = settings !== undefined && isSiteOn(settings, location.hostname);
      // What the session before had the badge show.
      if (wasOn && !(isOn && settings?.badge)) askBackground('setBadge', { companies: -1 }).catch(onError);
      if (!settings || !isOn) {
        state = 'off';
        return;
      }
      state = 'reading';
      const own = new AbortController();
      running = own;
      try {
        const { startReaderSession } = await import('./reader-session');
        const started = await startReaderSession({ settings, context, signal: own.signal, onError });
        if (own.signal.aborted) return;
        session = started;
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
