// Which rows of a table others refer to: what must be there before those others can come.

import { isSameName } from '../../../../../lib/sql-name.ts';
import type { ForeignKey, Table } from '../../../../model/database/schema.ts';
import type { SqlValue } from '../../../../model/values.ts';
import { quoteName } from '../../../../sql/quote-name.ts';
import type { Database } from '../../../../sqlite/driver.ts';
import type { LoadedRows } from '../loaded-rows.ts';

/**
 * The rows of `parent` that `children` refer to by any of the keys, each once: the values of
 * `columns`. What is not there is left out: children may refer to each other.
 */
export function referredRows(
  database: Database,
  parent: Table,
  columns: readonly string[],
  keys: readonly ForeignKey[],
  children: LoadedRows,
): SqlValue[][] {
  const list = columns.map(quoteName).join(', ');
  const found = new Map<string, SqlValue[]>();
  for (const key of keys) {
    const condition = key.parentColumns.map((column) => `${quoteName(column)} = ?`).join(' AND ');
    const sql = `SELECT ${list} FROM main.${quoteName(parent.name)} WHERE ${condition}`;
    const find = database.prepare(sql);
    try {
      for (const values of distinctKeys(children, key)) {
        find.bind(values);
        if (!find.step()) continue;
        const row = find.row();
        found.set(nameOfValues(row), row);
      }
    } finally {
      find.free();
    }
  }
  return [...found.values()];
}

/** The keys that rows refer to, each once; one with a NULL refers to nothing. */
function* distinctKeys({ columns, rows }: LoadedRows, key: ForeignKey): Generator<SqlValue[]> {
  const positions = key.columns.map((column) =>
    columns.findIndex((each) => isSameName(each, column)),
  );
  const seen = new Set<string>();
  for (const row of rows) {
    const values = positions.map((position) => row[position] ?? null);
    const name = nameOfValues(values);
    if (values.includes(null) || seen.has(name)) continue;
    seen.add(name);
    yield values;
  }
}

/** Equal for equal values only. */
function nameOfValues(values: readonly SqlValue[]): string {
  return JSON.stringify(values.map((value) => [typeof value, String(value)]));
}
