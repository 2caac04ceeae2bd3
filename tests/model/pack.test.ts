import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles, type DataFile } from '../../model/check';
import { packDataset } from '../../model/pack';
import { overlaid } from '../fixtures/dataset';

const digest = (content: string) => createHash('sha256').update(content).digest('hex');
const packed = (files: DataFile[]) => packDataset(checkFiles(files).records, digest);

/** The same JSON with the keys of its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

describe('the packed dataset', () => {
  it('is the same in whatever order the files are read', () => {
    const whole = packed(overlaid());
    fc.assert(
      fc.property(fc.shuffledSubarray(overlaid(), { minLength: overlaid().length }), (files) => {
        expect(packed(files)).toEqual(whole);
      }),
    );
  });

  it('keeps its version where a record’s fields stand in another order or on other lines', () => {
    const other = overlaid().map((file) =>
      file.path.startsWith('vocabulary/') ? file : { ...file, text: JSON.stringify(reversed(JSON.parse(file.text))) },
    );
    expect(packed(other).version).toBe(packed(overlaid()).version);
  });

  it('gets another version with every change of a file', () => {
    const versions = overlaid().map(
      ({ path }) =>
        packed(
          overlaid().map((file) => {
            if (file.path !== path) return file;
            const record = JSON.parse(file.text) as Record<string, unknown>;
            if (path.startsWith('companies/')) record.country = 'FR';
            else if (path.startsWith('incidents/')) record.title = 'Another title of the same incident';
            else if (path.startsWith('vocabulary/')) record.other = 'something else';
            else record['older-book'] = 'examplia';
            return { path, text: JSON.stringify(record) };
          }),
        ).version,
    );
    expect(new Set([...versions, packed(overlaid()).version]).size).toBe(versions.length + 1);
  });

  it('bears the day of the newest check or change', () => {
    expect(packed(overlaid()).date).toBe('2026-02-01');
  });

  it('holds every record, sorted by id', () => {
    expect(packed(overlaid()).companies.map((company) => company.id)).toEqual([
      'examplia',
      'holdoria',
      'pomelo',
      'streamora',
    ]);
    expect(packed(overlaid()).incidents).toHaveLength(4);
  });
});
