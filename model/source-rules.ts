/** What must hold of an incident's figures and sources. */
import type { Incident, Source } from './incident';
import { firstDay, lastDay } from './partial-date';
import type { Rule } from './rule';
import { PRIMARY_SOURCE_KINDS } from './vocabulary';

/** True where one of the sources says that it supports `field` or a field that contains it. */
export function isSupported(sources: readonly Source[], field: string): boolean {
  return sources.some((source) => source.supports.some((path) => field === path || field.startsWith(`${path}/`)));
}

const hasPath = (incident: Incident, path: string): boolean => {
  let value: unknown = incident;
  for (const key of path.split('/')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
};

/** Independent newsrooms: one each publisher, and one for all copies of a wire story. */
export function independentNewsrooms(sources: readonly Source[]): number {
  return new Set(
    sources
      .filter((source) => source.kind === 'newsroom')
      .map((source) => (source.wire ?? source.publisher).toLowerCase()),
  ).size;
}

export const SOURCE_RULES: Rule<Incident>[] = [
  {
    id: 'people-supported',
    severity: 'error',
    what: 'Every count has a source that gives it.',
    mend: 'Add people/<index> to `supports` of the source that gives the figure, or leave the figure out.',
    *check(incident) {
      for (const index of incident.people.keys())
        if (!isSupported(incident.sources, `people/${index}`))
          yield { field: ['people', index], message: 'no source supports this figure' };
    },
  },
  {
    id: 'people-in-order',
    severity: 'error',
    what: 'Counts stand oldest first.',
    mend: 'Sort `people` by `asOf`, oldest first: the card shows the last one and keeps the earlier.',
    *check(incident) {
      for (let index = 1; index < incident.people.length; index++) {
        const [earlier, later] = [incident.people[index - 1], incident.people[index]];
        if (earlier && later && firstDay(earlier.asOf) > lastDay(later.asOf))
          yield { field: ['people', index, 'asOf'], message: `${later.asOf} comes after ${earlier.asOf} in the list` };
      }
    },
  },
  {
    id: 'money-supported',
    severity: 'error',
    what: 'Every amount has a source that gives it.',
    mend: 'Add money/<index> to `supports` of the source that gives the amount, or leave the amount out.',
    *check(incident) {
      for (const index of incident.money.keys())
        if (!isSupported(incident.sources, `money/${index}`))
          yield { field: ['money', index], message: 'no source supports this amount' };
    },
  },
  {
    id: 'money-payer-known',
    severity: 'error',
    what: 'Who pays is a party of the incident.',
    mend: 'Use the id of a party, or the name of a party’s body.',
    *check(incident) {
      const parties = new Set(incident.parties.flatMap((party) => [party.company, party.body]));
      for (const [index, money] of incident.money.entries())
        if (!parties.has(money.payer))
          yield { field: ['money', index, 'payer'], message: `“${money.payer}” is no party of this incident` };
    },
  },
  {
    id: 'fine-has-money',
    severity: 'error',
    what: 'A status that speaks of a fine comes with the fine.',
    mend: 'Add the fine to `money`, or choose the status that the sources support.',
    *check(incident) {
      if (incident.status.startsWith('fined') && !incident.money.some((money) => money.kind === 'fine'))
        yield { field: ['status'], message: `status is “${incident.status}”, but money holds no fine` };
    },
  },
  {
    id: 'supports-existing-field',
    severity: 'error',
    what: 'Every path in `supports` leads to a field of the record.',
    mend: 'Correct the path: it must lead to a field of this record.',
    *check(incident) {
      for (const [index, source] of incident.sources.entries())
        for (const [at, path] of source.supports.entries())
          if (!hasPath(incident, path))
            yield { field: ['sources', index, 'supports', at], message: `“${path}” leads to no field of this record` };
    },
  },
  {
    id: 'source-repeated',
    severity: 'error',
    what: 'A source stands once.',
    mend: 'Merge the two entries.',
    *check(incident) {
      const seen = new Set<string>();
      for (const [index, source] of incident.sources.entries()) {
        if (seen.has(source.url)) yield { field: ['sources', index, 'url'], message: 'this address is listed twice' };
        seen.add(source.url);
      }
    },
  },
  {
    id: 'source-date-possible',
    severity: 'error',
    what: 'A source was published before it was read.',
    mend: 'Compare the dates with the page.',
    *check(incident) {
      for (const [index, source] of incident.sources.entries())
        if (source.date && firstDay(source.date) > source.accessed)
          yield {
            field: ['sources', index, 'date'],
            message: `published ${source.date}, after it was read ${source.accessed}`,
          };
    },
  },
  {
    id: 'sources-sufficient',
    severity: 'error',
    what: 'A record rests on a primary source (regulator, court, filing, company) or on two independent newsrooms; copies of one agency story (`wire`) are one.',
    mend: 'Add a regulator, court, filing or company source, or a second newsroom that is not a copy of the first.',
    *check(incident) {
      const primary = incident.sources.some((source) => PRIMARY_SOURCE_KINDS.includes(source.kind));
      if (!primary && independentNewsrooms(incident.sources) < 2)
        yield { field: ['sources'], message: 'neither a primary source nor two independent newsrooms' };
    },
  },
  {
    id: 'status-supported',
    severity: 'error',
    what: 'A source shows where the matter stands.',
    mend: 'Add `status` to `supports` of the source that shows where the matter stands.',
    *check(incident) {
      if (!isSupported(incident.sources, 'status'))
        yield { field: ['status'], message: 'no source supports the status' };
    },
  },
];
