/** What `data check --against FILE` reports. */
import type { RuleText } from '../../model/rule';

export const AGAINST_RULES = [
  {
    id: 'against-date',
    severity: 'warning',
    what: 'The time of a breach or a decision lies within 31 days of the other list’s.',
    mend: 'Compare with the sources; correct `dates`, or explain it in `differs` with field `dates`.',
  },
  {
    id: 'against-people',
    severity: 'warning',
    what: 'A count of the record lies within 25 % of the other list’s number of accounts.',
    mend: 'Add the count with who states it, or explain it in `differs` with field `people`.',
  },
  {
    id: 'against-data-types',
    severity: 'warning',
    what: 'The record names every kind of data that the other list names. It may name more.',
    mend: 'Add the kinds that a source names to `dataTypes`, or explain it in `differs` with field `dataTypes`.',
  },
  {
    id: 'against-amount',
    severity: 'warning',
    what: 'A fine is the amount that the other list gives.',
    mend: 'Compare with the decision; correct `money`, or explain it in `differs` with field `money`.',
  },
  {
    id: 'against-authority',
    severity: 'warning',
    what: 'The authority is that of the other list.',
    mend: 'Name the authority among `parties`, or explain it in `differs` with field `authority`.',
  },
  {
    id: 'against-appeal',
    severity: 'warning',
    what: 'An appeal that the other list knows of is in the record.',
    mend: 'Set `status` and `money[].appeal`, or explain it in `differs` with field `appeal`.',
  },
  {
    id: 'against-explained',
    severity: 'warning',
    what: 'Every entry of `differs` explains a difference that is there (small ones of dates and counts may be explained, too). Where the other list’s entry is another incident, field `identity` says so.',
    mend: 'Remove the entry, or correct its `with` and `field`.',
  },
] as const satisfies RuleText[];
