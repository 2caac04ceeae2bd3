/** `data new company`: writes a company record from answers or flags. */
import { Command } from 'commander';
import type { CompanyName } from '../../model/company';
import { DATA_FOLDER } from '../data-folder';
import { DatasetFiles, WorkshopError } from '../dataset-files';
import { type Ask, askInTerminal, canAsk, sayingNotAsked } from '../records/ask';
import { askCompany } from '../records/ask-company';
import { addCompany, type CompanyDraft, companyNameIn } from '../records/write-company';
import { requireCompany, type Written } from '../records/write-incident';
import { writtenText } from '../records/written-text';

export interface CompanyFlags {
  name?: string;
  id?: string;
  also?: string[];
  for?: string[];
  against?: string[];
  sector?: string;
  country?: string;
  domain?: string[];
  wikipedia?: string;
  parent?: string;
  yes?: boolean;
  folder: string;
}

/** The names that the flags give: the name itself, with its context words, and the others. */
function namesOf(flags: CompanyFlags & { name: string }): CompanyName[] {
  const speaksFor = flags.for?.flatMap((list) => list.split(',')).map((word) => word.trim());
  const against = flags.against?.flatMap((list) => list.split(',')).map((word) => word.trim());
  if (Boolean(speaksFor?.length) !== Boolean(against?.length))
    throw new WorkshopError('--for and --against go together: words that speak for the company, and against it');
  const ambiguous = speaksFor && against ? { ambiguous: { for: speaksFor, against } } : {};
  return [{ text: flags.name, kind: 'name', ...ambiguous }, ...(flags.also ?? []).map(companyNameIn)];
}

/**
 * Writes the record that flags and answers give.
 * @param ask who answers what the flags leave open; nobody where undefined
 */
export async function newCompany(flags: CompanyFlags, ask?: Ask): Promise<Written & { files: string[] }> {
  const files = new DatasetFiles(flags.folder);
  if (flags.parent) requireCompany(files, flags.parent);
  const { name, id, sector, country, domain, wikipedia, parent } = flags;
  const known: Partial<CompanyDraft> = {
    name,
    ...(name ? { names: namesOf({ ...flags, name }) } : {}),
    id,
    sector,
    country,
    domains: domain,
    wikipedia,
    parent: parent ? [{ company: parent }] : undefined,
  };
  if (!ask && !name) throw new WorkshopError('a company needs at least its name (--name)');
  const draft = ask ? await askCompany(ask, files, known) : (known as CompanyDraft);
  const written = addCompany(files, draft);
  return { ...written, files: files.write() };
}

/** The command `company` of `new`. */
export function newCompanyCommand(): Command {
  const each = (line: string, before: string[] = []) => [...before, line];
  return new Command('company')
    .description('add a company: asks for what it needs, or takes flags; says what is left for you')
    .option('--name <name>', 'the name shown to readers')
    .option('--id <id>', 'another id than the one proposed')
    .option('--also <line>', 'another name, as KIND | NAME: legal, brand, product, former, short', each)
    .option(
      '--for <words...>',
      'where the name is also a word, a person or a place: words nearby that speak for the company',
    )
    .option('--against <words...>', 'words nearby that speak for the other sense')
    .option('--sector <id>', 'an id of data/vocabulary/sectors.json')
    .option('--country <code>', 'ISO code of the country of its seat, such as US')
    .option('--domain <domain...>', 'its web domains, without www')
    .option('--wikipedia <title>', 'title of its English Wikipedia article')
    .option('--parent <id>', 'the company that owns it now')
    .option('-y, --yes', 'ask nothing: what no flag gives is left out, and said')
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .action(async (flags: CompanyFlags) => {
      const unasked = !flags.yes && !canAsk();
      const written = await sayingNotAsked(unasked, () =>
        newCompany(flags, flags.yes || unasked ? undefined : askInTerminal),
      );
      console.log(writtenText(flags.folder, written, unasked));
    });
}
