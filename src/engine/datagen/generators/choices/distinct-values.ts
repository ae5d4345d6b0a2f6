// The different values of a list, for UNIQUE columns.
// Knows nothing of how often each of them is taken.
import type { SqlValue } from '../../../model/values.ts';
import type { Distinct } from '../../generator.ts';

/** Each value once, in the order of the list; NULL is left out, as it equals nothing. */
export function distinctValues(values: readonly SqlValue[], isOrdered = false): Distinct {
  const once = [...new Set(values)].filter((value) => value !== null);
  return { size: once.length, at: (number) => once[number] ?? null, isOrdered };
}

/** A list in a few words: 'one of 6: shipped, pending, delivered, paid, ...'. */
export function listWords(values: readonly SqlValue[]): string {
  const shown = values.slice(0, 4).map((value) => (value === null ? 'NULL' : String(value)));
  return `${values.length}: ${shown.join(', ')}${values.length > 4 ? ', ...' : ''}`;
}
