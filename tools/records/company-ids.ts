/** Renames and merges companies in all files: ids stay permanent, for an old one leads on through `renames.json`. */
import type { Company, CompanyName } from '../../model/company';
import type { Renames } from '../../model/dataset';
import type { Incident } from '../../model/incident';
import { NAME_KINDS, type NameKind } from '../../model/vocabulary';
import { type DatasetFiles, problemLines, WorkshopError } from '../dataset-files';

const fileOf = (id: string) => `companies/${id}.json`;

/** Gives the company `from` the new id `to`. Changes `files`, unwritten; throws a {@link WorkshopError} where it would break something. */
export function renameCompany(files: DatasetFiles, from: string, to: string): void {
  const company = readCompany(files, from);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(to))
    throw new WorkshopError(`“${to}” is no id: use lower-case letters, digits and single hyphens`);
  if (files.has(fileOf(to)))
    throw new WorkshopError(`“${to}” is a company already; to make one of two: \`merge ${from} ${to}\``);
  const renames = renamesOf(files);
  if (renames[to] && renames[to] !== from)
    throw new WorkshopError(
      `“${to}” led to “${renames[to]}” once (renames.json); ids are never used again for another company`,
    );
  files.put(fileOf(to), { ...company, id: to });
  files.remove(fileOf(from));
  replaceId(files, from, to, undefined);
  redirect(files, from, to);
  refuseNewErrors(files);
}

/**
 * Makes the company `from` part of the record of `into`: its names and domains move there, its incidents keep its name.
 * Changes `files`, unwritten; throws a {@link WorkshopError} where it would break something.
 * @param kind what the moved main name is for `into`
 * @returns what a person must look at, in words
 */
export function mergeCompany(files: DatasetFiles, from: string, into: string, kind: NameKind = 'former'): string[] {
  if (from === into) throw new WorkshopError('a company cannot be merged into itself');
  const gone = readCompany(files, from);
  const stays = readCompany(files, into);
  const known = new Set(stays.names.map((name) => name.text.toLowerCase()));
  const moved = gone.names
    .filter((name) => !known.has(name.text.toLowerCase()))
    .map((name): CompanyName => (name.kind === 'name' ? { ...name, kind } : name));
  const parents = (stays.parent ?? []).filter(({ company }) => company !== from);
  files.put(fileOf(into), {
    ...stays,
    names: [...stays.names, ...moved],
    ...(stays.parent ? { parent: parents.length > 0 ? parents : undefined } : {}),
    domains: [...new Set([...stays.domains, ...gone.domains])],
  });
  files.remove(fileOf(from));
  replaceId(files, from, into, gone.name);
  redirect(files, from, into);
  refuseNewErrors(files);
  const dropped = (gone.parent ?? []).filter(({ company }) => company !== into).map(({ company }) => company);
  return [
    ...(moved.length > 0
      ? [
          `names moved: ${moved.map(({ text, kind: is }) => `${text} (${NAME_KINDS[is]})`).join(', ')}; give those that ended their \`to\``,
        ]
      : []),
    ...(dropped.length > 0 ? [`owners of ${from} were dropped: ${dropped.join(', ')}`] : []),
  ];
}

function readCompany(files: DatasetFiles, id: string): Company {
  const next = renamesOf(files)[id];
  if (!files.has(fileOf(id))) {
    const isIncident = files.paths.some((path) => path.endsWith(`/${id}.json`) && path.startsWith('incidents/'));
    throw new WorkshopError(
      isIncident
        ? `“${id}” is an incident; nothing leads on from its id, so it stays. To replace it: \`retire ${id} --replaced-by …\``
        : `no company “${id}”${next ? `: it is “${next}” now` : ''}`,
    );
  }
  const company = files.json(fileOf(id)) as Company | undefined;
  if (!company || !Array.isArray(company.names) || !Array.isArray(company.domains))
    throw new WorkshopError(`${fileOf(id)} cannot be read; mend it first: \`npm run data -- check ${id}\``);
  return company;
}

const renamesOf = (files: DatasetFiles) => (files.json('renames.json') ?? {}) as Renames;

/** Lets `from` lead to `to`, and whatever led to `from` too, without a detour. */
function redirect(files: DatasetFiles, from: string, to: string): void {
  const entries = Object.entries(renamesOf(files)).map(([old, now]): [string, string] => [
    old,
    now === from ? to : now,
  ]);
  const all = [...entries, [from, to] as [string, string]].filter(([old, now]) => old !== now);
  files.put('renames.json', Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** @param formerly the name that parties keep as theirs at the time; undefined where the name stays the company’s */
function replaceId(files: DatasetFiles, from: string, to: string, formerly: string | undefined): void {
  for (const path of files.paths) {
    const text = files.text(path);
    if (!text.includes(`"${from}"`)) continue;
    if (path.startsWith('companies/')) {
      const company = files.json(path) as Partial<Company> | undefined;
      if (!company?.parent?.some((parent) => parent.company === from)) continue;
      const parent = company.parent.map((one) => (one.company === from ? { ...one, company: to } : one));
      files.put(path, { ...company, parent });
    } else if (path.startsWith('incidents/')) {
      const incident = files.json(path) as Incident | undefined;
      if (!incident) throw new WorkshopError(`${path} names “${from}” but is not valid JSON; mend it first`);
      files.put(path, {
        ...incident,
        parties: (incident.parties ?? []).map((party) =>
          party.company === from ? { ...withName(party, formerly), company: to } : party,
        ),
        responses: (incident.responses ?? []).map((one) => (one.company === from ? { ...one, company: to } : one)),
        money: (incident.money ?? []).map((one) => (one.payer === from ? { ...one, payer: to } : one)),
      });
    }
  }
}

function withName(party: Incident['parties'][number], formerly: string | undefined): Incident['parties'][number] {
  if (!formerly || party.as) return party;
  const { company, body, ...rest } = party;
  return { ...(company ? { company } : { body }), as: formerly, ...rest };
}

function refuseNewErrors(files: DatasetFiles): void {
  const errors = files.newErrors();
  if (errors.length > 0)
    throw new WorkshopError(`this would break what is now right; nothing was written\n${problemLines(errors)}`);
}
