// UNIQUE that a table has by CREATE UNIQUE INDEX: its CREATE TABLE statement does not say it.
// What it costs is the price of an index; what it refuses is a constraint's affair.

import { foldName } from '../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import { readIndexes } from '../../../schema/read-indexes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { constraintOf, type WrittenConstraint } from './read-constraints.ts';

export interface UniqueIndexes {
  /** Of whole columns, with the statement as their text and the collation of each column. */
  ofColumns: WrittenConstraint[];
  /** Names of those of expressions, and of those that hold for some rows only. */
  ofSomeRows: string[];
}

/** In the order of creation. */
export function uniqueIndexes(database: Database, schema: Schema, table: Table): UniqueIndexes {
  const indexes = readIndexes(database, { ...schema, tables: [table] }).filter(
    ({ isUnique, origin }) => isUnique && origin === 'created',
  );
  const statements = new Map(
    database
      .all("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
      .map(([name, sql]) => [foldName(String(name)), String(sql)]),
  );
  const found: UniqueIndexes = { ofColumns: [], ofSomeRows: [] };
  for (const { name, terms, condition } of indexes) {
    const columns = terms.flatMap(({ column }) => column ?? []);
    if (condition !== null || columns.length < terms.length) {
      found.ofSomeRows.push(name);
      continue;
    }
    const orders = terms.map(({ collation }) => `COLLATE ${quoteName(collation)}`);
    const sql = statements.get(foldName(name)) ?? '';
    found.ofColumns.push(constraintOf('unique', sql, { name, columns, orders }));
  }
  return found;
}
