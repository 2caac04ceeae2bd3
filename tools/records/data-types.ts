/** Kinds of data as a person types them. */
import type { Vocabulary } from '../../model/dataset';
import { WorkshopError } from '../dataset-files';
import { slugOf } from './ids';

/**
 * Ids of the vocabulary from `names, email addresses`: an id, its words, or a beginning that fits one id only.
 * Throws a {@link WorkshopError} that names all that are unknown, and what is near.
 */
export function dataTypesIn(text: string, dataTypes: Vocabulary): string[] {
  const known = Object.keys(dataTypes);
  const idOf = (word: string) => {
    const begins = known.filter((id) => id.startsWith(word));
    return (
      known.find((id) => id === word || slugOf(dataTypes[id] ?? '') === word) ??
      (begins.length === 1 ? begins[0] : undefined)
    );
  };
  const words = text.split(',').map(slugOf).filter(Boolean);
  const unknown = words.filter((word) => !idOf(word));
  if (unknown.length === 0) return [...new Set(words.flatMap((word) => idOf(word) ?? []))];
  const near = known.filter((id) => unknown.some((word) => id.includes(word.slice(0, 4))));
  throw new WorkshopError(
    `not known: ${unknown.join(', ')}. Known: ${(near.length > 0 ? near : known).join(', ')} (data/vocabulary/data-types.json)`,
  );
}
