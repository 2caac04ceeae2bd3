/** Whether the addresses of sources can be reached. Asks each once, gently; what it finds are warnings, never errors. */
import pLimit from 'p-limit';
import type { Incident } from '../../model/incident';
import type { Problem } from '../../model/problem';
import type { Record_ } from '../../model/rule';
import { LINK_RULES } from './link-rules';

/** How many addresses are asked at a time, and how long one may take. */
const AT_ONCE = 8;
const TIMEOUT = 15_000;

/** Some servers turn away whatever names no browser; this says what it is and follows their custom. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; privacy-footnotes-link-check)',
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
};

/** What became of asking for an address. `refused`: it answers, but not to a machine. */
export type Reached = { state: 'ok' | 'refused' } | { state: 'gone' | 'unreachable'; why: string; code?: string };

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Failures that tell of this machine's network as much as of the other's. */
const NETWORK_CODES = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
];

async function ask(url: string, method: 'HEAD' | 'GET', fetchPage: Fetch): Promise<Reached> {
  try {
    const response = await fetchPage(url, {
      method,
      headers: HEADERS,
      redirect: 'follow',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await response.body?.cancel();
    if (response.ok) return { state: 'ok' };
    const why = `answers ${response.status}`;
    if (response.status === 404 || response.status === 410) return { state: 'gone', why };
    return response.status < 500 ? { state: 'refused' } : { state: 'unreachable', why };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause;
    const code = cause?.code ?? (error as Error).name;
    if (code === 'ENOTFOUND') return { state: 'gone', why: 'its host has no address', code };
    return {
      state: 'unreachable',
      why: code === 'TimeoutError' ? 'no answer in 15 seconds' : `no answer (${code})`,
      code,
    };
  }
}

/** Asks for one address: HEAD, and GET where that was not plainly answered. */
export async function reach(url: string, fetchPage: Fetch = fetch): Promise<Reached> {
  const head = await ask(url, 'HEAD', fetchPage);
  return head.state === 'ok' || ('code' in head && head.code === 'ENOTFOUND') ? head : ask(url, 'GET', fetchPage);
}

export interface LinkReport {
  problems: Problem[];
  /** Addresses asked for; 0 where there is no network. */
  asked: number;
  /** Addresses that answer but turn machines away: nothing is known of them. */
  refused: number;
  /** False where no address of the first few could be reached for want of a network. */
  network: boolean;
}

/** Asks for every address of the sources once, and reports those that cannot be read. */
export async function checkLinks(incidents: readonly Record_<Incident>[], fetchPage?: Fetch): Promise<LinkReport> {
  const places = new Map<string, { file: string; field: (string | number)[] }[]>();
  for (const { file, record } of incidents)
    for (const [index, source] of record.sources.entries())
      places.set(source.url, [...(places.get(source.url) ?? []), { file, field: ['sources', index, 'url'] }]);
  const report: LinkReport = {
    problems: [],
    asked: 0,
    refused: 0,
    network: await hasNetwork([...places.keys()], fetchPage),
  };
  if (!report.network) return report;
  const limit = pLimit(AT_ONCE);
  await Promise.all(
    [...places].map(([url, fields]) =>
      limit(async () => {
        const reached = await reach(url, fetchPage);
        report.asked++;
        if (reached.state === 'refused') report.refused++;
        if (reached.state !== 'gone' && reached.state !== 'unreachable') return;
        const { severity, mend, id } = LINK_RULES[reached.state === 'gone' ? 0 : 1];
        for (const place of fields)
          report.problems.push({ rule: id, severity, mend, ...place, message: `${url} ${reached.why}` });
      }),
    ),
  );
  report.problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return report;
}

/** True where one of a few addresses of different hosts answers in whatever way. */
async function hasNetwork(urls: readonly string[], fetchPage?: Fetch): Promise<boolean> {
  const byHost = new Map(urls.map((url) => [new URL(url).host, url]));
  const few = [...byHost.values()].slice(0, 6);
  const answers = await Promise.all(few.map((url) => ask(url, 'HEAD', fetchPage ?? fetch)));
  return few.length === 0 || answers.some((answer) => !('code' in answer && NETWORK_CODES.includes(answer.code ?? '')));
}

/** What the check of addresses came to, in a line. */
export function linkSummary(report: LinkReport): string {
  if (!report.network)
    return 'Addresses were not checked: no network here (none of the first few hosts could be reached).';
  // An address that several records list is one address.
  const count = (rule: string) =>
    new Set(report.problems.flatMap((problem) => (problem.rule === rule ? problem.message : []))).size;
  return `Addresses: ${report.asked} asked, ${count('link-gone')} gone, ${count('link-unreachable')} silent, ${report.refused} answer but turn machines away (nothing is known of them).`;
}
