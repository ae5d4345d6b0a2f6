// Where and on what times are taken: written beside every result.
// Measures nothing but the clock itself.
import type { Environment } from '../model/comparison.ts';
import type { Platform } from '../model/platform.ts';
import type { Database } from '../sqlite/driver.ts';
import { measureTick } from './tick.ts';

/** The environment of measurements on this connection; takes up to 150 ms for the clock's tick. */
export function readEnvironment(database: Database, platform: Platform): Environment {
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
  };
}
