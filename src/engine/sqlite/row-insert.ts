// Rows into a table one by one, through any build's statements: for few rows, or where nothing is
// known of the build. The fast way of sql.js stands in sqljs-bulk-insert.ts.
import type { SqlValue } from '../model/values.ts';
import { quoteName } from '../sql/quote-name.ts';
import { type BulkInsert, type BulkRows, RowRejected, type Statement } from './driver.ts';
import { isSqliteError } from './is-sqlite-error.ts';

/** The statement that inserts so many rows. */
export function bulkInsertSql(bulk: BulkRows, rows: number): string {
  const { table, columns, cells } = bulk;
  const values = Array(rows)
    .fill(`(${cells.map(() => '?').join(',')})`)
    .join(',');
  if (bulk.sql) return bulk.sql(values);
  if (columns.length === 0) return `INSERT INTO main.${quoteName(table)} DEFAULT VALUES`;
  const names = columns.map(quoteName).join(', ');
  return `INSERT INTO main.${quoteName(table)} (${names}) VALUES ${values}`;
}

/** Inserts by a statement for one row (`bulkInsertSql`), which it frees in the end. */
export function createRowInsert(statement: Statement, bulk: BulkRows): BulkInsert {
  return {
    isFast: false,
    insert(firstRow, count) {
      for (let row = firstRow; row < firstRow + count; row++) insertRow(statement, bulk, row);
    },
    free: () => statement.free(),
  };
}

/** Inserts one row, with other values for as long as it is refused and there are any. */
export function insertRow(
  statement: Statement,
  bulk: BulkRows,
  row: number,
  first?: { values: SqlValue[]; attempt: number },
): void {
  let values = first?.values ?? bulk.cells.map((cell) => cell(row));
  for (let attempt = first?.attempt ?? 1; ; attempt++) {
    try {
      statement.bind(values);
      statement.step();
      statement.reset();
      return;
    } catch (thrown) {
      if (!isSqliteError(thrown)) throw thrown;
      const others = bulk.retry?.(row, attempt, thrown.message) ?? null;
      if (!others) throw new RowRejected(thrown.message, row, values);
      values = others;
    }
  }
}
