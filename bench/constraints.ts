// Are constraints obeyed? Random schemas and the realistic ones, filled and then judged by SQLite:
// PRAGMA integrity_check (UNIQUE, CHECK, NOT NULL, STRICT) and foreign_key_check. Promise: none violated.
import fc from 'fast-check';
import { randomSchema } from '../src/engine/datagen/random-schema.testing.ts';
import { build, type TestRecipe, violations } from '../src/engine/datagen/recipes.testing.ts';
import { realisticSchemas } from '../src/engine/datagen/schemas.testing.ts';
import { EngineFailure } from '../src/engine/model/errors.ts';
import type { Bench } from './bench.ts';

const seeds = Number(process.env.SQLDYNO_BENCH_SEEDS ?? 20);

/** Rows a table, and schemas for each seed: few rows are quick, and have corners of their own. */
const sizes: readonly { rows: number; schemasPerSeed: number }[] = [
  { rows: 0, schemasPerSeed: 5 },
  { rows: 1, schemasPerSeed: 20 },
  { rows: 100, schemasPerSeed: 20 },
  { rows: 10_000, schemasPerSeed: 1 },
];

interface Tally {
  schemas: number;
  tables: number;
  rows: number;
  violations: number;
  refused: number;
}

export const constraints: Bench = {
  name: 'constraints',
  title: `constraints of generated rows, ${seeds} seeds`,
  async run(print) {
    let isKept = true;
    for (const { rows, schemasPerSeed } of sizes) {
      const start = performance.now();
      const tally: Tally = { schemas: 0, tables: 0, rows: 0, violations: 0, refused: 0 };
      for (let seed = 1; seed <= seeds; seed++) {
        for (const { sql, tables } of fc.sample(randomSchema, { seed, numRuns: schemasPerSeed })) {
          const counts = Object.fromEntries(tables.map((name) => [name, rows]));
          judge(tally, sql, { rows: counts, seed }, print);
        }
      }
      print(`random, ${rows} rows a table: ${told(tally, start)}`);
      isKept &&= tally.violations === 0 && tally.refused === 0;
    }
    const start = performance.now();
    const tally: Tally = { schemas: 0, tables: 0, rows: 0, violations: 0, refused: 0 };
    for (const { sql, rows, columns } of realisticSchemas) {
      for (let seed = 1; seed <= seeds; seed++) {
        judge(tally, sql, { rows, seed, ...(columns ? { columns } : {}) }, print);
      }
    }
    print(`realistic: ${told(tally, start)}`);
    return isKept && tally.violations === 0 && tally.refused === 0;
  },
};

function judge(tally: Tally, sql: string, recipe: TestRecipe, print: (line: string) => void): void {
  const { rows, seed } = recipe;
  tally.schemas++;
  tally.tables += Object.keys(rows).length;
  try {
    const db = build(sql, recipe);
    const found = violations(db);
    tally.rows += Object.values(rows).reduce((sum, count) => sum + count, 0);
    tally.violations += found.length;
    if (found.length > 0) print(`seed ${seed}: ${JSON.stringify(found.slice(0, 3))} in ${sql}`);
    db.close();
  } catch (thrown) {
    if (!(thrown instanceof EngineFailure)) throw thrown;
    tally.refused++;
    print(`seed ${seed}: ${thrown.error.message}\n${sql}`);
  }
}

function told(tally: Tally, start: number): string {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { schemas, tables, rows, violations: found, refused } = tally;
  return `${schemas} databases, ${tables} tables, ${rows.toLocaleString('en')} rows: ${found} violations, ${refused} refused (${seconds} s)`;
}
