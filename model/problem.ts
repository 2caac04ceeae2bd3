/** What is wrong with a file of the dataset, said so that a maintainer can mend it. */
export interface Problem {
  /** Id of the rule that is broken, such as `party-company-known`. */
  rule: string;
  severity: 'error' | 'warning';
  /** Path relative to `data/`, with forward slashes. */
  file: string;
  /** Keys and indexes from the file's root to the field, as in `['people', 0, 'value']`. */
  field: readonly (string | number)[];
  message: string;
  /** What to do about it. */
  mend: string;
}
