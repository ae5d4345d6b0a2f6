// Where and on what times are taken: written beside every result.
// Measures nothing but the clock itself.
import { textHash } from '../../../lib/hash/text-hash.ts';
import type { Environment } from '../../model/comparison/comparison.ts';
import type { Platform } from '../../model/platform.ts';
import { countRows } from '../../schema/count-rows.ts';
import type { Database } from '../../sqlite/driver.ts';
import { measureTick } from './tick.ts';

/**
 * The environment of measurements on this connection, made with `seed`; takes up to 150 ms for the
 * clock's tick, and counts the rows of all tables.
 */
export function readEnvironment(database: Database, platform: Platform, seed: number): Environment {
  const ask = (sql: string) => database.all(sql)[0]?.[0] ?? null;
  const pageSizeBytes = Number(ask('PRAGMA page_size'));
  const cacheSize = Number(ask('PRAGMA cache_size'));
  return {
    tickMs: measureTick(() => platform.now()),
    isIsolated: platform.isIsolated,
    userAgent: platform.userAgent,
    cores: platform.cores,
    sqliteVersion: String(ask('SELECT sqlite_version()')),
    pageSizeBytes,
    // Negative means KiB, positive means pages.
    cacheSizeBytes: cacheSize < 0 ? -cacheSize * 1024 : cacheSize * pageSizeBytes,
    hasStatistics: ask("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'") !== null,
    seed,
    schemaHash: schemaHash(database),
    rowCounts: Object.fromEntries(countRows(database).map(({ name, rows }) => [name, rows])),
  };
}

/** Of all CREATE statements in their order, indexes included: among equal plans it decides. */
function schemaHash(database: Database): string {
  const statements = database.all(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
  );
  return textHash(statements.map(([sql]) => `${sql};`).join('\n'));
}
