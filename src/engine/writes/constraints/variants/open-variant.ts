// The database of a variant: its table, and the rows that the rows to come will refer to.
// Keeps away from what is done with it.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { DatabaseOpener } from '../../write-bench.ts';
import { referredRows } from './foreign-keys/referred-rows.ts';
import type { BuiltVariant } from './variant-outcome.ts';

export interface VariantSource<D extends Database> {
  driver: DatabaseOpener<D>;
  /** Where the parents' rows are. */
  database: Database;
  schema: Schema;
  table: Table;
  columns: readonly string[];
  rows: readonly (readonly SqlValue[])[];
  /** Rows that are in the table from the beginning. */
  before: readonly (readonly SqlValue[])[];
  variant: BuiltVariant;
}

/** Opens it; nothing stays open when it throws. The page size is that of the source. */
export function openVariant<D extends Database>(source: VariantSource<D>): D {
  const { schema, table, columns, before, variant } = source;
  return openFilled(source, (own) => {
    const keysOf = new Map<Table, ForeignKey[]>();
    for (const key of variant.references) {
      const parent = schema.tables.find(({ name }) => isSameName(name, key.parentTable));
      if (!parent || isSameName(parent.name, table.name)) continue;
      keysOf.set(parent, [...(keysOf.get(parent) ?? []), key]);
    }
    for (const [parent, keys] of keysOf) copyParent(source, own, parent, keys);
    for (const statement of variant.statements) own.run(statement);
    insertAll(own, table.name, columns, before);
  });
}

/** A new database that `fill` fills, without a look at foreign keys. */
export function openFilled<D extends Database>(
  { driver, database }: Pick<VariantSource<D>, 'driver' | 'database'>,
  fill: (own: D) => void,
): D {
  const own = driver.open();
  try {
    const pageSize = askNumber(database, 'PRAGMA main.page_size');
    // The rows that are referred to may refer to others in turn, which do not come along.
    own.run(`PRAGMA page_size = ${pageSize}; PRAGMA foreign_keys = OFF; BEGIN`);
    fill(own);
    own.run('COMMIT; PRAGMA foreign_keys = ON');
    return own;
  } catch (thrown) {
    own.close();
    throw thrown;
  }
}

/** The parent as it is, with its UNIQUE indexes and the rows that any of the keys refers to. */
function copyParent<D extends Database>(
  { database, columns, rows }: VariantSource<D>,
  own: D,
  parent: Table,
  keys: readonly ForeignKey[],
): void {
  own.run(parent.sql);
  const stored = parent.columns.filter(({ isGenerated }) => !isGenerated).map(({ name }) => name);
  insertAll(
    own,
    parent.name,
    stored,
    referredRows(database, parent, stored, keys, { columns, rows }),
  );
  for (const sql of uniqueIndexes(database, parent)) own.run(sql);
}

/** Inserts rows one by one. */
export function insertAll(
  own: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): void {
  if (rows.length === 0) return;
  const list = columns.map(quoteName).join(', ');
  const places = columns.map(() => '?').join(', ');
  const insert = own.prepare(`INSERT INTO main.${quoteName(table)} (${list}) VALUES (${places})`);
  try {
    for (const row of rows) {
      insert.bind(row);
      insert.step();
      insert.reset();
    }
  } finally {
    insert.free();
  }
}

/** A foreign key may stand on a UNIQUE index; a partial one does not serve it and does no harm. */
function uniqueIndexes(database: Database, parent: Table): string[] {
  const created = new Set(
    database
      .all(`PRAGMA main.index_list("${parent.name.replaceAll('"', '""')}")`)
      // index_list: seq, name, unique, origin, partial
      .filter((row) => row[2] === 1 && row[3] === 'c')
      .map((row) => foldName(String(row[1]))),
  );
  return database
    .all("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .filter(([name]) => created.has(foldName(String(name))))
    .map(([, sql]) => String(sql));
}
