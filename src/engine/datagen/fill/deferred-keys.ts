// Fills a table with its UNIQUE indexes out of sight and builds them afterwards, sorted: half the
// time for a million rows in random order of the key. Everything happens in the open transaction.
// Tables whose definition asks for more than columns, keys and CHECKs are filled in the plain way.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Schema, Table } from '../../model/database/schema.ts';
import { quoteName } from '../../sql/quote-name.ts';
import { askNumber } from '../../sqlite/ask-number.ts';
import type { Database } from '../../sqlite/driver.ts';

/** Fewer rows are filled as fast in the plain way. */
const leastRows = 50_000;

/** What a rewritten definition would lose, and with it the meaning of CHECKs or of inserts. */
const needsItsOwnText = /\b(autoincrement|collate|conflict|generated|deferrable)\b/i;
const plainType = /^[\w ]*(\([\d, .]*\))?$/;

/** True when the table can be filled without its indexes: nothing looks at them meanwhile. */
export function canDeferKeys(table: Table, schema: Schema, rows: number): boolean {
  const rowidKey = table.columns.find((column) => column.isRowidAlias)?.name;
  const isReferredToByKey = schema.tables.some((child) =>
    child.foreignKeys.some(
      (key) =>
        isSameName(key.parentTable, table.name) &&
        !(
          rowidKey !== undefined &&
          key.parentColumns.length === 1 &&
          isSameName(key.parentColumns[0] ?? '', rowidKey)
        ),
    ),
  );
  return (
    rows >= leastRows &&
    hasKeyIndex(table) &&
    !table.isWithoutRowid &&
    !isReferredToByKey &&
    schema.triggers.length === 0 &&
    !needsItsOwnText.test(table.sql) &&
    table.columns.every((column) => !column.isGenerated && plainType.test(column.type))
  );
}

/** True when a table has an index besides its rowid: UNIQUE, or a key that is not the rowid. */
export function hasKeyIndex(table: Table): boolean {
  const hasRowidKey = table.columns.some((column) => column.isRowidAlias);
  return table.uniques.length > 0 || (table.primaryKey.length > 0 && !hasRowidKey);
}

/**
 * Runs `fill` on the table without its UNIQUE and key indexes, then builds them from all rows.
 * A transaction must be open. Throws SQLite's error when rows are not unique after all.
 */
export function withoutKeyIndexes(database: Database, table: Table, fill: () => void): void {
  const name = quoteText(table.name);
  const rows = database.all(
    `SELECT rowid, type, name, tbl_name, rootpage, sql FROM main.sqlite_schema WHERE tbl_name = ${name} AND type = 'index' AND sql IS NULL`,
  );
  changeSchema(database, () => {
    database.run(
      `DELETE FROM main.sqlite_schema WHERE tbl_name = ${name} AND type = 'index' AND sql IS NULL;
       UPDATE main.sqlite_schema SET sql = ${quoteText(bareDefinition(table))} WHERE type = 'table' AND name = ${name};`,
    );
  });
  fill();
  changeSchema(database, () => {
    database.run(
      `UPDATE main.sqlite_schema SET sql = ${quoteText(table.sql)} WHERE type = 'table' AND name = ${name}`,
    );
    for (const row of rows) {
      const insert = database.prepare(
        'INSERT INTO main.sqlite_schema (rowid, type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?, ?)',
      );
      insert.bind(row);
      insert.step();
      insert.free();
    }
  });
  database.run(`REINDEX main.${quoteName(table.name)}`);
}

// The change counts once the version differs and a real statement has made SQLite read again.
function changeSchema(database: Database, change: () => void): void {
  const version = askNumber(database, 'PRAGMA main.schema_version');
  database.run('PRAGMA writable_schema = ON');
  change();
  database.run(`PRAGMA main.schema_version = ${version + 1}; PRAGMA writable_schema = RESET;`);
  database.all('SELECT 1 FROM main.sqlite_schema LIMIT 1');
}

function bareDefinition(table: Table): string {
  const columns = table.columns.map((column) => {
    const key = column.isRowidAlias ? ' PRIMARY KEY' : '';
    return `${quoteName(column.name)} ${column.type}${key}${column.isNotNull ? ' NOT NULL' : ''}`;
  });
  const references = table.foreignKeys.map(
    (key) =>
      `FOREIGN KEY (${key.columns.map(quoteName).join(', ')}) REFERENCES ${quoteName(key.parentTable)} (${key.parentColumns.map(quoteName).join(', ')})`,
  );
  const checks = table.checks.map((check) => `CHECK (${check}\n)`);
  const strict = table.isStrict ? ' STRICT' : '';
  return `CREATE TABLE ${quoteName(table.name)} (${[...columns, ...checks, ...references].join(', ')})${strict}`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
