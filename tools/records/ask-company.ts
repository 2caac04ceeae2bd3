/** The questions of `new company`. */
import type { Company, CompanyName } from '../../model/company';
import { otherSenseOf } from '../ambiguous-names';
import type { DatasetFiles } from '../dataset-files';
import { type Ask, choicesOf } from './ask';
import { slugOf } from './ids';
import { type CompanyDraft, companyClashes, companyNameIn } from './write-company';

/** “https://www.netflix.com/” as “netflix.com”. */
const domainsIn = (text: string) =>
  listIn(text.toLowerCase()).map((address) =>
    address
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/.*$/, ''),
  );

const listIn = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Asks for what `known` lacks. Everything but the name may be left open. */
export async function askCompany(ask: Ask, files: DatasetFiles, known: Partial<CompanyDraft>): Promise<CompanyDraft> {
  const { records } = files.check();
  const name =
    known.name ??
    (await ask.line('Name of the company, as readers know it:', {
      check: (text) => (text.length < 2 ? 'a name of at least two letters' : undefined),
    }));
  const names = known.names?.length ? known.names : [{ text: name, kind: 'name' as const }];
  const id =
    known.id ??
    (await ask.line('Id (permanent):', {
      default: slugOf(name),
      check: (text) => companyClashes(files, { id: text, name, names })[0],
    }));
  const draft: CompanyDraft = { ...known, id, name, names };
  if (names.length === 1) draft.names = [...names, ...(await askNames(ask))];
  draft.names = await askContext(ask, draft.names);
  draft.sector ??= (await ask.find('Sector:', choicesOf(records.sectors))) || undefined;
  draft.country ??=
    (await ask.line('Country of the seat (ISO code, such as US):', {
      check: (text) => (/^([A-Z]{2})?$/.test(text) ? undefined : 'two capital letters, or nothing'),
    })) || undefined;
  draft.domains ??= domainsIn(
    await ask.line('Its web domains, parted by commas:', {
      check: (text) =>
        domainsIn(text).every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
          ? undefined
          : 'domains, such as netflix.com',
    }),
  );
  draft.wikipedia ??= (await ask.line('Title of its English Wikipedia article, if there is one:')) || undefined;
  if (!draft.parent && (await ask.yes('Does another company own it?', false)))
    draft.parent = await askOwner(ask, records.companies);
  return draft;
}

async function askNames(ask: Ask): Promise<CompanyName[]> {
  const names: CompanyName[] = [];
  for (;;) {
    const line = await ask.line(
      'Another name that readers meet, as KIND | NAME (legal, brand, product, former, short); empty to go on:',
      {
        check: (text) => {
          try {
            if (text) companyNameIn(text);
            return undefined;
          } catch (error) {
            return (error as Error).message;
          }
        },
      },
    );
    if (line === '') return names;
    names.push(companyNameIn(line));
  }
}

async function askContext(ask: Ask, names: readonly CompanyName[]): Promise<CompanyName[]> {
  const told: CompanyName[] = [];
  for (const name of names) {
    const sense = name.ambiguous ? undefined : otherSenseOf(name.text);
    if (!sense) {
      told.push(name);
      continue;
    }
    ask.say(`“${name.text}” is also ${sense}: which words nearby tell the two apart?`);
    const speaksFor = listIn(await ask.line('  Words that speak for the company, parted by commas:'));
    const against = listIn(await ask.line(`  Words that speak for ${sense}:`));
    const ambiguous = speaksFor.length > 0 && against.length > 0 ? { for: speaksFor, against } : undefined;
    told.push(ambiguous ? { ...name, ambiguous } : name);
  }
  return told;
}

async function askOwner(ask: Ask, companies: readonly { record: Company }[]): Promise<Company['parent']> {
  const owner = await ask.find(
    'Which one?',
    companies.map(({ record }) => ({ value: record.id, name: record.name })),
    { value: '', name: '(none of these)' },
  );
  if (owner === '') return undefined;
  const from = await ask.line('Since when (YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown):');
  return [{ company: owner, ...(from ? { from } : {}) }];
}
