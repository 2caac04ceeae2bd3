import { describe, expect, it } from 'vitest';
import { REASONS } from '../../mentions/cue-words';
import { explain } from '../../mentions/explain';
import { judge, senseOfPage } from '../../mentions/judge';
import { propose } from '../../mentions/propose';
import { weigh } from '../../mentions/weigh';
import { packFolder } from '../../tools/dataset';

const { names } = packFolder();
const reasons = (text: string) => {
  const weighed = weigh(text, propose(text, names), names);
  const sense = senseOfPage(weighed);
  return weighed.map((one) => {
    const { accepted, cues } = judge(one, sense);
    return `${text.slice(one.start, one.end)}: ${explain(one, accepted, cues, REASONS)}`;
  });
};

describe('a decision is told in words', () => {
  it.each([
    ['Netflix answered', 'Netflix: the name has no other common sense'],
    ['Write to jane@netflix.com', 'netflix: it is a part of an address, the label of a button, or small print'],
    ['They told Mr Dell of it', 'Dell: a title before it makes it a person'],
    ['a walk along Amazon River', 'Amazon: the word after it makes it a place'],
    ['aim at the target', 'target: in small letters it is an ordinary word'],
  ])('%s', (text, reason) => {
    expect(reasons(text).join('\n')).toContain(reason);
  });

  it('names at most three reasons, the weightiest first', () => {
    const [reason = ''] = reasons(
      'Shoppers of the retailer Target, whose stores and app collect customers’ data, were told',
    );
    expect(reason).toContain('it is called a company');
    expect(reason.split(';').length).toBeLessThanOrEqual(3);
  });
});
