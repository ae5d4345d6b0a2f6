// Makes the job of an operation from a database at its start: the rows, their keys, the new values.
// The same rows for every technique and every setup; what differs between contenders comes later.
import type { Table } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { WriteOperation } from '../../../model/writes/technique.ts';
import type { UpdateSetting } from '../../../model/writes/writes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { rowKeyOf } from '../../../sql/tables/row-key.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { WriteJob } from '../../write-job.ts';
import { checkKeys } from './found-keys.ts';
import { readNewValues } from './new-values.ts';
import { createReadRows } from './read-rows.ts';
import { checkUpdate } from './update-expression.ts';

/** What all contenders of an operation have in common. */
export type OperationJob = Omit<WriteJob, 'indexes' | 'batchSize' | 'checkLimit'>;

/** Columns that a row brings along. */
export function writtenColumns(table: Table): string[] {
  return table.columns.filter(({ isGenerated }) => !isGenerated).map(({ name }) => name);
}

/** The insertion of rows that were made before. */
export function insertJob(database: Database, table: Table, rows: SqlValue[][]): OperationJob {
  return {
    operation: 'insert',
    table,
    key: rowKeyOf(table),
    columns: writtenColumns(table),
    rows,
    keys: [],
    update: null,
    rowsBefore: countRowsOf(database, table),
  };
}

/**
 * The update or deletion of the first `limit` rows in the order of their key. Throws an
 * EngineFailure when the update's expression is none, keys do not find their rows, or it is too much.
 */
export function existingRowsJob(
  database: Database,
  table: Table,
  operation: Exclude<WriteOperation, 'insert'>,
  limit: number,
  setting: UpdateSetting | null,
  readRows = createReadRows(),
): OperationJob {
  const key = rowKeyOf(table);
  const checked = operation === 'update' ? checkUpdate(database, table, key, setting) : null;
  const columns = writtenColumns(table);
  const from = `FROM main.${quoteName(table.name)}`;
  // Without any key the rows come as they lie.
  const order = key ? ` ORDER BY ${key.columns.map(quoteName).join(', ')}` : '';
  const tail = `${order} LIMIT ${limit}`;
  const read = (names: readonly string[]) => [
    ...readRows(database, `SELECT ${names.map(quoteName).join(', ')} ${from}${tail}`),
  ];
  const keys = key ? read(key.columns) : [];
  if (key) checkKeys(database, table, key, keys);
  return {
    operation,
    table,
    key,
    columns,
    rows: read(columns),
    keys,
    update: checked && {
      ...checked,
      values: readNewValues(database, table, checked, tail, readRows),
    },
    rowsBefore: countRowsOf(database, table),
  };
}

export function countRowsOf(database: Database, { name }: Pick<Table, 'name'>): number {
  return askNumber(database, `SELECT count(*) FROM main.${quoteName(name)}`);
}
