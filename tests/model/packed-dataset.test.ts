import { describe, expect, it } from 'vitest';
import { companiesOf } from '../../model/company-card';
import type { Incident } from '../../model/incident';
import { HEAD_PATH, packedFiles, packInParts, partPath } from '../../model/packed-dataset';
import { packedFixture } from '../fixtures/dataset';

const { dataset } = packedFixture();
const shown = dataset.incidents.filter((incident) => !incident.retired);

describe('a dataset packed in parts', () => {
  it.each([1, 2, 3, 100])('of %i incidents holds each one that is shown once, in its order', (size) => {
    const { head, parts } = packInParts(dataset, size);
    expect(parts.flat()).toEqual(shown);
    expect(head.partCount).toBe(Math.ceil(shown.length / size));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(size);
  });

  it.each([1, 2, 100])('of %i incidents says in which parts those of a company lie, and in no other', (size) => {
    const { head, parts } = packInParts(dataset, size);
    for (const { id } of dataset.companies)
      expect(head.partsOf[id] ?? []).toEqual(
        [...parts.keys()].filter((at) => parts[at]?.some((incident) => companiesOf(incident).includes(id))),
      );
  });

  it('without any incident is a head alone', () => {
    const { head, parts } = packInParts({ ...dataset, incidents: [] });
    expect([parts, head.partCount, head.partsOf]).toEqual([[], 0, {}]);
  });

  it('lies in files of its own', () => {
    const { head, parts } = packInParts(dataset);
    const files = new Map(packedFiles(dataset).map(({ path, contents }) => [path, JSON.parse(contents)]));
    expect(files.get(HEAD_PATH)).toEqual(head);
    expect(files.get(partPath(0)) as Incident[]).toEqual(parts[0]);
    expect(files.size).toBe(1 + parts.length);
  });
});

describe('the directory', () => {
  const { directory } = packInParts(dataset).head;

  it('counts the incidents of each company, each incident once', () => {
    expect(Object.fromEntries(directory.companies.map((entry) => [entry.id, entry.incidentCount]))).toEqual({
      examplia: 2,
      holdoria: 0,
      pomelo: 2,
      streamora: 1,
    });
    expect([directory.companyCount, directory.incidentCount]).toEqual([4, 3]);
  });

  it('names the owner of now only', () => {
    const owners = directory.companies.map((entry) => [entry.id, entry.owner]);
    expect(Object.fromEntries(owners)).toEqual({
      examplia: undefined,
      holdoria: undefined,
      pomelo: undefined,
      streamora: 'holdoria',
    });
  });
});
