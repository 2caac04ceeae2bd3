import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Weighed } from '../../mentions/judge';
import { cardSlots } from '../../page/card-slots';
import type { PageMention } from '../../page/page-mentions';

const WORDS = { ticker: { words: 'a stock ticker follows', weight: 4 }, base: { words: '', weight: -1.4 } };
let surface = '';
beforeEach(() => {
  vi.stubGlobal(
    'Range',
    class {
      setStart() {}
      setEnd() {}
      toString() {
        return surface;
      }
    },
  );
});

function slots(words: string, name: string, mentions = 1, subject = false) {
  surface = words;
  const node = { isConnected: true };
  const mention = {
    range: { startContainer: node, endContainer: node },
    weighed: { barred: false, lower: false, plain: false } as unknown as Weighed,
    cues: ['ticker', 'base'],
  } as unknown as PageMention;
  return cardSlots(name, mention, { id: 'x', mentions, subject }, WORDS);
}

describe('the slots of a card', () => {
  it.each([
    ['Netflix', 'Netflix'],
    ['Netflix’s', 'Netflix'],
    ['NETFLIX', 'Netflix'],
    ['At\u00adlas\u200b Corp', 'AtlasCorp'],
  ])('“%s” shows the name %s', (words, name) => {
    expect(slots(words, name).alias).toBe('');
  });

  it('“Facebook” is told of at Meta', () => {
    expect(slots('Facebook', 'Meta')).toMatchObject({ alias: 'Facebook', surface: 'Facebook' });
  });

  it('say whether the page is about the company, and how often it names it', () => {
    expect(slots('Meta', 'Meta', 3, true)).toMatchObject({ subject: 'Meta', mentions: '3 mentions' });
    expect(slots('Meta', 'Meta', 3, true).passing).toBeUndefined();
    expect(slots('Meta', 'Meta', 0)).toMatchObject({ passing: 'Meta', mentions: '' });
  });

  it('say why, in the words that were sent', () => {
    expect(slots('Meta', 'Meta').why).toBe('a stock ticker follows');
  });

  it('are empty where the page names the company no more', () => {
    expect(cardSlots('Meta', {} as PageMention, undefined, WORDS)).toEqual({});
  });
});
