/** The dataset as a whole: what `data/` holds once every file is read and valid. */
import { z } from 'zod';
import { type Company, companySchema, idSchema } from './company';
import { type Incident, incidentSchema } from './incident';

/** Ids of a closed list, each with the words that a reader sees. */
export const vocabularySchema = z
  .record(idSchema, z.string().trim().min(2).max(80))
  .meta({ title: 'Vocabulary: id and the words a reader sees' });

/** Company ids that were merged or renamed, each with the id that stands for it now. */
export const renamesSchema = z
  .record(idSchema, idSchema)
  .meta({ title: 'Renames: old company id and the id that replaces it' });

export type Vocabulary = z.infer<typeof vocabularySchema>;
export type Renames = z.infer<typeof renamesSchema>;

/** The packed dataset. */
export interface Dataset {
  /** Digest of the content: changes if and only if the content changes. */
  version: string;
  /** Day of the newest check or change in it, `YYYY-MM-DD`. */
  date: string;
  companies: Company[];
  incidents: Incident[];
  dataTypes: Vocabulary;
  sectors: Vocabulary;
  renames: Renames;
}

/** Which schema a file of `data/` follows, by its path relative to `data/`; undefined for a file that has no place there. */
export function schemaFor(path: string): { kind: DataFileKind; schema: z.ZodType } | undefined {
  if (/^companies\/[^/]+\.json$/.test(path)) return { kind: 'company', schema: companySchema };
  if (/^incidents\/[^/]+\/[^/]+\.json$/.test(path)) return { kind: 'incident', schema: incidentSchema };
  if (path === 'vocabulary/data-types.json' || path === 'vocabulary/sectors.json')
    return { kind: 'vocabulary', schema: vocabularySchema };
  if (path === 'renames.json') return { kind: 'renames', schema: renamesSchema };
  return undefined;
}

export type DataFileKind = 'company' | 'incident' | 'vocabulary' | 'renames';
