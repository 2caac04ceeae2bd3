import { describe, expect, it } from 'vitest';
import { findMentions } from '../../mentions/find-mentions';
import { isShareLabel } from '../../mentions/share-label';
import { packFolder } from '../../tools/dataset';

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
