// The schema of a database that came from outside: read without trusting it, written as text that
// a playground can hold. Whether its pages are sound is checked elsewhere.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { Index } from '../../../model/playground.ts';
import { indexNameOf } from '../../../sql/indexes/index-name.ts';
import { splitStatements } from '../../../sql/statements/split-statements.ts';
import { statementKind } from '../../../sql/statements/statement-kind.ts';
import { meaningfulTokens } from '../../../sql/token.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { importLimits, refusals } from '../../refusals.ts';
import { moduleOf, type VirtualTable } from './virtual-tables.ts';

export interface ImportedSchema {
  /** Names of tables and virtual tables, in order of creation, without shadow tables. */
  tables: string[];
  /** CREATE TABLE, then VIEW, then TRIGGER statements; each finds what it needs before it. */
  schemaSql: string;
  indexes: Index[];
  virtualTables: VirtualTable[];
  viewCount: number;
  triggerCount: number;
  hasStatistics: boolean;
}

interface Entry {
  type: string;
  name: string;
  sql: string;
}

const kinds = { table: 'create-table', view: 'create-view', trigger: 'create-trigger' } as const;

/** Reads sqlite_schema. Throws a refusal when an entry is not what it claims, or for too many. */
export function readImportedSchema(database: Database): ImportedSchema {
  const entries = readEntries(database);
  const shadows = shadowTables(database);
  const own = entries.filter(({ type, name }) => type !== 'table' || !shadows.has(foldName(name)));
  const of = (type: string) => own.filter((entry) => entry.type === type);
  const indexes = of('index');
  atMost(of('table').length, 'tables');
  atMost(indexes.length, 'indexes');
  for (const entry of own) checkEntry(entry);
  const statements = [...of('table'), ...of('view'), ...of('trigger')].map(({ sql }) => ended(sql));
  const schemaSql = statements.join('\n\n');
  if (schemaSql.length > importLimits.schemaText) throw refusals.schemaTooLong(schemaSql.length);
  return {
    tables: of('table').map(({ name }) => name),
    schemaSql,
    indexes: indexes.map(({ name, sql }) => ({ name, sql })),
    virtualTables: of('table').flatMap(({ name, sql }) => {
      const module = moduleOf(sql);
      return module === null ? [] : [{ name, module }];
    }),
    viewCount: of('view').length,
    triggerCount: of('trigger').length,
    hasStatistics: hasStatistics(database),
  };
}

// Without the indexes behind constraints, which have no statement, and SQLite's own tables.
function readEntries(database: Database): Entry[] {
  return database
    .all(
      "SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
    )
    .map(([type, name, sql]) => ({
      type: String(type),
      name: String(name),
      sql: sql instanceof Uint8Array ? '' : String(sql),
    }));
}

/** Tables that belong to virtual tables; SQLite knows them only where it has the module. */
function shadowTables(database: Database): Set<string> {
  // table_list: schema, name, type, ncol, wr, strict
  return new Set(
    database
      .all('PRAGMA main.table_list')
      .filter((row) => row[2] === 'shadow')
      .map((row) => foldName(String(row[1]))),
  );
}

function atMost(count: number, what: 'tables' | 'indexes'): void {
  const limit = importLimits[what];
  if (count > limit) throw refusals.tooManyObjects(count, what, limit);
}

/**
 * SQLite compiles only the first statement of an entry; what stands behind it would run when the
 * schema's text is run again.
 */
function checkEntry({ type, name, sql }: Entry): void {
  const isWhole = splitStatements(sql).length === 1;
  const kind = statementKind(sql);
  const isKind =
    type === 'index'
      ? kind === 'create-index' && isSameName(indexNameOf(sql) ?? '', name)
      : kind === kinds[type as keyof typeof kinds];
  if (!isWhole || !isKind) throw refusals.notWhatItClaims(type, name);
}

/** The statement with its semicolon, on a line of its own behind a comment. */
function ended(sql: string): string {
  const last = meaningfulTokens(sql).at(-1);
  if (last?.kind === 'semicolon') return sql.trim();
  return sql.slice(last?.end ?? 0).includes('--') ? `${sql.trim()}\n;` : `${sql.trim()};`;
}

function hasStatistics(database: Database): boolean {
  const [table] = database.all(
    "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = 'sqlite_stat1'",
  );
  if (!table) return false;
  return database.all('SELECT 1 FROM main.sqlite_stat1 LIMIT 1').length > 0;
}
