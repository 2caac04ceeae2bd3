/** `data schemas`: writes the JSON Schemas that editors pick up, from the zod schemas that everything else uses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { companySchema } from '../../model/company';
import { renamesSchema, vocabularySchema } from '../../model/dataset';
import { incidentSchema } from '../../model/incident';
import { DATA_FOLDER } from '../data-folder';

/** Name and text of each JSON Schema file. */
export function jsonSchemas(): { name: string; text: string }[] {
  const schemas = {
    company: companySchema,
    incident: incidentSchema,
    vocabulary: vocabularySchema,
    renames: renamesSchema,
  };
  return Object.entries(schemas).map(([name, schema]) => ({
    name: `${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  }));
}

/** Writes the schemas into `<folder>/schemas/`. */
export function runSchemas(folder: string): void {
  mkdirSync(join(folder, 'schemas'), { recursive: true });
  for (const { name, text } of jsonSchemas()) writeFileSync(join(folder, 'schemas', name), text);
}

/** The command `schemas`. */
export function schemasCommand(): Command {
  return new Command('schemas')
    .description('write the JSON Schemas that editors use, from the zod schemas')
    .action(() => runSchemas(DATA_FOLDER));
}
