import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packNames } from '../../mentions/pack-names';
import { propose } from '../../mentions/propose';
import { checkFiles } from '../../model/check';
import { activeIncidents } from '../../model/company-card';
import { INCIDENT_KINDS } from '../../model/vocabulary';
import { jsonSchemas } from '../../tools/data/schemas';
import { DATA_FOLDER, readDataFolder } from '../../tools/data-folder';
import { packFolder } from '../../tools/dataset';
import { proposed } from '../mentions/proposed';

const { dataset } = packFolder();
const incidents = activeIncidents(dataset.incidents);
const index = packNames(dataset.companies, 'test');

describe('the dataset', () => {
  it('has no error', () => {
    const errors = checkFiles(readDataFolder()).problems.filter((problem) => problem.severity === 'error');
    expect(errors).toEqual([]);
  });

  it('has at least 40 companies with a record and 60 incidents', () => {
    const named = new Set(incidents.flatMap((incident) => incident.parties.flatMap((party) => party.company ?? [])));
    expect(named.size).toBeGreaterThanOrEqual(40);
    expect(incidents.length).toBeGreaterThanOrEqual(60);
  });

  it('has incidents of every kind', () => {
    const used = new Set(incidents.flatMap((incident) => incident.kinds));
    expect(Object.keys(INCIDENT_KINDS).filter((kind) => !used.has(kind as keyof typeof INCIDENT_KINDS))).toEqual([]);
  });

  it('lists every sector and data type that it uses', () => {
    const sectors = new Set(dataset.companies.map((company) => company.sector));
    expect([...sectors].filter((sector) => !Object.hasOwn(dataset.sectors, sector))).toEqual([]);
    expect(incidents.flatMap((one) => one.dataTypes).filter((type) => !Object.hasOwn(dataset.dataTypes, type))).toEqual(
      [],
    );
  });

  it('leads every current name to its own company, wherever it stands in a text', () => {
    const wrong: string[] = [];
    for (const company of dataset.companies)
      for (const name of company.names) {
        if (name.to) continue;
        const found = proposed(`(about ${name.text}, today)`, index);
        if (!found.some((one) => one.company === company.id && one.surface === name.text))
          wrong.push(`${company.id}: ${name.text}`);
      }
    expect(wrong).toEqual([]);
  });

  it('has no name that is found in an empty or numeric text', () => {
    expect(propose('1 2018 2019-12-18 10.5 % 500', index)).toEqual([]);
  });

  it('has the JSON Schemas that its own schemas give', () => {
    for (const { name, text } of jsonSchemas())
      expect(readFileSync(join(DATA_FOLDER, 'schemas', name), 'utf8')).toBe(text);
  });
});
