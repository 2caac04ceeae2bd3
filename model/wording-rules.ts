/** How an incident may be worded (docs/editorial-rules.md). All but one are warnings: a machine only suspects style. */
import type { Incident } from './incident';
import type { Rule } from './rule';

type Field = (string | number)[];

const SUPERLATIVE =
  /\b(massive|huge|shocking|notorious|infamous|scandalous|devastating|creepy|egregious|unprecedented)\b/i;

/** Words by which a summary tells who says so, or on whose act it rests. */
const SPEAKERS = [
  'said|says|saying|according|reported|reports|announced|acknowledged|admitted|alleged|allege|alleges|allegedly|claimed',
  'claims|claiming|confirmed|disclosed|told|stated|wrote|warned|estimated|found|finding|ruled|decided|concluded',
  'ordered|fined|sued|accused|charged|published|disputed|denied|denies|disputes|revealed|discovered|notified|informed|show',
  'settled|complained|complaint|agreed|spoke|speaks|counted|counts|noticed|investigation|documents|showed|shows|sentenced',
  'criticised|argued|described|apologised|demonstrated|testified|upheld|imposed|rejected|judged|declared',
].join('|');
const SPEAKER = new RegExp(`\\b(${SPEAKERS})\\b`, 'i');

/** Verbs of headlines in present tense whose form is no plural noun as well (“fines”, “leaks” and “shares” are). */
const PRESENT =
  /\b(is|are|has|(?<!\b(?:may|might|could|would|should|must|to) )have|will|says|admits|confirms|sues|sells|exposes|settles|discloses|announces|agrees|pays|gives|lets|collects|loses|warns|denies|reveals|suffers|gets|takes|investigates|apologises|accuses|alleges|rejects|acknowledges|informs|tells|sends|allows|steals|hides|imposes)\b/i;
const QUOTE = /[“"«]([^”"»]+)[”"»]/g;

/** A quotation of this many words reads as copied; so does the same run of words in a source's title. */
const QUOTED_WORDS = 6;
const SHARED_WORDS = 7;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A run of words that stands in both texts, in lower case; undefined where they share none that long. */
export function sharedRun(text: string, other: string, length = SHARED_WORDS): string | undefined {
  const words = wordsOf(text);
  const whole = ` ${wordsOf(other).join(' ')} `;
  for (let at = 0; at + length <= words.length; at++) {
    const run = words.slice(at, at + length).join(' ');
    if (whole.includes(` ${run} `)) return run;
  }
  return undefined;
}

function* ownTexts(incident: Incident): Iterable<[string, Field]> {
  yield [incident.title, ['title']];
  yield [incident.summary, ['summary']];
  for (const [index, party] of incident.parties.entries()) yield [party.did, ['parties', index, 'did']];
}

export const WORDING_RULES: Rule<Incident>[] = [
  {
    id: 'wording-guilty',
    severity: 'error',
    what: 'Nothing says “guilty”: a civil verdict is “found liable”, a fine is what “the authority found”.',
    mend: 'Say “found liable” for a civil verdict and “the authority found” for a fine (docs/editorial-rules.md).',
    *check(incident) {
      for (const [text, field] of ownTexts(incident))
        if (/\bguilty\b/i.test(text)) yield { field, message: 'says “guilty”' };
    },
  },
  {
    id: 'wording-superlative',
    severity: 'warning',
    what: 'No adjective stands where a figure could.',
    mend: 'State the figure and leave the adjective out.',
    *check(incident) {
      for (const key of ['title', 'summary'] as const) {
        const match = SUPERLATIVE.exec(incident[key]);
        if (match) yield { field: [key], message: `says “${match[0]}”` };
      }
    },
  },
  {
    id: 'wording-speaker',
    severity: 'warning',
    what: 'A summary tells who says so, by a word such as said, according to, reported, found, alleged, ruled, confirmed or announced.',
    mend: 'Name who says it: the company, the authority, the court, the newsroom or the attackers.',
    *check(incident) {
      if (!SPEAKER.test(incident.summary)) yield { field: ['summary'], message: 'does not tell who says so' };
    },
  },
  {
    id: 'wording-past-tense',
    severity: 'warning',
    what: 'A title is in the past tense.',
    mend: 'Say what happened, as in “disclosed” or “was fined”: a card is read years later.',
    *check(incident) {
      const match = PRESENT.exec(incident.title);
      if (match) yield { field: ['title'], message: `says “${match[0]}”, in the present tense` };
    },
  },
  {
    id: 'wording-copied',
    severity: 'warning',
    what: 'Texts are our own: no long quotation, no run of words out of a source’s title.',
    mend: 'Say it in other words; facts and figures carry over, sentences do not.',
    *check(incident) {
      const texts = [
        ...ownTexts(incident),
        ...incident.responses.map((response, index): [string, Field] => [
          response.text ?? '',
          ['responses', index, 'text'],
        ]),
      ];
      for (const [text, field] of texts) {
        const quote = [...text.matchAll(QUOTE)].find((match) => wordsOf(match[1] ?? '').length >= QUOTED_WORDS);
        if (quote) yield { field, message: `quotes ${wordsOf(quote[1] ?? '').length} words: ${quote[0]}` };
        const source = incident.sources.find((one) => sharedRun(text, one.title));
        if (source)
          yield {
            field,
            message: `has the words “${sharedRun(text, source.title)}” of a title of ${source.publisher}`,
          };
      }
    },
  },
];
