import { describe, expect, it } from 'vitest';
import { packNames } from '../../mentions/pack-names';
import { companyNamed } from '../fixtures/records';
import { surfaces } from './proposed';

const index = packNames(
  [
    companyNamed(
      [
        'Netflora',
        'ネトフローラ',
        '奈花',
        '奈花科技',
        '네플로라',
        'Нетфлора',
        'نتفلورا',
        'Νετφλόρα',
        'เน็ตฟลอรา',
        'नेटफ्लोरा',
      ],
      { id: 'netflora' },
    ),
    companyNamed(['LQ', 'LQネット'], { id: 'lq' }),
  ],
  'v',
);
const found = (text: string) => surfaces(text, index);

describe('a name in another script', () => {
  it.each([
    ['katakana', '昨日ネトフローラは発表した', ['ネトフローラ']],
    ['Han, followed by Han', '昨天奈花公司宣布', ['奈花']],
    ['Han, the longest', '昨天奈花科技宣布', ['奈花科技']],
    ['Han, followed by punctuation', '收购奈花。', ['奈花']],
    ['Han, at the end', '奈花', ['奈花']],
    ['Hangul with a particle', '어제 네플로라는 발표했다', ['네플로라']],
    ['Cyrillic', 'Вчера Нетфлора, НЕТФЛОРА и нетфлора', ['Нетфлора', 'НЕТФЛОРА', 'нетфлора']],
    ['Arabic', 'قالت نتفلورا، أمس', ['نتفلورا']],
    ['Greek', 'Η Νετφλόρα είπε', ['Νετφλόρα']],
    ['Thai', 'บริษัทเน็ตฟลอราประกาศ', ['เน็ตฟลอรา']],
    ['Devanagari', 'कल नेटफ्लोरा ने कहा', ['नेटफ्लोरा']],
  ])('is found: %s', (_, text, surfacesThere) => {
    expect(found(text)).toEqual(surfacesThere);
  });

  it.each([
    ['a longer katakana word', '昨日ネトフローラナは'],
    ['the end of a longer katakana word', '昨日スネトフローラは'],
    ['a Cyrillic word with an ending', 'Нетфлорами'],
    ['an Arabic word with an ending', 'نتفلورات'],
  ])('is not found in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['Han', '在Netflora上观看', ['Netflora']],
    ['kana', 'これはNetfloraのアプリ', ['Netflora']],
    ['katakana', 'アプリNetfloraアプリ', ['Netflora']],
    ['Hangul', '주식회사Netflora는', ['Netflora']],
  ])('in Latin letters is found between %s without spaces', (_, text, surfacesThere) => {
    expect(found(text)).toEqual(surfacesThere);
  });

  it('of two letters is found before another script', () => {
    expect(found('新しいLQの電話')).toEqual(['LQ']);
    expect(found('新しいLQネットの電話')).toEqual(['LQネット']);
    expect(found('新しいLQネットNetflora')).toEqual(['LQネット', 'Netflora']);
  });
});
