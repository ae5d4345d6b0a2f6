// Whether the rows of a job are found by their keys, before anything is measured: a technique that
// finds none of them is fast.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { RowKey } from '../../../sql/tables/row-key.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { keyCondition } from '../../techniques/parts/sql-text.ts';

/**
 * Throws an EngineFailure for the first key that does not find its row again once it is bound: an
 * integer beyond 2^53 in a column without type is bound as text, and text that is no UTF-8 is read
 * as another. A rowid always does.
 */
export function checkKeys(
  database: Database,
  table: Table,
  key: RowKey,
  keys: readonly (readonly SqlValue[])[],
): void {
  const isRowid = table.columns.some(
    ({ name, isRowidAlias }) => isRowidAlias && key.columns.some((each) => isSameName(each, name)),
  );
  if (key.isRowid || isRowid) return;
  const sql = `SELECT 1 FROM main.${quoteName(table.name)} WHERE ${keyCondition(key)}`;
  const statement = database.prepare(sql);
  try {
    for (const values of keys) {
      statement.bind(values);
      if (!statement.step()) throw notFound(table, key, values);
    }
  } finally {
    statement.free();
  }
}

function notFound({ name }: Table, { columns }: RowKey, values: readonly SqlValue[]) {
  const told = columns.map((column, at) => `${column} = ${values[at]}`).join(', ');
  return new EngineFailure({
    code: 'data-unsatisfiable',
    message: `The row of ${name} with ${told} is not found by this key: JavaScript cannot bind it as it is stored.`,
    hint: 'Declare the key as INTEGER or TEXT, or keep integers below 2^53.',
  });
}
