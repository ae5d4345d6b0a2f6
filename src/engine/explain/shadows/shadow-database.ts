// A database with a playground's definitions and no rows: it plans as the loaded one does.
// Only CREATE statements are executed here, whatever the script holds.
import type { StatisticsRow } from '../../model/database/database.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Index } from '../../model/playground.ts';
import { indexProblemAmong } from '../../sql/indexes/index-problem.ts';
import { splitStatements } from '../../sql/statements/split-statements.ts';
import { statementKind } from '../../sql/statements/statement-kind.ts';
import { schemaStatementRefusal } from '../../sql/statements/statement-refusal.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { toSqlError } from '../../sqlite/sql-error.ts';
import { createCopiedTable, isTableCopy } from './copied-table.ts';
import { isOutOfMemory } from './out-of-memory.ts';

/** What a shadow database is made from. */
export interface ShadowRecipe {
  schemaSql: string;
  /** The indexes that are visible, in the order of the playground: planner ties go by it. */
  indexes: readonly Index[];
  /** Rows of sqlite_stat1 to plan with; null for a setup without statistics. */
  statistics: readonly StatisticsRow[] | null;
}

export interface ShadowDatabase {
  database: Database;
  /** The first statement of the schema that fails; those behind it were not tried. */
  schemaError: EngineError | null;
  /** By name: names come from the user, so never a plain object's keys. */
  indexErrors: ReadonlyMap<string, EngineError>;
}

/**
 * Generated columns that are stored may be of any size while first rows are made: what this file
 * cannot hold ends as "database or disk is full". The heap has a limit of its own (small-heap.ts).
 */
const fileLimit = `PRAGMA max_page_count = ${(64 * 1024 * 1024) / 4096}`;

/**
 * Opens an empty database and creates what can be created. The caller closes it. Throws when the heap
 * is full: SQLite has then rolled everything back, and no statement is at fault.
 */
export function openShadow(driver: Driver, recipe: ShadowRecipe): ShadowDatabase {
  const database = driver.open();
  try {
    database.run(fileLimit);
    // One transaction: each CREATE in its own takes three times as long.
    database.run('BEGIN');
    const schemaError = createSchema(database, recipe.schemaSql);
    const indexErrors = createIndexes(database, recipe.indexes);
    if (recipe.statistics) copyStatistics(database, recipe.statistics);
    // Pages are read from the file again where they are needed: it leaves room for twice as many.
    database.run('COMMIT; PRAGMA shrink_memory');
    return { database, schemaError, indexErrors };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function createSchema(database: Database, schemaSql: string): EngineError | null {
  for (const { sql, start, end } of splitStatements(schemaSql)) {
    const refusal = schemaStatementRefusal(sql);
    if (refusal) {
      return { ...refusal, place: { source: 'schema', offset: start, length: end - start } };
    }
    try {
      createOne(database, sql);
    } catch (thrown) {
      if (isOutOfMemory(thrown)) throw thrown;
      return toSqlError(database, thrown, {
        sql,
        offset: start,
        place: { source: 'schema' },
        code: 'schema-invalid',
      });
    }
  }
  return null;
}

/** Executes a CREATE, without any SELECT in it; an INSERT is only compiled, to show its mistakes. */
function createOne(database: Database, sql: string): void {
  if (isTableCopy(sql)) {
    createCopiedTable(database, sql);
    return;
  }
  const statement = database.prepare(sql);
  try {
    if (statementKind(sql) !== 'insert') while (statement.step()) {}
  } finally {
    statement.free();
  }
}

function createIndexes(database: Database, indexes: readonly Index[]): Map<string, EngineError> {
  const errors = new Map<string, EngineError>();
  for (const [position, index] of indexes.entries()) {
    const problem =
      indexProblemAmong(index, indexes.slice(0, position)) ?? createIndex(database, index);
    if (problem) errors.set(index.name, problem);
  }
  return errors;
}

/** Creates an index whose statement was checked; SQLite's error when it refuses. */
function createIndex(database: Database, { name, sql }: Index): EngineError | null {
  try {
    database.run(sql);
    return null;
  } catch (thrown) {
    if (isOutOfMemory(thrown)) throw thrown;
    const place = { source: 'index' as const, name };
    return toSqlError(database, thrown, { sql, offset: 0, place, code: 'index-invalid' });
  }
}

// SQLite reads statistics only when it loads the schema; "ANALYZE sqlite_schema" makes it do so.
function copyStatistics(database: Database, statistics: readonly StatisticsRow[]): void {
  database.run('ANALYZE; DELETE FROM sqlite_stat1;');
  const insert = database.prepare('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)');
  try {
    for (const row of statisticsAsIfAnalyzed(database, statistics)) {
      insert.bind([row.tbl, row.idx, row.stat]);
      insert.step();
    }
  } finally {
    insert.free();
  }
  database.run('ANALYZE sqlite_schema');
}

/**
 * The rows that ANALYZE would have written had only the visible indexes existed: their own rows,
 * and for a table without a visible whole index a row with the table's row count.
 */
function statisticsAsIfAnalyzed(
  database: Database,
  statistics: readonly StatisticsRow[],
): StatisticsRow[] {
  const rows: StatisticsRow[] = [];
  for (const tbl of new Set(statistics.map((row) => row.tbl))) {
    const ofTable = statistics.filter((row) => row.tbl === tbl);
    const partial = partialByIndex(database, tbl);
    const visible = ofTable.filter((row) => row.idx !== null && partial.has(row.idx));
    rows.push(...visible);
    if (visible.some((row) => row.idx !== null && partial.get(row.idx) === false)) continue;
    // A partial index counts fewer rows than the table has: the greatest count is the table's.
    const counts = ofTable.map((row) => Number.parseInt(row.stat, 10)).filter(Number.isFinite);
    if (counts.length > 0) rows.push({ tbl, idx: null, stat: String(Math.max(...counts)) });
  }
  return rows;
}

// index_list: seq, name, unique, origin, partial. The key of a WITHOUT ROWID table has its
// statistics under the table's own name.
function partialByIndex(database: Database, table: string): Map<string, boolean> {
  const rows = database.all(`PRAGMA main.index_list("${table.replaceAll('"', '""')}")`);
  return new Map(
    rows.map((row) => {
      const isKey = row[3] === 'pk';
      return [isKey ? table : String(row[1]), row[4] === 1];
    }),
  );
}
