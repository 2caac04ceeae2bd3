/** What a company record is: one file in `data/companies/`, named after its `id`. */
import { z } from 'zod';
import { partialDateSchema } from './partial-date';
import { NAME_KINDS, type NameKind } from './vocabulary';

/** A permanent slug: lower-case letters, digits and single hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'not an id: use lower-case letters, digits and single hyphens' })
  .meta({ description: 'A permanent slug: lower-case letters, digits, single hyphens. Never changed once published.' });

const keysOf = <K extends string>(words: Record<K, string>) => Object.keys(words) as [K, ...K[]];

const contextWord = z.string().trim().min(2).max(60);

export const companyNameSchema = z.strictObject({
  text: z.string().trim().min(2).max(80).meta({ description: 'The name as it is written in running text' }),
  kind: z.enum(keysOf(NAME_KINDS) as [NameKind, ...NameKind[]]),
  ambiguous: z
    .strictObject({
      for: z.array(contextWord).min(1).meta({ description: 'Words nearby that speak for the company' }),
      against: z.array(contextWord).min(1).meta({ description: 'Words nearby that speak for the other sense' }),
      usual: z
        .literal(true)
        .optional()
        .meta({ description: 'Set where a capitalised use means the company far more often than not (Apple, Amazon)' }),
    })
    .optional()
    .meta({ description: 'Set where the name is also a word, a person or a place' }),
  from: partialDateSchema.optional().meta({ description: 'Since when the name belongs to this company' }),
  to: partialDateSchema.optional().meta({ description: 'Until when' }),
  lang: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/)
    .optional()
    .meta({ description: 'BCP 47 language, where the name is used in one language only' }),
});

export const companySchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: idSchema,
    name: z.string().trim().min(2).max(60).meta({ description: 'The name shown to readers' }),
    names: z.array(companyNameSchema).min(1).meta({ description: 'Every name that leads to this company' }),
    parent: z
      .array(
        z.strictObject({
          company: idSchema,
          from: partialDateSchema.optional(),
          to: partialDateSchema.optional(),
        }),
      )
      .optional()
      .meta({ description: 'The owning companies over time; the one without `to` owns it now' }),
    domains: z
      .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: 'not a bare domain, such as netflix.com' }))
      .meta({ description: 'The company’s own web domains, without www' }),
    wikipedia: z.string().min(1).optional().meta({ description: 'Title of the English Wikipedia article' }),
    sector: z.string().min(1).meta({ description: 'One of data/vocabulary/sectors.json' }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'not an ISO 3166 country code, such as US' })
      .meta({ description: 'ISO 3166-1 alpha-2 code of the seat' }),
  })
  .meta({ title: 'Company record' });

export type CompanyName = z.infer<typeof companyNameSchema>;
export type Company = z.infer<typeof companySchema>;

/** Id of the company that owns it now. */
export function ownerNow(company: Company): string | undefined {
  return company.parent?.find((parent) => !parent.to)?.company;
}
