/** What an incident record is: one file in `data/incidents/<year>/`, named after its `id`. */
import { z } from 'zod';
import { idSchema } from './company';
import { fullDateSchema, partialDateSchema } from './partial-date';
import {
  APPEALS,
  CLAIMANTS,
  EXPOSURES,
  INCIDENT_KINDS,
  MONEY_KINDS,
  ROLES,
  SOURCE_KINDS,
  STATUSES,
  UNITS,
} from './vocabulary';

/** Longest summary, in UTF-16 units (docs/editorial-rules.md). */
export const SUMMARY_LIMIT = 400;

const enumOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const sentence = (max: number) => z.string().trim().min(8).max(max);
const count = z.int().positive();

export const partySchema = z
  .strictObject({
    company: idSchema.optional().meta({ description: 'Id of a company in the dataset' }),
    body: z
      .string()
      .trim()
      .min(2)
      .max(120)
      .optional()
      .meta({ description: 'Name of a body that is no company record' }),
    as: z
      .string()
      .trim()
      .min(2)
      .max(60)
      .optional()
      .meta({ description: 'The name it bore at the time, where it differs' }),
    role: enumOf(ROLES),
    alleged: z.boolean().optional().meta({ description: 'True where the part is claimed and not established' }),
    did: sentence(240).meta({ description: 'One sentence: what this party did or received' }),
  })
  .refine((party) => (party.company === undefined) !== (party.body === undefined), {
    error: 'name either `company` (an id) or `body` (a name), not both and not neither',
  });

export const peopleSchema = z
  .strictObject({
    value: count.optional().meta({ description: 'The exact or stated number' }),
    min: count.optional().meta({ description: '“at least”' }),
    max: count.optional().meta({ description: '“up to”' }),
    unit: enumOf(UNITS),
    of: z.string().trim().min(2).max(80).optional().meta({
      description:
        'Which ones; follows the unit: “in the settlement class”, “whose cards were copied”; words other than a preposition, who or whose stand behind a comma: “customers in Japan”',
    }),
    saidBy: enumOf(CLAIMANTS),
    asOf: partialDateSchema.meta({ description: 'When this number was stated' }),
  })
  .refine((people) => (people.value === undefined) !== (people.min === undefined && people.max === undefined), {
    error: 'give either `value`, or `min` and/or `max`',
  })
  .refine((people) => people.min === undefined || people.max === undefined || people.min <= people.max, {
    error: '`min` is larger than `max`',
  });

export const responseSchema = z
  .strictObject({
    company: idSchema,
    text: sentence(320).optional().meta({ description: 'What the company answered, in our words' }),
    date: partialDateSchema.optional().meta({ description: 'When it answered' }),
    source: z.url().optional().meta({ description: 'Address of the source in `sources` that gives the answer' }),
    noneFound: fullDateSchema.optional().meta({ description: 'No response found: the day of the search' }),
  })
  .refine((response) => (response.text === undefined) !== (response.noneFound === undefined), {
    error: 'give either `text` (the answer) or `noneFound` (the day of the search)',
  })
  .refine((response) => response.text === undefined || response.source !== undefined, {
    error: 'an answer needs `source`, the address of one of the sources',
  });

export const moneySchema = z.strictObject({
  amount: z.number().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 currency code, such as EUR' }),
  kind: enumOf(MONEY_KINDS),
  payer: z.string().trim().min(2).meta({ description: 'A company id, or a name: who is to pay, paid or not' }),
  payee: z.string().trim().min(2).meta({ description: 'Who receives it' }),
  decided: partialDateSchema.meta({ description: 'When it was imposed, agreed or approved: not when it was paid' }),
  appeal: enumOf(APPEALS).optional(),
  note: sentence(200)
    .optional()
    .meta({ description: 'What the amount alone does not tell: proposed only, suspended, paid' }),
});

