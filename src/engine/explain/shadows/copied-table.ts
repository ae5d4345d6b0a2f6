// CREATE TABLE ... AS SELECT on an empty database: the table without running the SELECT, which may
// never end. SQLite itself names and types the columns.
import { statementKind } from '../../sql/statements/statement-kind.ts';
import { isKeyword, meaningfulTokens } from '../../sql/token.ts';
import type { Database } from '../../sqlite/driver.ts';
import { explainRows } from '../explain-rows.ts';

/** True for CREATE TABLE name AS SELECT. */
export function isTableCopy(sql: string): boolean {
  if (statementKind(sql) !== 'create-table') return false;
  for (const token of meaningfulTokens(sql)) {
    // Column definitions stand in parentheses, which come before any AS.
    if (token.kind === 'open') return false;
    if (isKeyword(sql, token, 'AS')) return true;
  }
  return false;
}

/**
 * Creates the table that `sql` would create, empty. Throws SQLite's error when it does not compile.
 *
 * Method: the bytecode of CREATE TABLE AS holds the CREATE TABLE statement that SQLite writes into
 * the schema (build.c, sqlite3EndTable). It is the last one before the address to which Init jumps,
 * behind all that the SELECT is compiled to; from there on stand constants that SQLite has moved
 * out of loops, any text among them. Where IF NOT EXISTS finds the table there is none.
 */
export function createCopiedTable(database: Database, sql: string): void {
  const program = explainRows(database, 'EXPLAIN', sql);
  const definition = program
    .slice(0, Number(program[0]?.[3] ?? 0))
    .filter(([, opcode]) => opcode === 'String8')
    .map((row) => String(row[5]))
    .findLast((text) => text.startsWith('CREATE TABLE '));
  if (definition !== undefined) database.run(definition);
}
