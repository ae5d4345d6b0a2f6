// Where the rows of a plan are in their table, when nothing in them tells: the rowids they were given.
// Needed where triggers or conflict clauses put rows between them, or leave some out.
import type { BulkInsert, BulkRows, Database } from '../../sqlite/driver.ts';
import { bulkInsertSql, createRowInsert } from '../../sqlite/row-insert.ts';

/** The rowid of each row; 0 for a row that SQLite left out without a word. */
export type RowIds = Float64Array;

/** Inserts the rows one by one and takes down the rowid of each. */
export function insertWithRowids(database: Database, bulk: BulkRows, rowids: RowIds): BulkInsert {
  const rows = createRowInsert(database.prepare(bulkInsertSql(bulk, 1)), bulk);
  // The insert's own, whatever triggers have inserted meanwhile.
  const last = database.prepare('SELECT CASE WHEN changes() > 0 THEN last_insert_rowid() END');
  return {
    isFast: false,
    insert(firstRow, count) {
      for (let row = firstRow; row < firstRow + count; row++) {
        rows.insert(row, 1);
        last.step();
        rowids[row] = Number(last.row()[0] ?? 0);
        last.reset();
      }
    },
    free() {
      rows.free();
      last.free();
    },
  };
}
