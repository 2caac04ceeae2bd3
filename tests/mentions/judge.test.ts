import { describe, expect, it } from 'vitest';
import { CUE_WEIGHTS } from '../../mentions/cue-weights';
import { findMentionsOfPage as findInRuns, findMentions } from '../../mentions/find-mentions';
import { judge, senseOfPage, THRESHOLD } from '../../mentions/judge';
import { propose } from '../../mentions/propose';
import { weigh } from '../../mentions/weigh';
import { packFolder } from '../../tools/dataset';

// The names that are also words, people and places are those of the real dataset.
const { names: index } = packFolder();
const findMentionsOfPage = (texts: string[], names: typeof index) =>
  findInRuns(
    texts.map((text) => ({ text, isLink: false })),
    names,
  );
const companies = (text: string) => [...new Set(findMentions(text, index).map((mention) => mention.company))];

/** All decisions on one text, each with its cues. */
function decisions(text: string) {
  const weighed = weigh(text, propose(text, index), index);
  const sense = senseOfPage(weighed);
  return weighed.map((one) => ({ ...judge(one, sense), surface: text.slice(one.start, one.end) }));
}

describe('a name that is also something else', () => {
  it.each([
    ['fruit', 'Apple pie needs six apples. Apple orchards in Kent pressed cider, and the apple juice was sweet.'],
    [
      'a river',
      'The Amazon is the largest river of South America. Boats on the Amazon River reach the rainforest basin.',
    ],
    ['archery', 'Aim at the centre of the target. Target practice begins at ten; each archer shoots at a Target face.'],
    [
      'a colour and a fruit',
      'Orange juice and an orange from Spain. Orange peel gives the cake its colour. William of Orange landed.',
    ],
    ['jewellery', 'He gave her a ring. Ring fingers differ in size. The wedding Ring was lost.'],
    ['a word part', 'Meta humour is self-referential, and so is a meta joke.'],
  ])('is no mention where it is %s', (_, text) => {
    expect(findMentions(text, index)).toEqual([]);
  });

  it.each([
    ['a person with initials', 'J. W. Marriott was born in Utah.'],
    ['a person with a first name', 'Alice Marriott taught Spanish at the school. Walter Dell, her cousin, sang.'],
    ['a person with a title', 'Mr. Dell arrived late, and Dr Marriott left early.'],
    ['a place', 'They met in Orange County, near Dell River.'],
  ])('is no mention where it belongs to %s', (_, text) => {
    expect(findMentions(text, index)).toEqual([]);
  });

  it.each([
    ['apple', 'Apple said on Tuesday that the iPhone would ask users before apps track them.'],
    ['amazon', 'Amazon agreed to pay a fine over its customers’ data, the regulator said; shares of Amazon fell.'],
    ['target', 'The retailer Target told shoppers that hackers had stolen payment card data from its stores.'],
    ['marriott', 'Marriott said hackers had accessed its guest reservation database.'],
    ['ring', 'The FTC said that Ring employees watched videos from customers’ doorbell cameras.'],
    ['zoom', 'Zoom settled a lawsuit over privacy after its video meetings app shared data of users.'],
  ])('is a mention of %s where the company is meant', (company, text) => {
    expect(companies(text)).toContain(company);
  });

  it('is a mention, doubtful by itself, where the page is surely about the company', () => {
    const doubtful = 'Target, as many readers wrote.';
    expect(findMentionsOfPage([doubtful], index)).toEqual([[]]);
    const page = [doubtful, 'Target Corporation runs stores.'];
    expect(findMentionsOfPage(page, index)[0]).toEqual([{ company: 'target', surface: 'Target', start: 0, end: 6 }]);
  });

  it('is a mention whichever way round the page says so', () => {
    const texts = ['Apple, as many readers wrote.', 'Apple Inc. sells the iPhone.'];
    const forth = findMentionsOfPage(texts, index);
    const back = findMentionsOfPage([...texts].reverse(), index);
    expect(back.reverse()).toEqual(forth);
  });
});

describe('a part of an address', () => {
  it.each([
    'Write to jane@netflix.com today.',
    'Write to netflix@mail.example today.',
    'Write to netflix.help@mail.example today.',
    'Write to help+netflix@mail.example today.',
    'Write to info@my-netflix.example today.',
    'See https://netflix.com for more.',
    'See https://news.example/netflix/spotify for more.',
    'See www.news.example/2018-netflix-spotify.html for more.',
    'See news.example/tags/netflix for more.',
    'See https://news.example/?q=netflix for more.',
    'See https://news.example/?a=1&b=netflix#spotify for more.',
    'See https://news.example/#netflix for more.',
    'See https://news.example/a%20netflix+spotify for more.',
    'Open my_netflix_account or netflix_1 there.',
  ])('is no mention: %s', (text) => {
    expect(findMentions(text, index)).toEqual([]);
  });

  it.each([
    'Go to netflix.com for more.',
    'Follow @netflix for more.',
    'Ask about #netflix for more.',
    'Watch Netflix/Spotify for more.',
    'See https://news.example and Netflix for more.',
    'Netflix: see https://news.example for more.',
    'Write to Netflix (jane@mail.example) for more.',
  ])('is not seen where there is none: %s', (text) => {
    expect(companies(text)).toContain('netflix');
  });
});

describe('a decision', () => {
  it('on a plain name needs no cue', () => {
    expect(decisions('Netflix')).toEqual([{ accepted: true, cues: [], surface: 'Netflix' }]);
  });

  it('on another name carries the cues that make it', () => {
    const [apple] = decisions('She said that Apple’s app collects data of its users.');
    expect(apple?.accepted).toBe(true);
    expect(apple?.cues).toEqual(expect.arrayContaining(['possessive', 'noun', 'capital', 'business-talk']));
  });

  it.each([
    ['word-for', 'the iPhone of Apple there'],
    ['word-against', 'Apple juice from the orchard'],
    ['place', 'a walk along Amazon River'],
    ['title', 'They told Mr Dell of it'],
    ['given-name', 'They told Alice Marriott of it'],
    ['article', 'a Target'],
    ['listed', 'Apple, Netflix and others'],
    ['page-sure', 'Apple Inc. is Apple.'],
    ['page-other-companies', 'Netflix, Spotify, WhatsApp. Apple.'],
  ] as const)('names “%s” among its cues', (cue, text) => {
    expect(decisions(text).flatMap(({ cues }) => cues)).toContain(cue);
  });

  it('is the sum of its cues against the threshold', () => {
    const texts = [
      'Apple’s iPhone and Target’s stores in Orange County',
      'Mr Dell ate an Apple in a Target shop by the Amazon',
    ];
    for (const { accepted, cues } of texts.flatMap(decisions)) {
      if (cues.length === 0) continue;
      expect(cues.reduce((sum, cue) => sum + CUE_WEIGHTS[cue], 0) > THRESHOLD).toBe(accepted);
    }
  });
});
