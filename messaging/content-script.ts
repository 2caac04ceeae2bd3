/**
 * The page’s end of the protocol, in the format of `@webext-core/messaging` at the other end: a request is
 * `{id, type, data, timestamp}`, an answer `{res}` or `{err}`. The library itself would be 3 kB more on every page.
 */
import { browser } from 'wxt/browser';
import type { BackgroundProtocol, PageProtocol } from './protocol';

let asked = 0;

/** Asks the background. Rejects where it fails, and where nobody answers. */
export async function askBackground<T extends keyof BackgroundProtocol>(
  type: T,
  ...[data]: Parameters<BackgroundProtocol[T]>
): Promise<ReturnType<BackgroundProtocol[T]>> {
  const answer = await browser.runtime.sendMessage({ id: ++asked, type, data, timestamp: Date.now() });
  if (!answer || answer.err) throw new Error(answer?.err?.message ?? 'No response');
  return answer.res;
}

/** Answers all messages to the page; what they hold is unchecked. */
export function onPageMessages(
  answers: {
    [T in keyof PageProtocol]: (data: unknown) => ReturnType<PageProtocol[T]>;
  },
): void {
  const byType = new Map<unknown, (data: unknown) => unknown>(Object.entries(answers));
  browser.runtime.onMessage.addListener((message, _sender, respond) => {
    const answer = byType.get(message?.type);
    if (!answer) return;
    try {
      respond({ res: answer(message.data) });
    } catch (error) {
      // Three texts: what the library takes for an error.
      respond({ err: { name: 'Error', message: String(error), stack: '' } });
    }
  });
}
