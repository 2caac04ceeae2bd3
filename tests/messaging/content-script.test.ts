/** The page's end of the protocol talks to the library at the other end. */
import { beforeAll, describe, expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

/** Two contexts that hear each other's messages, as JSON. */
function connect() {
  const listeners: Record<'page' | 'background', Listener[]> = { page: [], background: [] };
  const send = (to: 'page' | 'background', message: unknown) =>
    new Promise<unknown>((resolve) => {
      const plain = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
      let answered = false;
      for (const listener of listeners[to]) {
        const later = listener(plain(message), { id: 'x' }, (answer) => {
          answered = true;
          resolve(plain(answer));
        });
        if (later === true) answered = true;
      }
      if (!answered) resolve(undefined);
    });
  const runtimeOf = (own: 'page' | 'background') => ({
    id: 'x',
    onMessage: { addListener: (listener: Listener) => listeners[own].push(listener), removeListener: () => {} },
    sendMessage: (message: unknown, callback?: (answer: unknown) => void) => {
      const answer = send('background', message);
      if (callback) void answer.then(callback);
      return answer;
    },
  });
  const tabs = {
    sendMessage: (_tab: number, message: unknown, _options: unknown, callback: (answer: unknown) => void) =>
      void send('page', message).then(callback),
  };
  return { listeners, page: { runtime: runtimeOf('page') }, background: { runtime: runtimeOf('background'), tabs } };
}

const contexts = connect();
let page: typeof import('../../messaging/content-script');
let background: typeof import('../../messaging/background');
let toPage: typeof import('../../messaging/page');

// The page's end looks for its browser where it is loaded, the library where it sends and listens.
beforeAll(async () => {
  vi.stubGlobal('browser', contexts.page);
  page = await import('../../messaging/content-script');
  vi.stubGlobal('chrome', contexts.background);
  background = await import('../../messaging/background');
  toPage = await import('../../messaging/page');
});

describe('the page asks the background', () => {
  it('and has its answer', async () => {
    const seen = vi.fn();
    background.onBackgroundMessage('drawCards', ({ data }) => {
      seen(data);
      return [{ id: 'meta', name: 'Meta', drawing: '["p",{}]' }];
    });
    const request = { companies: ['meta'], onPage: ['meta'], incidents: 3 };
    expect(await page.askBackground('drawCards', request)).toEqual([{ id: 'meta', name: 'Meta', drawing: '["p",{}]' }]);
    expect(seen).toHaveBeenCalledWith(request);
  });

  it('without an answer where there is none to give', async () => {
    background.onBackgroundMessage('setBadge', () => undefined);
    expect(await page.askBackground('setBadge', { companies: 1 })).toBeUndefined();
  });

  it('and learns that it failed', async () => {
    background.onBackgroundMessage('getCardLook', () => {
      throw new TypeError('no look');
    });
    await expect(page.askBackground('getCardLook')).rejects.toThrow('no look');
  });

  it('and learns that nobody answered', async () => {
    await expect(page.askBackground('getDatasetInfo')).rejects.toThrow('No response');
  });
});

describe('the page answers', () => {
  const answers = {
    reportPage: () => ({ host: 'a.example', state: 'read' as const, companies: [] }),
    jumpTo: (data: unknown) => ({ found: (data as { company: string }).company === 'meta' }),
    nextFootnote: (): { found: boolean } => {
      throw new Error('no page');
    },
  };

  beforeAll(() => page.onPageMessages(answers));

  it('who asks by the library', async () => {
    expect(await toPage.askPage('reportPage', undefined, 1)).toEqual(answers.reportPage());
    expect(await toPage.askPage('jumpTo', { company: 'meta' }, 1)).toEqual({ found: true });
  });

  it('that it failed', async () => {
    await expect(toPage.askPage('nextFootnote', undefined, 1)).rejects.toThrow('no page');
    await expect(toPage.askPage('jumpTo', undefined as never, 1)).rejects.toThrow('TypeError');
  });

  it('nothing to what is no message for it', () => {
    const respond = vi.fn();
    for (const message of [undefined, null, 7, 'reportPage', {}, { type: 'toString' }, { type: ['reportPage'] }])
      for (const listener of contexts.listeners.page) expect(listener(message, {}, respond)).toBeUndefined();
    expect(respond).not.toHaveBeenCalled();
  });
});
