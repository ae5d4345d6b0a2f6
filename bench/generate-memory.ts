// 5,000,000 rows of (id, name, category, price) as a session builds them, in a fresh process.
// Promise: the process never holds more than three times the bytes of the database.
import { execFileSync } from 'node:child_process';
import type { Bench } from './bench.ts';
import type { MemoryUse } from './memory/memory-use.ts';

const rows = 5 * Number(process.env.SQLDYNO_BENCH_ROWS ?? 1_000_000);

export const generateMemory: Bench = {
  name: 'generate-memory',
  title: `peak memory of ${rows.toLocaleString('en')} rows of (id, name, category, price)`,
  async run(print) {
    const entry = 'bench/memory/memory-process.ts';
    const printed = execFileSync(process.execPath, ['scripts/run-ts.mjs', entry, String(rows)], {
      encoding: 'utf8',
    });
    const use = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as MemoryUse;
    const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    const ratio = use.peakBytes / use.databaseBytes;
    print(`time: ${use.elapsedMs.toFixed(0)} ms, ${use.rowsPerSecond.toLocaleString('en')} rows/s`);
    print(`database: ${mb(use.databaseBytes)}; Node before it: ${mb(use.startBytes)}`);
    print(`peak of the process: ${mb(use.peakBytes)}`);
    print(`peak / database = ${ratio.toFixed(2)}; promised: at most 3.00`);
    return ratio <= 3;
  },
};
