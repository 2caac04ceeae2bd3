/** Starts the browsers that are installed, with the extension loaded. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserKind, findBrowser, OVERRIDES, PACKAGES } from './installed-browsers.mjs';

/** Firefox gives each extension a random address; this one is known. */
export const FIREFOX_UUID = '5f1c6f6e-0d5c-4d0b-9d0a-70726976616f';
export const FIREFOX_ID = 'privacy-footnotes@privacy-footnotes.example';

export interface LaunchOptions {
  kind: BrowserKind;
  /** Folders of unpacked extensions, ours first. */
  extensions: string[];
  headless: boolean;
  /** Profile folder; a new one that is thrown away where not given. */
  profile?: string;
  /** Port of an HTTP proxy on this machine for all traffic, loopback included. */
  proxyPort?: number;
  /** Firefox preferences or Chromium switches besides the usual ones. */
  preferences?: Record<string, string | number | boolean>;
  switches?: string[];
  /** Viewport in CSS pixels; the window decides where null. */
  viewport?: { width: number; height: number } | null;
}

export interface LaunchedBrowser {
  browser: Browser;
  /** Address that our extension's pages begin with, without a slash at the end. */
  extensionOrigin: string;
}

/** Starts a browser with the extensions loaded. Throws where none is installed, saying what to install. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const executablePath = findBrowser(options.kind);
  if (!executablePath)
    throw new Error(
      `no ${options.kind} found: install Debian's package (apt-get install ${PACKAGES[options.kind]}) or set ${OVERRIDES[options.kind]}`,
    );
  return options.kind === 'chromium' ? launchChromium(executablePath, options) : launchFirefox(executablePath, options);
}

async function launchChromium(executablePath: string, options: LaunchOptions): Promise<LaunchedBrowser> {
  const proxy = options.proxyPort
    ? [`--proxy-server=127.0.0.1:${options.proxyPort}`, '--proxy-bypass-list=<-loopback>']
    : [];
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: options.extensions,
    userDataDir: options.profile,
    defaultViewport: options.viewport === undefined ? { width: 1100, height: 800 } : options.viewport,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=OptimizationHints,MediaRouter,Translate',
      '--lang=en-GB',
      ...proxy,
      ...(options.switches ?? []),
    ],
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
    {
      timeout: 30_000,
    },
  );
  return { browser, extensionOrigin: worker.url().replace(/\/background\.js$/, '') };
}

async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<LaunchedBrowser> {
  const proxy = options.proxyPort
    ? {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': options.proxyPort,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': options.proxyPort,
        'network.proxy.allow_hijacking_localhost': true,
        'network.proxy.no_proxies_on': '',
      }
    : {};
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless,
    userDataDir: options.profile,
    defaultViewport: options.viewport === undefined ? { width: 1100, height: 800 } : options.viewport,
    // Without it, no page of an extension can be opened by its address.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.dns.disablePrefetch': true,
      'app.normandy.enabled': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'browser.safebrowsing.malware.enabled': false,
      'browser.safebrowsing.phishing.enabled': false,
      'browser.safebrowsing.provider.mozilla.updateURL': '',
      'browser.region.update.enabled': false,
      'browser.newtabpage.activity-stream.feeds.system.topstories': false,
      'browser.search.update': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'toolkit.telemetry.enabled': false,
      'dom.push.connection.enabled': false,
      'extensions.update.enabled': false,
      'extensions.getAddons.cache.enabled': false,
      'media.gmp-manager.updateEnabled': false,
      ...proxy,
      ...options.preferences,
    },
  });
  for (const folder of options.extensions) await browser.installExtension(folder);
  return { browser, extensionOrigin: `moz-extension://${FIREFOX_UUID}` };
}
