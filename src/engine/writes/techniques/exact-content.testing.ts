// All that tables hold, with types and bytes: finer than the content hash, which takes 3 and 3.0 as
// equal.
import type { Schema } from '../../model/database/schema.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { Database } from '../../sqlite/driver.ts';

/** By table the rows, sorted; of each cell its type, its bytes, and its digits. */
export function exactContent(
  database: Database,
  { tables }: Pick<Schema, 'tables'> = readSchema(database),
): Record<string, string[]> {
  return Object.fromEntries(
    tables.map(({ name, columns }) => {
      const cells = columns.map((column) => {
        const cell = quoteName(column.name);
        return `typeof(${cell}) || hex(${cell}) || quote(${cell})`;
      });
      const rows = database.all(`SELECT ${cells.join()} FROM ${quoteName(name)}`);
      return [name, rows.map((row) => row.join(' | ')).sort()];
    }),
  );
}
