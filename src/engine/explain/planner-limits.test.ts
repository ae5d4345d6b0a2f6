import { describe, expect, it } from 'vitest';
import { describeRecipe } from '../datagen/describe/describe-recipe.ts';
import type { InspectReport } from '../model/plan/planning.ts';
import type { Query, Recipe } from '../model/playground.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadSeparateTestDriver, loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createPlanner } from './planner.ts';
import { withSmallHeap } from './small-heap.ts';

const driver = withSmallHeap(await loadSeparateTestDriver());
const names = ['a', 'c', 'd', 'e'];
const now = () => performance.now();

function inspect(
  columns: string,
  columnRecipes: Recipe['columns'] = {},
  clock = now,
): InspectReport {
  const schemaSql = names.map((name) => `CREATE TABLE ${name} (${columns});`).join(' ');
  const rows = Object.fromEntries(names.map((name) => [name, 1000]));
  const recipe: Recipe = { seed: 1, generatorsVersion: 2, rows, columns: columnRecipes };
  const planner = createPlanner(driver);
  try {
    const report = planner.inspect({ schemaSql, indexes: [], recipe }, (schema, whole, database) =>
      describeRecipe(schema, whole, database, clock),
    );
    // It goes on as before.
    const query: Query = { id: 'q', name: 'q', sql: 'SELECT b FROM a', parameters: [], weight: 1 };
    const setup = { id: 's', name: 's', indexes: [], hasStatistics: false };
    const { cells } = planner.plan({
      schemaSql,
      indexes: [],
      queries: [query],
      statistics: [],
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
    // What is ended after its second need not take a whole one here.
    const clock = () => (status === 'failed' ? 4 : 1) * now();
    const report = inspect(columns, recipes ?? {}, clock);
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

  it('goes on with a schema of which the heap holds few, in the middle of whatever it is full', async () => {
    const own = await loadSeparateTestDriver();
    const probe = own.open();
    probe.run('PRAGMA hard_heap_limit = 1000000');
    probe.close();
    let opened = 0;
    const planner = createPlanner({
      ...own,
      open(...how) {
        opened++;
        return own.open(...how);
      },
    });
    const tables = Array.from({ length: 50 }, (_, at) => `CREATE TABLE t${at}(a, b, c, d, e, f);`);
    const indexes = Array.from({ length: 4 }, (_, at) => ({
      name: `i${at}`,
      sql: `CREATE INDEX i${at} ON t${at}(b)`,
    }));
    const sql = 'SELECT * FROM t0 WHERE b = 1';
    for (let mask = 0; mask < 16; mask++) {
      const on = indexes.filter((_, bit) => mask & (1 << bit)).map(({ name }) => name);
      const setup = { id: 's', name: 's', indexes: on, hasStatistics: mask % 2 === 1 };
      const { cells } = planner.plan({
        schemaSql: tables.join(' '),
        indexes,
        statistics: [{ tbl: 't0', idx: 'i0', stat: '9 3' }],
        setups: [{ ...setup, cache: { kind: 'none' } }],
        seed: 1,
        draws: {},
        queries: [{ id: 'q', name: 'q', sql, parameters: [], weight: 1 }],
      });
      const badge = on.includes('i0') ? 'search' : 'scan';
      expect(cells[0]?.outcome, `${mask}`).toMatchObject({ status: 'planned', plan: { badge } });
    }
    expect(opened).toBeGreaterThan(16);
    planner.close();
  });

  it('does not take a table for the end of the memory because of its name', async () => {
    const planner = createPlanner(await loadTestDriver());
    const sql = 'CREATE INDEX i ON "out of memory" (a)';
    const recipe: Recipe = { seed: 1, generatorsVersion: 2, rows: {} };
    const indexes = [{ name: 'i', sql }];
    const { error, indexErrors } = planner.inspect({ schemaSql: sql, indexes, recipe }, () => ({
      tables: [],
      problems: [],
    }));
    planner.close();
    for (const each of [error, indexErrors.i]) {
      expect(each?.message).toBe('There is no table or view "out of memory".');
    }
  });

  it('makes room for a question that needs it, and says so where there is too little', async () => {
    const own = await loadSeparateTestDriver();
    const planner = createPlanner(own);
    const ask = (sql: string, number: number) => {
      const { setups } = planner.explain({
        schemaSql: `CREATE TABLE t${number}(a)`,
        indexes: [],
        statistics: [],
        draws: {},
        setups: [
          { id: 's', name: 's', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
        ],
        seed: 1,
        query: { id: 'q', name: 'q', sql, parameters: [], weight: 1 },
      });
      return setups[0]?.outcome;
    };
    for (let number = 0; number < 20; number++) ask('SELECT 1', number);
    const probe = own.open();
    probe.run('PRAGMA hard_heap_limit = 800000');
    probe.close();
    const sums = (terms: number) =>
      `SELECT ${Array.from({ length: terms }, (_, at) => `a+${at}`)} FROM t19`;
    expect(ask(sums(500), 19)).toMatchObject({ status: 'explained' });
    expect(ask(`SELECT 1 IN (${Array.from({ length: 20_000 }, (_, at) => at)})`, 19)).toMatchObject(
      {
        status: 'failed',
        error: { message: 'Out of memory.' },
      },
    );
    expect(ask('SELECT a FROM t19', 19)).toMatchObject({ status: 'explained' });
    planner.close();
  });
});
