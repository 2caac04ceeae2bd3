/** A small web on this machine: serves test pages under any host that ends in `.test`, and records whatever else is asked for. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What browsers ask for by themselves, with or without extensions: their own updates, clocks and accounts. */
const BROWSERS_OWN =
  /(?:^|\.)(?:google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(?:com|org|net)|firefox\.com)(?::\d+)?$/;

/** A page: its HTML, or its HTML with headers. */
export type TestPage = string | { html: string; headers?: Record<string, string> };

export class TestWeb {
  /** Requests to hosts outside of the test web: what must stay empty. */
  readonly outside: string[] = [];
  readonly #pages = new Map<string, TestPage>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    // An encrypted connection: noted and refused.
    this.#server.on('connect', (request, socket) => {
      this.#note(request.url ?? '', `CONNECT ${request.url}`);
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    // ws: and other upgrades of a plain connection.
    this.#server.on('upgrade', (request, socket) => {
      this.#note(request.headers.host ?? '', `UPGRADE ${request.url}`);
      socket.on('error', () => undefined);
      socket.destroy();
    });
  }

  static async start(): Promise<TestWeb> {
    const web = new TestWeb();
    await new Promise<void>((resolve) => web.#server.listen(0, '127.0.0.1', resolve));
    return web;
  }

  /** The proxy's port, through which browsers reach the test web. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Puts a page at an address such as `http://news.test/story`; gives the address back. */
  serve(address: string, page: TestPage): string {
    this.#pages.set(address, page);
    return address;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #note(host: string, what: string): void {
    if (!BROWSERS_OWN.test(host)) this.outside.push(what);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (!url.hostname.endsWith('.test')) {
      this.#note(url.hostname, `${request.method} ${url.href}`);
      response.writeHead(502).end();
      return;
    }
    const page = this.#pages.get(`${url.origin}${url.pathname}`);
    if (page === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
      return;
    }
    const { html, headers } = typeof page === 'string' ? { html: page, headers: {} } : page;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  }
}
