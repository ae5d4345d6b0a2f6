// The hash of what a database holds: equal on every machine that made the same data.
import { createRowHasher } from '../../lib/hash/row-hash.ts';
import { textHash } from '../../lib/hash/text-hash.ts';
import { foldName } from '../../lib/sql-name.ts';
import type { Column, Schema } from '../model/database/schema.ts';
import type { Fraction } from '../model/units.ts';
import { quoteName } from '../sql/quote-name.ts';
import { askNumber } from '../sqlite/ask-number.ts';
import type { Database } from '../sqlite/driver.ts';

const rowsPerReport = 20_000;

/**
 * 16 hex digits over all rows of all tables, read back from the database. The order of the rows in
 * a table and of the tables does not matter; names of tables and columns do. `terms`: what is read of
 * a column; other terms make other hashes.
 */
export function contentHash(
  database: Database,
  schema: Schema,
  onProgress?: (fraction: Fraction) => void,
  terms: (column: Column) => string = ({ name }) => quoteName(name),
): string {
  const tables = schema.tables.toSorted((one, other) =>
    foldName(one.name) < foldName(other.name) ? -1 : 1,
  );
  const count = (name: string) =>
    askNumber(database, `SELECT count(*) FROM main.${quoteName(name)}`);
  const total = onProgress ? tables.reduce((sum, table) => sum + count(table.name), 0) : 0;
  let done = 0;
  const parts = tables.map((table) => {
    const columns = table.columns.map((column) => column.name);
    const hasher = createRowHasher();
    const statement = database.prepare(
      `SELECT ${table.columns.map(terms).join(', ')} FROM main.${quoteName(table.name)}`,
    );
    try {
      while (statement.step()) {
        hasher.add(statement.row());
        done++;
        if (onProgress && done % rowsPerReport === 0) onProgress(done / total);
      }
    } finally {
      statement.free();
    }
    return [foldName(table.name), ...columns.map(foldName), hasher.rows, hasher.digest()];
  });
  onProgress?.(1);
  return textHash(JSON.stringify(parts));
}
