/** One browser with the extension for all tests of a file. */
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { Session, type SessionOptions } from './session';

export interface FixtureOptions extends SessionOptions {
  /** True where a test makes requests that leave the test web, on purpose. */
  mayLeak?: boolean;
}

/** Starts a session before the tests of this file and ends it after them; nothing may have left the browser by then. */
export function useSession({ mayLeak = false, ...options }: FixtureOptions = {}): { readonly current: Session } {
  let session: Session | undefined;
  beforeAll(async () => {
    session = await Session.start(inject('browserKind'), options);
  });
  afterAll(async () => {
    const outside = session?.web.outside;
    await session?.stop();
    if (!mayLeak) expect(outside, 'requests that left the test web').toEqual([]);
  });
  return {
    get current() {
      if (!session) throw new Error('the session has not started');
      return session;
    },
  };
}

/** A page with this body; a doctype and a title around it. */
export const html = (body: string, title = 'A test page', head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
