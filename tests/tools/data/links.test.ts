import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../model/check';
import { checkLinks, type Fetch, linkSummary, reach } from '../../../tools/data/links';
import { overlaid } from '../../fixtures/dataset';

const answer = (status: number): Response => new Response(null, { status });
const fails = (code: string) => Promise.reject(new TypeError('fetch failed', { cause: { code } }));
const incidents = checkFiles(overlaid()).records.incidents;
const addresses = new Set(incidents.flatMap(({ record }) => record.sources.map((source) => source.url)));

describe('reaching an address', () => {
  it.each([
    ['answers', 200, 'ok'],
    ['is not found', 404, 'gone'],
    ['is gone', 410, 'gone'],
    ['turns machines away', 403, 'refused'],
    ['asks for patience', 429, 'refused'],
    ['breaks', 503, 'unreachable'],
  ])('one that %s', async (_, status, state) => {
    expect((await reach('https://a.example/', async () => answer(status))).state).toBe(state);
  });

  it('asks with GET where HEAD is not answered', async () => {
    const asked: string[] = [];
    const fetchPage: Fetch = async (_, { method }) => {
      asked.push(String(method));
      return answer(method === 'HEAD' ? 405 : 200);
    };
    expect((await reach('https://a.example/', fetchPage)).state).toBe('ok');
    expect(asked).toEqual(['HEAD', 'GET']);
  });

  it.each([
    ['ENOTFOUND', 'gone'],
    ['ECONNRESET', 'unreachable'],
  ])('one whose connection fails with %s', async (code, state) => {
    expect((await reach('https://a.example/', () => fails(code))).state).toBe(state);
  });
});

describe('checking the addresses of a dataset', () => {
  it('asks for each once, and warns at every source that lists it', async () => {
    const got: string[] = [];
    const report = await checkLinks(incidents, async (url, { method }) => {
      if (method === 'GET') got.push(url);
      return answer(url === 'https://pomelo.example/notice' ? 404 : 200);
    });
    expect(report).toMatchObject({ asked: addresses.size, refused: 0, network: true });
    expect(report.problems.map((problem) => problem.file)).toEqual([
      'incidents/2019/pomelo-breach-2019.json',
      'incidents/2019/pomelo-rumour-2019.json',
    ]);
    expect(report.problems[0]).toMatchObject({
      rule: 'link-gone',
      severity: 'warning',
      field: ['sources', 0, 'url'],
      message: 'https://pomelo.example/notice answers 404',
    });
    expect(linkSummary(report)).toContain(`${addresses.size} asked, 1 gone, 0 silent`);
    expect(got.every((url) => url === 'https://pomelo.example/notice')).toBe(true);
  });

  it('says that there is no network, and warns of nothing', async () => {
    const report = await checkLinks(incidents, () => fails('EAI_AGAIN'));
    expect(report).toMatchObject({ asked: 0, network: false, problems: [] });
    expect(linkSummary(report)).toContain('no network here');
  });

  it('asks for a few at a time only', async () => {
    let now = 0;
    let most = 0;
    await checkLinks(incidents, async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now--;
      return answer(200);
    });
    expect(most).toBeLessThanOrEqual(8);
  });
});
