// Pieces of the statements that techniques send.
// Values never stand in here: they are bound, or written by bound-literal.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Affinity } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { RowKey } from '../../../sql/tables/row-key.ts';
import type { WriteJob } from '../../write-job.ts';

/** The table that is written, as SQL. */
export function targetName({ table }: WriteJob): string {
  return `main.${quoteName(table.name)}`;
}

/** `INSERT INTO main.t (a, b)`, without what follows. */
export function insertHead(job: WriteJob): string {
  return `INSERT INTO ${targetName(job)} (${job.columns.map(quoteName).join(', ')})`;
}

/** `(?,?)` so many times, with commas between. */
export function valueRows(width: number, rows: number): string {
  const row = `(${Array(width).fill('?').join(',')})`;
  return Array(rows).fill(row).join(',');
}

/** One term as it is, several as a row value. */
export function tuple(terms: readonly string[]): string {
  return terms.length === 1 ? terms.join('') : `(${terms.join(', ')})`;
}

/** `a = ? AND b = ?` */
export function keyCondition({ columns }: Pick<RowKey, 'columns'>): string {
  return columns.map((name) => `${quoteName(name)} = ?`).join(' AND ');
}

/** The condition of all rows up to a key that is bound: `a <= ?` or `(a, b) <= (?, ?)`. */
export function upToKey({ columns }: RowKey): string {
  return `${tuple(columns.map(quoteName))} <= ${tuple(columns.map(() => '?'))}`;
}

/** The job's key. Techniques that need one refuse jobs that have none, before anything else. */
export function keyOf({ key, table }: WriteJob): RowKey {
  if (!key) throw new Error(`The rows of ${table.name} cannot be addressed.`);
  return key;
}

/** What an update sets. */
export function updateOf({ update }: WriteJob): NonNullable<WriteJob['update']> {
  if (!update) throw new Error('An update needs a column to set.');
  return update;
}

/** The affinities of columns of the table; a name of the rowid has that of an integer. */
export function affinitiesOf({ table }: WriteJob, names: readonly string[]): Affinity[] {
  return names.map((name) => {
    const column = table.columns.find((each) => isSameName(each.name, name));
    return column?.affinity ?? 'integer';
  });
}
