// How many rows each table holds, counted by SQLite.
// Shadow tables of virtual tables and SQLite's own are no tables of the user's: see read-schema.ts.
import { quoteName } from '../sql/quote-name.ts';
import type { Database } from '../sqlite/driver.ts';
import { readSchema } from './read-schema.ts';

/** In the order of the tables' creation. */
export function countRows(database: Database): { name: string; rows: number }[] {
  return readSchema(database).tables.map(({ name }) => {
    const [row] = database.all(`SELECT count(*) FROM main.${quoteName(name)}`);
    return { name, rows: Number(row?.[0] ?? 0) };
  });
}
