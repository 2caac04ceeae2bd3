/** Problems of the dataset as people, CI services and other programs read them. */
import { findNodeAtLocation, type JSONPath, parseTree } from 'jsonc-parser';
import type { Problem } from '../../model/problem';
import { ruleAddress } from './rules-page';

export const FORMATS = ['people', 'ci', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** A problem with the place where it is found. */
export interface PlacedProblem extends Problem {
  /** Path of the file from where the command runs. */
  place: string;
  line: number;
  /** RFC 6901; empty for the whole file. */
  pointer: string;
  /** Where the rule is explained. */
  docs: string;
}

/** Line (1-based) of `field` in the text of a JSON file, or of the nearest field around it that exists. */
export function lineOf(text: string, field: JSONPath): number {
  const root = parseTree(text);
  for (let depth = field.length; root && depth >= 0; depth--) {
    const node = findNodeAtLocation(root, field.slice(0, depth));
    // A value's line is that of its key, where it has one.
    if (node)
      return text.slice(0, node.parent?.type === 'property' ? node.parent.offset : node.offset).split('\n').length;
  }
  return 1;
}

/** The JSON pointer (RFC 6901) of a field. */
export function pointerOf(field: readonly (string | number)[]): string {
  return field.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Where a problem is: `folder` is how the dataset's folder is written from here, `text` what the file holds. */
export function placeProblem(problem: Problem, folder: string, text: string): PlacedProblem {
  return {
    ...problem,
    place: `${folder}/${problem.file}`,
    line: lineOf(text, [...problem.field]),
    pointer: pointerOf(problem.field),
    docs: ruleAddress(problem.rule),
  };
}

/** Lines for people: where, which rule, what, what to do, and where to read more. */
export function forPeople(problem: PlacedProblem): string {
  return [
    `${problem.place}:${problem.line}  ${problem.severity} [${problem.rule}]`,
    `  ${problem.pointer || '(whole file)'}: ${problem.message}`,
    `  → ${problem.mend} (${problem.docs})`,
  ].join('\n');
}

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A GitHub workflow command, which shows the problem beside the line in a pull request. */
export function forCi(problem: PlacedProblem): string {
  const properties = `file=${escapeProperty(problem.place)},line=${problem.line},title=${escapeProperty(problem.rule)}`;
  const message = `${problem.pointer || '(whole file)'}: ${problem.message}\n${problem.mend} (${problem.docs})`;
  return `::${problem.severity} ${properties}::${escapeData(message)}`;
}

/** A plain object for other programs. */
export function forPrograms({ place, line, pointer, rule, severity, message, mend, docs }: PlacedProblem) {
  return { file: place, line, pointer, rule, severity, message, mend, docs };
}