export const sourceSchema = z.strictObject({
  title: z.string().trim().min(4).max(300),
  publisher: z.string().trim().min(2).max(100),
  date: partialDateSchema
    .optional()
    .meta({ description: 'When it was published, as the page says; left out where it does not say' }),
  url: z.url({ protocol: /^https?$/ }),
  accessed: fullDateSchema,
  kind: enumOf(SOURCE_KINDS),
  wire: z.string().trim().min(2).max(60).optional().meta({
    description: 'The agency whose story this is: copies of one wire story count as one source',
  }),
  supports: z
    .array(z.string().regex(/^[a-zA-Z]+(\/[a-zA-Z0-9]+)*$/, { error: 'not a field path, such as people/0' }))
    .min(1)
    .meta({
      description:
        'The fields that it backs, as paths: people/0, money/1, dates/disclosed, parties, responses/2, status',
    }),
});

/** What {@link differsSchema} may explain; `identity`: the other list means another incident. */
const COMPARED = ['dates', 'people', 'dataTypes', 'money', 'authority', 'appeal', 'identity'] as const;

export const differsSchema = z.strictObject({
  with: z
    .string()
    .regex(/^(?:hibp|gdprhub):\S.*$/, {
      error: 'write hibp:<Name> or gdprhub:<Title>, as `data check --against` shows it',
    })
    .meta({ description: 'The entry of another list: hibp:<Name> or gdprhub:<Title>' }),
  field: z.enum(COMPARED).meta({ description: 'Where the record differs from it; identity: it is another incident' }),
  reason: sentence(240).meta({ description: 'Why the record is right to differ' }),
});

export const incidentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: idSchema,
    title: sentence(140).meta({ description: 'Neutral, past tense' }),
    kinds: z.array(enumOf(INCIDENT_KINDS)).min(1),
    dates: z
      .strictObject({
        happened: z.strictObject({ from: partialDateSchema, to: partialDateSchema.optional() }).optional(),
        discovered: partialDateSchema.optional(),
        disclosed: partialDateSchema.optional(),
        decided: partialDateSchema.optional(),
      })
      .refine((dates) => dates.disclosed !== undefined || dates.decided !== undefined, {
        error: 'give `disclosed` (when the public learnt of it) or `decided`',
      }),
    parties: z.array(partySchema).min(1),
    dataTypes: z.array(z.string().min(1)).min(1).meta({ description: 'Ids of data/vocabulary/data-types.json' }),
    exposure: enumOf(EXPOSURES),
    people: z.array(peopleSchema).meta({ description: 'Every count with its unit and who states it; newest last' }),
    status: enumOf(STATUSES),
    responses: z.array(responseSchema),
    money: z.array(moneySchema),
    sources: z.array(sourceSchema).min(1),
    summary: z.string().trim().min(40).max(SUMMARY_LIMIT),
    checked: z.strictObject({
      by: z.string().trim().min(2).max(60),
      date: fullDateSchema,
      against: z.array(z.string().trim().min(2)).min(1).meta({ description: 'What the record was compared with' }),
    }),
    differs: z
      .array(differsSchema)
      .optional()
      .meta({ description: 'Known differences from other lists, each with its reason (data check --against)' }),
    history: z.array(z.strictObject({ date: fullDateSchema, change: sentence(240) })),
    retired: z
      .strictObject({ date: fullDateSchema, reason: sentence(240), replacedBy: idSchema.optional() })
      .optional(),
  })
  .meta({ title: 'Incident record' });

export type Party = z.infer<typeof partySchema>;
export type PeopleCount = z.infer<typeof peopleSchema>;
export type CompanyResponse = z.infer<typeof responseSchema>;
export type Money = z.infer<typeof moneySchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Difference = z.infer<typeof differsSchema>;
export type Incident = z.infer<typeof incidentSchema>;

/** The day that orders an incident in time: when it was disclosed, else decided. */
export function incidentDate(incident: Pick<Incident, 'dates'>): string {
  return incident.dates.disclosed ?? incident.dates.decided ?? '';
}

/** The folder of an incident's file: the year of {@link incidentDate}. */
export function incidentYear(incident: Pick<Incident, 'dates'>): string {
  return incidentDate(incident).slice(0, 4);
}
