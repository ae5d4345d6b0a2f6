import { describe, expect, it } from 'vitest';
import { describeRecipe } from '../datagen/describe/describe-recipe.ts';
import type { InspectReport } from '../model/plan/planning.ts';
import type { Query, Recipe } from '../model/playground.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadSeparateTestDriver } from '../sqlite/sqljs.testing.ts';
import { createPlanner } from './shadow.ts';
import { withSmallHeap } from './small-heap.ts';

const driver = withSmallHeap(await loadSeparateTestDriver());
const names = ['a', 'c', 'd', 'e'];
const now = () => performance.now();

function inspect(columns: string, columnRecipes: Recipe['columns'] = {}): InspectReport {
  const schemaSql = names.map((name) => `CREATE TABLE ${name} (${columns});`).join(' ');
  const rows = Object.fromEntries(names.map((name) => [name, 1000]));
  const recipe: Recipe = { seed: 1, generatorsVersion: 2, rows, columns: columnRecipes };
  const planner = createPlanner(driver);
  try {
    const report = planner.inspect({ schemaSql, indexes: [], recipe }, (schema, whole, database) =>
      describeRecipe(schema, whole, database, now),
    );
    // It goes on as before.
    const query: Query = { id: 'q', name: 'q', sql: 'SELECT b FROM a', parameters: [], weight: 1 };
    const setup = { id: 's', name: 's', indexes: [], hasStatistics: false };
    const { cells } = planner.plan({
      ...{ schemaSql, indexes: [], queries: [query], statistics: [] },
      setups: [{ ...setup, cache: { kind: 'none' } }],
      seed: 1,
      draws: {},
    });
    expect(cells.map(({ outcome }) => outcome.status)).toEqual(['planned']);
    return report;
  } finally {
    planner.close();
  }
}

const byDefault = { generator: { kind: 'default' } as const, nullShare: 0 };
const byExpression = {
  generator: { kind: 'expression', sql: "replace(hex(zeroblob(100000)), '0', 'long')" } as const,
  nullShare: 0,
};

describe('a planner', () => {
  it.each([
    [
      'generated columns',
      "id INTEGER PRIMARY KEY, b TEXT AS (printf('%.*c', 20000000, 'x'))",
      null,
      'failed',
    ],
    [
      'smaller generated columns',
      "id INTEGER PRIMARY KEY, b TEXT AS (printf('%.*c', 2000000, 'x'))",
      null,
      'made',
    ],
    [
      'huge generated columns',
      'id INTEGER PRIMARY KEY, b AS (hex(zeroblob(90000000)))',
      null,
      'failed',
    ],
    [
      'stored columns',
      'id INTEGER PRIMARY KEY, b AS (hex(zeroblob(9000000))) STORED',
      null,
      'failed',
    ],
    [
      'CHECKs',
      'b INTEGER NOT NULL CHECK (length(hex(zeroblob(100000000 + b))) < 0)',
      null,
      'failed',
    ],
    [
      'CHECKs that take long',
      "b INTEGER NOT NULL CHECK (length(printf('%.*c', 9000000 + b, 'x')) < 0)",
      null,
      'failed',
    ],
    [
      'DEFAULTs',
      'id INTEGER PRIMARY KEY, b TEXT DEFAULT (hex(zeroblob(90000000)))',
      byDefault,
      'failed',
    ],
    ['expressions', 'id INTEGER PRIMARY KEY, b TEXT', byExpression, 'made'],
  ])('takes little memory and time for whatever %s make', (_, columns, each, status) => {
    const start = now();
    const recipes = each && Object.fromEntries(names.map((name) => [name, { b: each }]));
    const report = inspect(columns, recipes ?? {});
    expect(JSON.stringify(report).length).toBeLessThan(100_000);
    expect(report.recipe.tables[0]?.preview.status).toBe(status);
    // Two budgets of a second, and what was under way when they ended.
    expect(now() - start).toBeLessThan(4000);
  });

  it('keeps fewer shadows where there is no memory for more', () => {
    let isOpen = 0;
    const small: Driver = {
      ...driver,
      open(...how) {
        if (isOpen === 3) throw new Error('out of memory');
        isOpen++;
        const database = driver.open(...how);
        const close = () => {
          isOpen--;
          database.close();
        };
        return { ...database, close };
      },
    };
    const planner = createPlanner(small);
    for (let number = 0; number < 8; number++) {
      const schemaSql = `CREATE TABLE t${number} (a)`;
      const indexes = [{ name: 'i', sql: `CREATE INDEX i ON t${number} (a)` }];
      const recipe: Recipe = { seed: 1, generatorsVersion: 2, rows: {} };
      const { recipe: report } = planner.inspect(
        { schemaSql, indexes, recipe },
        (schema, whole, database) => describeRecipe(schema, whole, database, now),
      );
      expect(report.tables.map(({ preview }) => preview.status)).toEqual(['made']);
    }
    expect(isOpen).toBe(3);
    planner.close();
    expect(isOpen).toBe(0);
  });
});
