/** Puts a new company record into the dataset. */
import type { Company, CompanyName } from '../../model/company';
import type { Renames } from '../../model/dataset';
import { NAME_KINDS, type NameKind } from '../../model/vocabulary';
import { unguardedSense } from '../ambiguous-names';
import { type DatasetFiles, WorkshopError } from '../dataset-files';
import { slugOf } from './ids';
import { leftToDo } from './left-to-do';
import type { Written } from './write-incident';

/** What is known of a company; what is not is left out, so that `check` names it. */
export type CompanyDraft = Partial<Company> & Pick<Company, 'name' | 'names'>;

/** A name on one line, as flags take it: `brand | Prime Video`. */
export function companyNameIn(line: string): CompanyName {
  const [kind = '', text = ''] = line.split('|').map((cell) => cell.trim());
  if (!Object.hasOwn(NAME_KINDS, kind) || text === '')
    throw new WorkshopError(
      `name “${line}”: it is written KIND | NAME, where KIND is one of: ${Object.keys(NAME_KINDS).join(', ')}`,
    );
  return { text, kind: kind as NameKind };
}

/** Companies that bear a name or a domain of the draft, or its id, in words. */
export function companyClashes(files: DatasetFiles, draft: CompanyDraft & { id: string }): string[] {
  const names = new Set(draft.names.map((name) => name.text.toLowerCase()));
  const renamed = (files.json('renames.json') as Renames | undefined)?.[draft.id];
  return [
    ...(files.has(`companies/${draft.id}.json`) ? [`the id “${draft.id}” is taken (companies/${draft.id}.json)`] : []),
    ...(renamed ? [`the id “${draft.id}” leads to “${renamed}” (renames.json); ids are never used again`] : []),
    ...files.paths.flatMap((file) => {
      // Unfinished records too.
      if (!file.startsWith('companies/')) return [];
      const { id, names: theirs = [], domains = [] } = (files.json(file) ?? {}) as Partial<Company>;
      return [
        ...theirs
          .filter((name) => !name.to && names.has(name.text?.toLowerCase()))
          .map((name) => `“${name.text}” names ${id} already (${file})`),
        ...domains
          .filter((domain) => draft.domains?.includes(domain))
          .map((domain) => `${domain} belongs to ${id} (${file})`),
      ];
    }),
  ];
}

/** Adds the record to `files`, unwritten. Throws a {@link WorkshopError} where the company is there already. */
export function addCompany(files: DatasetFiles, draft: CompanyDraft): Written {
  const id = draft.id ?? slugOf(draft.name);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new WorkshopError(`“${id}” is no id: use lower-case letters, digits and single hyphens (--id)`);
  const clashes = companyClashes(files, { ...draft, id });
  if (clashes.length > 0)
    throw new WorkshopError(`this company is on record already\n${clashes.map((clash) => `  ${clash}`).join('\n')}`);
  const { name, names, parent, domains, wikipedia, sector, country } = draft;
  const path = `companies/${id}.json`;
  files.put(path, {
    $schema: '../schemas/company.schema.json',
    id,
    name,
    names,
    parent: parent?.length ? parent : undefined,
    domains: domains ?? [],
    wikipedia,
    sector,
    country,
  });
  const unguarded = names.flatMap((one, at) => {
    const sense = unguardedSense(one);
    if (!sense) return [];
    return {
      rule: 'name-unguarded',
      severity: 'error' as const,
      file: path,
      field: ['names', at, 'ambiguous'],
      message: `“${one.text}” is also ${sense}`,
      mend: 'Add words nearby that speak `for` the company and `against` it; `npm run data -- impact` refuses the name without them.',
    };
  });
  return { id, path, left: [...leftToDo(files, path), ...unguarded] };
}
