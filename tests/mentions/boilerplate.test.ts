import { describe, expect, it } from 'vitest';
import { isShareLabel as isLabel } from '../../mentions/boilerplate';
import { CUE_LISTS } from '../../mentions/cue-lists';
import { findMentions } from '../../mentions/find-mentions';

import { packFolder } from '../../tools/dataset';

const isShareLabel = (text: string, isLink?: boolean) => isLabel(text, CUE_LISTS, isLink);

describe('a label of a share or sign-in button', () => {
  it.each([
    'Share on Facebook',
    'Share to Twitter (opens in new window)',
    'Facebook Twitter Pinterest Email',
    'Follow us on Twitter. Like us on Facebook.',
    'Sign in with Google',
    'Continue with Apple',
    'Ads by Google',
    'Auf Facebook teilen',
    'Partager sur Twitter',
  ])('is told: %s', (text) => {
    expect(isShareLabel(text)).toBe(true);
  });

  it.each([
    '',
    'Facebook',
    'Netflix',
    'Google',
    'Apple',
    'Facebook gave Netflix access',
    'How to leave Facebook',
    'Twitter bans sharing of passwords',
    'Follow the Facebook trial',
    'Microsoft and Yahoo',
  ])('is not seen in: %s', (text) => {
    expect(isShareLabel(text)).toBe(false);
  });

  it('is told by the bare name of a sharing service where that is one link', () => {
    expect(isShareLabel('Facebook', true)).toBe(true);
    expect(isShareLabel('Netflix', true)).toBe(false);
    expect(isShareLabel('Facebook gave Netflix access', true)).toBe(false);
  });

  it('holds no mention', () => {
    const { names } = packFolder();
    expect(findMentions('Share on Facebook', names)).toEqual([]);
    expect(findMentions('Facebook shared data', names).map((mention) => mention.company)).toEqual(['meta']);
  });
});

describe('text that names a company in passing', () => {
  const { names } = packFolder();
  it.each([
    [
      'a cookie notice',
      'We and our partners (Google, Meta, Criteo) store cookies on your device. Accept all | Settings',
    ],
    ['a cookie notice in German', 'Wir verwenden Cookies von Google und Facebook. Mehr erfahren'],
    ['an embed that asks', 'To view this content you must allow Twitter cookies.'],
    ['small print', 'This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.'],
    ['small print in wrapped lines', 'This site is protected by reCAPTCHA\n and the Google Privacy Policy\n apply.'],
    ['a byline', 'Posted by Andrew Hayden, Software Engineer on Google Play'],
    ['tags', 'Labels: Google Play, Netflix, Featured'],
    ['an affiliate notice', 'As an Amazon Associate we earn from qualifying purchases.'],
    ['a handle', 'Contact her at desk@example.org or on Twitter, @janeharper.'],
    ['an appeal', 'Like The Daily Parish and get our best stories in your Facebook feed.'],
    ['a copyright line', '© 2025 The New York Times Company. Contact us'],
    ['an invitation', 'Jane Harper is a reporter based in Leeds. Follow her on Twitter @janeharper.'],
    ['an invitation to two', 'Find us on Instagram and Facebook.'],
    ['a share bar below a sentence', 'The council said so on Monday.\nShare this article\nFacebook Twitter Reddit'],
  ])('%s holds no mention', (_, text) => {
    expect(findMentions(text, names)).toEqual([]);
  });

  it.each([
    ['google', 'The regulator found that Google stored cookies on your device without consent.'],
    ['google', 'We use cookies, Google told the court, and every reader knows it.'],
    ['twitter', 'Millions follow him on Twitter.'],
    ['meta', 'Copyright holders sued Facebook in May.'],
    ['netflix', 'He said that the studios would sell to\nNetflix, YouTube, Facebook\nand others.'],
    ['amazon', 'By Amazon’s own count, warehouses lost half of their staff.'],
  ])('%s is a mention in a sentence about it', (company, text) => {
    expect(findMentions(text, names).map((mention) => mention.company)).toContain(company);
  });
});
