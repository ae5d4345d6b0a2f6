// The temporary table from which a technique writes: its columns, its rows.
// It has the affinities of the table that is written, so that no value changes on its way.
import type { Affinity } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { WriteJob } from '../../write-job.ts';
import { executeEach, executeOnce } from './execute.ts';
import { valueRows } from './sql-text.ts';

export const sourceName = 'temp.sqldyno_rows';

/** Names of its columns: those of the table that is written may be anything. */
export function sourceTerms(width: number): string[] {
  return Array.from({ length: width }, (_, at) => `c${at}`);
}

/** Creates the table and fills it; returns how many statements that took. */
export function fillSource(
  database: Database,
  job: Pick<WriteJob, 'checkLimit'>,
  affinities: readonly Affinity[],
  rows: number,
  binding: (row: number) => readonly SqlValue[],
): number {
  const names = sourceTerms(affinities.length);
  const columns = names.map((name, at) => `${name} ${typeOf(affinities[at] ?? 'blob')}`);
  const created = executeOnce(database, `CREATE TABLE ${sourceName} (${columns.join(', ')})`);
  const insert = `INSERT INTO ${sourceName} VALUES ${valueRows(names.length, 1)}`;
  return created + executeEach(database, job, insert, rows, binding);
}

/** Takes the table away, so that the next batch of the application can make it again. */
export function dropSource(database: Database): number {
  return executeOnce(database, `DROP TABLE ${sourceName}`);
}

function typeOf(affinity: Affinity): string {
  return affinity === 'blob' ? '' : affinity.toUpperCase();
}
