// The schema of a database as SQLite reports it: PRAGMAs, and the text only for CHECKs.
// Says nothing about whether the schema makes sense.

import { foldName } from '../../lib/sql-name.ts';
import type { Column, ForeignKey, Schema, Table, View } from '../model/database/schema.ts';
import type { SqlValue } from '../model/values.ts';
import type { Database } from '../sqlite/driver.ts';
import { isSqliteError } from '../sqlite/is-sqlite-error.ts';
import { affinityOf } from './affinity.ts';
import { checkExpressions } from './check-expressions.ts';

/**
 * All tables, views and triggers of the main database, in order of creation. Virtual tables are
 * among the tables; their shadow tables and SQLite's own are not. A UNIQUE index counts as a
 * UNIQUE constraint unless it is partial or on an expression.
 */
export function readSchema(database: Database): Schema {
  const objects = database
    .all(
      "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
    )
    .map(([type, name, table, sql]) => ({
      type: String(type),
      name: String(name),
      table: String(table),
      sql: String(sql),
    }));
  const listed = new Map(
    database.all('PRAGMA main.table_list').map((row) => [String(row[1]), row]),
  );
  const tables = objects
    .filter(({ type, name }) => type === 'table' && listed.get(name)?.[2] !== 'shadow')
    .map(({ name, sql }) => readTable(database, name, sql, listed.get(name) ?? []));
  return {
    tables: withParentKeys(tables),
    views: objects
      .filter(({ type }) => type === 'view')
      .map(({ name, sql }) => ({ name, sql, ...viewColumns(database, name) })),
    triggers: objects
      .filter(({ type }) => type === 'trigger')
      .map(({ name, sql, table }) => ({ name, sql, table })),
  };
}

// SQLite compiles the view for its columns, which fails when a table of it is missing.
function viewColumns(database: Database, name: string): Pick<View, 'columns'> {
  try {
    const rows = pragma(database, 'table_info', name);
    return { columns: rows.map((row) => ({ name: String(row[1]), type: String(row[2]) })) };
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    return {};
  }
}

// table_list: schema, name, type, ncol, wr, strict
function readTable(database: Database, name: string, sql: string, listed: SqlValue[]): Table {
  const isWithoutRowid = listed[4] === 1;
  const isStrict = listed[5] === 1;
  // index_list: seq, name, unique, origin, partial
  const indexes = pragma(database, 'index_list', name);
  const hasKeyIndex = indexes.some((row) => row[3] === 'pk');
  // table_xinfo: cid, name, type, notnull, dflt_value, pk, hidden
  const rows = pragma(database, 'table_xinfo', name).filter((row) => row[6] !== 1);
  const keyRows = rows.filter((row) => Number(row[5]) > 0);
  // Only exactly INTEGER makes the rowid; INTEGER PRIMARY KEY DESC does not, and has an index.
  const isRowidAlias = (row: SqlValue[]) =>
    !isWithoutRowid &&
    !hasKeyIndex &&
    keyRows.length === 1 &&
    Number(row[5]) === 1 &&
    String(row[2]).toUpperCase() === 'INTEGER';
  const columns = rows.map(
    (row): Column => ({
      name: String(row[1]),
      type: String(row[2]),
      affinity: affinityOf(String(row[2]), isStrict),
      isNotNull: row[3] === 1,
      defaultSql: row[4] === null || row[4] === undefined ? null : String(row[4]),
      primaryKeyPosition: Number(row[5]),
      isRowidAlias: isRowidAlias(row),
      isGenerated: row[6] === 2 || row[6] === 3,
    }),
  );
  return {
    name,
    sql,
    columns,
    primaryKey: keyRows
      .toSorted((one, other) => Number(one[5]) - Number(other[5]))
      .map((row) => String(row[1])),
    foreignKeys: foreignKeysOf(database, name),
    uniques: uniquesOf(database, indexes),
    checks: checkExpressions(sql),
    isStrict,
    isWithoutRowid,
  };
}

// index_list gives the newest first; index_info: seqno, cid, name (null for an expression)
function uniquesOf(database: Database, indexes: SqlValue[][]): string[][] {
  return indexes
    .filter((row) => row[2] === 1 && row[3] !== 'pk' && row[4] === 0)
    .toReversed()
    .map((row) => pragma(database, 'index_info', String(row[1])).map((column) => column[2] ?? null))
    .filter((names) => names.every((name) => name !== null))
    .map((names) => names.map(String));
}

// foreign_key_list: id, seq, table, from, to, on_update, on_delete, match; the newest has id 0
function foreignKeysOf(database: Database, name: string): ForeignKey[] {
  const keys = new Map<number, ForeignKey>();
  for (const row of pragma(database, 'foreign_key_list', name)) {
    const id = Number(row[0]);
    const key = keys.get(id) ?? {
      columns: [],
      parentTable: String(row[2]),
      parentColumns: [],
      onDelete: String(row[6]),
      onUpdate: String(row[5]),
    };
    key.columns.push(String(row[3]));
    if (row[4] !== null && row[4] !== undefined) key.parentColumns.push(String(row[4]));
    keys.set(id, key);
  }
  return [...keys].sort(([one], [other]) => other - one).map(([, key]) => key);
}

// REFERENCES parent without columns means the parent's primary key.
function withParentKeys(tables: Table[]): Table[] {
  const byName = new Map(tables.map((table) => [foldName(table.name), table]));
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      if (key.parentColumns.length > 0) continue;
      key.parentColumns = byName.get(foldName(key.parentTable))?.primaryKey ?? [];
    }
  }
  return tables;
}

// Names are always quoted: an argument such as `on` or `0x1` must be read as a name.
function pragma(database: Database, name: string, argument: string): SqlValue[][] {
  return database.all(`PRAGMA main.${name}("${argument.replaceAll('"', '""')}")`);
}
