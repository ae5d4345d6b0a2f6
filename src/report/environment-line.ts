// Where and on what times were taken, as one line: without it a time says nothing.
import type { Environment } from '../engine/model/comparison/comparison.ts';
import { formatBytes } from '../lib/format/format-bytes.ts';
import { formatCount, formatCountOf } from '../lib/format/format-count.ts';
import { formatDuration } from '../lib/format/format-duration.ts';
import { browserName } from './browser-name.ts';

/** The build of SQLite that all times come from. */
const timingEngine = 'sql.js (WebAssembly)';

/** 'SQLite 3.54.1 in sql.js ..., Chromium 156, 2 cores, ...'. Plain text: names in it are anyone's. */
export function environmentLine(environment: Environment): string {
  const { sqliteVersion, userAgent, cores, tickMs, isIsolated, rowCounts } = environment;
  const rows = Object.entries(rowCounts).map(([table, count]) => `${table} ${formatCount(count)}`);
  return [
    `SQLite ${sqliteVersion} in ${timingEngine}`,
    browserName(userAgent),
    formatCountOf(cores, 'core'),
    `clock tick ${formatDuration(tickMs)} (page ${isIsolated ? '' : 'not '}isolated)`,
    `page size ${formatCount(environment.pageSizeBytes)} bytes`,
    `page cache ${formatBytes(environment.cacheSizeBytes)}`,
    environment.hasStatistics ? 'ANALYZE run' : 'ANALYZE not run',
    `rows: ${rows.length === 0 ? 'none' : rows.join(', ')}`,
    `seed ${environment.seed}`,
    `schema ${environment.schemaHash}`,
  ].join('; ');
}
