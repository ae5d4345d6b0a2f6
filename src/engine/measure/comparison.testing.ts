// A small shop and the verbs that tests of comparisons share.
import { createSeededRandom } from '../../lib/numbers/seeded-random.ts';
import { explainQueryPlan } from '../explain/explain-query-plan.ts';
import type { FirstRun, RoundReport } from '../model/comparison/comparison.ts';
import type { Platform } from '../model/platform.ts';
import type { Parameter, Query, Setup } from '../model/playground.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { type Comparison, createComparison } from './comparison.ts';
import { type SimulatedEngine, simulateEngine } from './simulated-engine.testing.ts';

/** A table of products with both indexes; the caller need not close it. */
export async function openShop(rows: number): Promise<Database> {
  const database = (await loadTestDriver()).open();
  database.run(`
    CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category INTEGER, price REAL);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      INSERT INTO products SELECT i, 'Product ' || i, i % 24, (i * 37 % 1000) / 7.0 FROM n;
    CREATE INDEX by_category ON products(category, price);
    CREATE INDEX by_name ON products(name);
  `);
  return database;
}

export function setup(id: string, indexes: string[], capacity = 0): Setup {
  const cache = capacity > 0 ? ({ kind: 'lru', capacity } as const) : ({ kind: 'none' } as const);
  return { id, name: id, indexes, hasStatistics: false, cache };
}

export function query(sql: string, parameters: Parameter[] = []): Query {
  return { id: 'q', name: 'the query', sql, parameters, weight: 1 };
}

export const evenCategory: Parameter = {
  name: ':category',
  generator: { kind: 'uniform', min: 0, max: 23 },
};
export const inCategory =
  'SELECT name, price FROM products WHERE category = :category AND price > 100';

export interface Case {
  database: Database;
  platform: Platform;
  setups: Setup[];
  query: Query;
  budgetMs?: number;
}

export function open({
  database,
  platform,
  setups,
  query: measured,
  budgetMs = 10_000,
}: Case): Comparison {
  return createComparison(
    {
      database,
      platform,
      indexNames: ['by_category', 'by_name'],
      explain: explainQueryPlan,
    },
    { queries: [measured], setups, seed: 7, budgetMs, overLimit: [] },
  );
}

/** The first runs in setups A and B, the ones that these tests compare. */
export function firstRunsOf(comparison: Comparison): FirstRun[] {
  return ['A', 'B'].map((setupId) => comparison.firstRun('q', setupId));
}

export function measureAll(comparison: Comparison): RoundReport[] {
  const reports: RoundReport[] = [];
  do reports.push(comparison.measureRound('q'));
  while (reports.at(-1)?.standing.next === 'measure');
  return reports;
}

export function last(reports: RoundReport[]): RoundReport {
  const report = reports.at(-1);
  if (!report) throw new Error('no rounds');
  return report;
}

export const realPlatform: Platform = {
  now: () => performance.now(),
  isIsolated: false,
  userAgent: 'test',
  cores: 2,
};

/** An engine whose calls take `cost` ms with some seeded noise, seen by a clock of `tickMs`. */
export async function simulated(
  sql: string,
  tickMs: number,
  cost: (indexes: string[]) => number,
): Promise<SimulatedEngine> {
  const random = createSeededRandom('noise');
  const noise = () => 1 + 0.06 * (random.next() + random.next() - 1);
  return simulateEngine(await openShop(20), sql, tickMs, (indexes) => cost(indexes) * noise());
}
