/**
 * The life of one copy of the script on a page. Stands in for wxt's own context (see wxt.config.ts), which tells its copies apart by an
 * event on the document: its name holds the extension's id, so every page could have seen that the extension is there.
 */
import { browser } from 'wxt/browser';

/** Where the copy that runs now is kept in the extension's own world, which pages do not see. */
const KEY = Symbol.for('privacy-footnotes');

export class ContentScriptContext {
  readonly #life = new AbortController();

  constructor() {
    // An older copy is of an older class: it can only be talked to by what is public.
    const world = globalThis as { [KEY]?: { end(): void } };
    world[KEY]?.end();
    world[KEY] = this;
  }

  /** Ends this copy: everything that it set up is taken down. */
  end(): void {
    this.#life.abort();
  }

  /** True where this copy is at its end: a newer one took over, or the extension was updated or removed. */
  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.end();
    return this.#life.signal.aborted;
  }

  onInvalidated(listener: () => void): () => void {
    this.#life.signal.addEventListener('abort', listener);
    return () => this.#life.signal.removeEventListener('abort', listener);
  }
}
