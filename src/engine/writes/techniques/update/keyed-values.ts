// Keys with their new values, as rows of a source that an UPDATE ... FROM joins with the table.
import type { Affinity } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { WriteJob } from '../../write-job.ts';
import { affinitiesOf, keyOf, targetName, updateOf } from '../parts/sql-text.ts';

/** Columns of the source: those of the key, then the value. */
export function keyedColumns(job: WriteJob): string[] {
  return [...keyOf(job).columns, updateOf(job).column];
}

export function keyedAffinities(job: WriteJob): Affinity[] {
  return affinitiesOf(job, keyedColumns(job));
}

/** One row of the source. */
export function keyedValue(job: WriteJob, at: number): SqlValue[] {
  return [...(job.keys[at] ?? []), updateOf(job).values[at] ?? null];
}

/**
 * The UPDATE. `source`: what is joined, under the name `source`; `terms`: its columns. The table's
 * column stands left of each `=`, so that its collation counts.
 */
export function updateFrom(job: WriteJob, source: string, terms: readonly string[]): string {
  const { columns } = keyOf(job);
  const joins = columns.map((name, at) => `target.${quoteName(name)} = ${terms[at]}`);
  const set = `${quoteName(updateOf(job).column)} = ${terms[columns.length]}`;
  return `UPDATE ${targetName(job)} AS target SET ${set} FROM ${source} WHERE ${joins.join(' AND ')}`;
}
