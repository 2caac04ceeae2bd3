/**
 * Serves the pages of the bench on this machine. The host name says what runs on a page: the same page is opened as
 * `http://ours.localhost:…/page` with the extension and as `http://bare.localhost:…/page` without anything.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What runs on a page: the extension; the extension, switched off there; nothing; a walk over the text nodes; a walk that reads each unit; an empty script; mark.js. */
export type Guest = 'ours' | 'off' | 'bare' | 'walk' | 'units' | 'empty' | 'markjs';

export interface BenchPage {
  name: string;
  html: string;
  /** True for our own pages, whose scripts run. Those of real pages stay silent, and nothing is loaded from elsewhere. */
  hasScript?: boolean;
  /** True where clocks are to be fine: the page stands alone in its process. */
  hasFineClock?: boolean;
}

/** Nothing of a real page may leave this machine, and only the guest's scripts run. */
const SILENT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A real page without the addresses of its frames: a blocked one would show the browser's own page, which has scripts. */
export const withoutFrames = (html: string): string => html.replace(/(<iframe\b[^>]*?\s)src(?:doc)?=/gi, '$1data-src=');

export class BenchWeb {
  readonly #pages = new Map<string, BenchPage>();
  readonly #waiting = new Map<string, () => void>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname === '/reached') {
        response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
        this.#waiting.get(url.search)?.();
        return;
      }
      const page = this.#pages.get(url.pathname.slice(1));
      if (!page) {
        response.writeHead(404).end();
        return;
      }
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          ...(page.hasScript ? {} : { 'content-security-policy': SILENT }),
          ...(page.hasFineClock
            ? { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
            : {}),
        })
        .end(page.html);
    });
  }

  static async start(): Promise<BenchWeb> {
    const web = new BenchWeb();
    await new Promise<void>((resolve) => web.#server.listen(0, '127.0.0.1', resolve));
    return web;
  }

  serve(page: BenchPage): void {
    this.#pages.set(page.name, page);
  }

  /** Address of a page; `visit` keeps several openings of it apart. */
  address(guest: Guest, page: BenchPage, visit: string | number = 0): string {
    this.serve(page);
    return `http://${guest}.localhost:${(this.#server.address() as AddressInfo).port}/${page.name}?${visit}`;
  }

  /** Resolves when the page of `visit` says with a request that it has come to `point`. */
  reached(visit: string | number, point: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(`?${visit}:${point}`, resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
