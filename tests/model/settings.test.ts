import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, isSiteOn, parseSettings, type Settings, siteOf, withSite } from '../../model/settings';

const host = fc.domain();
const settings: fc.Arbitrary<Settings> = fc.record({
  enabled: fc.boolean(),
  marks: fc.boolean(),
  badge: fc.boolean(),
  sitesOff: fc.array(host),
  theme: fc.constantFrom('system', 'light', 'dark'),
});

function expectValid(value: Settings): void {
  for (const flag of [value.enabled, value.marks, value.badge]) expect(typeof flag).toBe('boolean');
  expect(['system', 'light', 'dark']).toContain(value.theme);
  for (const site of value.sitesOff) expect(typeof site === 'string' && site !== '').toBe(true);
}

describe('stored settings', () => {
  it('are read whatever lies in storage', () => {
    const keys = fc.constantFrom('enabled', 'marks', 'badge', 'sitesOff', 'theme', '__proto__', 'other');
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything())), (value) =>
        expectValid(parseSettings(value)),
      ),
    );
  });

  it('come back as they were stored', () => {
    fc.assert(
      fc.property(settings, (value) => {
        expect(parseSettings(JSON.parse(JSON.stringify(value)))).toEqual(value);
      }),
    );
  });

  it('fall to their defaults one by one', () => {
    expect(parseSettings(undefined)).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings({ enabled: 'no', marks: false, theme: 'pink', sitesOff: ['a.example', 7, ''] })).toEqual({
      ...DEFAULT_SETTINGS,
      marks: false,
      sitesOff: ['a.example'],
    });
  });
});

describe('the site switch', () => {
  it('turns off one site with all below it, and no other', () => {
    const off = withSite(DEFAULT_SETTINGS, 'www.News.example', false);
    expect(off.sitesOff).toEqual(['news.example']);
    expect(['news.example', 'WWW.news.example', 'sport.news.example'].map((one) => isSiteOn(off, one))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['oldnews.example', 'example', 'news.example.org'].map((one) => isSiteOn(off, one))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('does what it says for every site, and twice is as once', () => {
    fc.assert(
      fc.property(settings, host, fc.boolean(), (before, site, on) => {
        const after = withSite(before, site, on);
        expect(isSiteOn(after, site)).toBe(on && before.enabled);
        expect(withSite(after, site, on)).toEqual(after);
      }),
    );
  });

  it('leaves every site off while everything is switched off', () => {
    fc.assert(fc.property(settings, host, (value, site) => !isSiteOn({ ...value, enabled: false }, site)));
  });

  it('lifts the switch of a wider site when a narrower one is turned on', () => {
    const off = withSite(DEFAULT_SETTINGS, 'news.example', false);
    expect(isSiteOn(withSite(off, 'sport.news.example', true), 'sport.news.example')).toBe(true);
  });

  it('knows a site without its www and in small letters', () => {
    expect(siteOf('WWW.Example.COM')).toBe('example.com');
  });
});
