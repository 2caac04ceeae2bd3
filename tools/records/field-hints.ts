/** What a field holds, in the words of the schema: what a person is told who has yet to fill it in. */
import { z } from 'zod';
import { companySchema } from '../../model/company';
import { incidentSchema } from '../../model/incident';

interface SchemaNode {
  description?: string;
  enum?: string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  maxLength?: number;
}

const SCHEMAS = {
  company: z.toJSONSchema(companySchema, { io: 'input' }) as SchemaNode,
  incident: z.toJSONSchema(incidentSchema, { io: 'input' }) as SchemaNode,
};

/** What the schema says of fields that have no description of their own. */
const BESIDES: Record<string, string> = {
  sources: 'A primary source, or two independent newsrooms: kind, publisher, date, title, url, accessed, supports',
  checked: 'Once you have compared every figure with the sources: by, date, against',
  summary: 'Our own words: who says so, at the strength of the sources',
  title: 'What the page calls itself',
  publisher: 'Who published it',
  accessed: 'The day on which you opened it, YYYY-MM-DD',
};

/** “One of: shared, sold …” or the description of the field; undefined where the schema says neither. */
export function hintFor(record: keyof typeof SCHEMAS, field: readonly (string | number)[]): string | undefined {
  let node: SchemaNode | undefined = SCHEMAS[record];
  for (const key of field) node = typeof key === 'number' ? node?.items : node?.properties?.[key];
  const words = [
    node?.description ?? BESIDES[String(field.at(-1))],
    node?.enum ? `one of: ${node.enum.join(', ')} (docs/vocabulary.md)` : undefined,
    node?.maxLength && node.maxLength > 60 ? `at most ${node.maxLength} characters` : undefined,
  ].filter(Boolean);
  const hint = words.join('; ');
  return hint === '' ? undefined : `${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`;
}
