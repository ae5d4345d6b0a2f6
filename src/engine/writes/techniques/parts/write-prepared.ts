// Inserts row by row with one prepared statement: what several techniques begin with.
import type { Database } from '../../../sqlite/driver.ts';
import type { WriteJob } from '../../write-job.ts';
import { executeEach } from './execute.ts';
import { insertHead, valueRows } from './sql-text.ts';

const noValues: never[] = [];

/** Returns how many statements it executed: one a row. */
export function writePrepared(database: Database, job: WriteJob): number {
  const { columns, rows } = job;
  const sql = `${insertHead(job)} VALUES ${valueRows(columns.length, 1)}`;
  return executeEach(database, job, sql, rows.length, (at) => rows[at] ?? noValues);
}
