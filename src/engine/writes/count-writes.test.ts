import { describe, expect, it } from 'vitest';
import { techniquesOf } from '../model/writes/technique-facts.ts';
import type { WriteCounters, WritesRequest } from '../model/writes/writes.ts';
import { loadOfficialTestDriver } from '../sqlite/official.testing.ts';
import { baseOf, imageOf, recipe, setupOf } from './bench/write-bench.testing.ts';
import { countWrites } from './count-writes.ts';

const driver = await loadOfficialTestDriver();

const script = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price REAL NOT NULL);
  CREATE INDEX by_name ON t (name); CREATE INDEX by_category ON t (category, price);
  WITH n(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM n WHERE value < 400)
  INSERT INTO t SELECT value, 'name ' || value, 'c' || (value % 7), value / 3.0 FROM n;`;
const indexNames = ['by_name', 'by_category'];

async function counted(
  request: WritesRequest,
  made = script,
): Promise<Record<string, WriteCounters | string>> {
  const image = await imageOf(made);
  const source = { driver, clock: () => 0, image, recipe };
  const outcomes = countWrites(source, request, () => {});
  return Object.fromEntries(
    outcomes.map((each) => [
      each.contenderId,
      each.status === 'counted' ? each.counters : each.error.message,
    ]),
  );
}

const figure = (found: WriteCounters | string | undefined): WriteCounters => {
  if (!found || typeof found === 'string') throw new Error(`not counted: ${found}`);
  return found;
};

describe('the work of techniques', () => {
  const base = baseOf({
    rows: 200,
    indexNames,
    update: { column: 'price', expression: 'price + 1' },
  });
  const request = (operation: 'insert' | 'update' | 'delete', rows = 200): WritesRequest => ({
    ...base,
    rows,
    kind: 'techniques',
    operation,
    techniques: techniquesOf(operation),
    baseline: `${operation}-prepared`,
    batchSize: 50,
    setups: [setupOf('none'), setupOf('all', indexNames)],
  });

  it('lets a trap through: what the memory holds then is unknown', async () => {
    let opened = 0;
    const trapping = {
      open(...given: Parameters<typeof driver.open>) {
        opened++;
        if (opened === 3) throw new WebAssembly.RuntimeError('memory access out of bounds');
        return driver.open(...given);
      },
    };
    const source = { driver: trapping, clock: () => 0, image: await imageOf(script), recipe };
    expect(() => countWrites(source, request('delete', 10), () => {})).toThrow(
      WebAssembly.RuntimeError,
    );
  });

  it.each(['insert', 'update', 'delete'] as const)(
    'is the same when it is counted again: %s',
    async (operation) => {
      const first = await counted(request(operation, 40));
      expect(await counted(request(operation, 40))).toEqual(first);
      // Each that is not refused: without indexes none can be made afterwards; 40 of 400 rows.
      const refused = operation === 'update' ? 0 : operation === 'insert' ? 1 : 2;
      expect(Object.keys(first)).toHaveLength(2 * techniquesOf(operation).length - refused);
      for (const found of Object.values(first)) {
        expect(figure(found).vmSteps).toBeGreaterThan(40);
        expect(figure(found).pagesWritten).toBeGreaterThan(0);
      }
    },
  );

  it('writes a few pages a row where each row is a transaction, and each page once where one is all', async () => {
    const found = await counted(request('insert'));
    const autocommit = figure(found['none:insert-prepared-autocommit']);
    const together = figure(found['none:insert-prepared']);
    // Page 1 with its change counter, and a leaf.
    expect(autocommit.pagesWritten).toBeGreaterThanOrEqual(2 * 200);
    expect(together.pagesWritten).toBeLessThan(30);
    expect(autocommit.vmSteps).toBe(figure(found['none:insert-literal-autocommit']).vmSteps);
    expect(figure(found['all:insert-prepared']).vmSteps).toBeGreaterThan(together.vmSteps);
    expect(figure(found['all:insert-prepared']).pagesWritten).toBeGreaterThan(
      together.pagesWritten,
    );
  });
});

describe('the price of indexes in work', () => {
  it('grows with each index', async () => {
    const found = await counted({
      ...baseOf({ rows: 200, indexNames }),
      kind: 'index-price',
      operations: ['insert', 'delete'],
      indexSets: [
        { id: 'none', indexes: [] },
        { id: 'one', indexes: ['by_name'] },
        { id: 'both', indexes: indexNames },
      ],
    });
    for (const operation of ['insert', 'delete']) {
      const work = ['none', 'one', 'both'].map((id) => figure(found[`${operation}:${id}`]));
      for (const of of ['vmSteps', 'pagesWritten'] as const) {
        const counts = work.map((each) => each[of]);
        expect(counts).toEqual(counts.toSorted((one, other) => one - other));
        expect(new Set(counts).size).toBe(3);
      }
    }
  });

  const inserts = (rows: number): WritesRequest => ({
    ...baseOf({ indexNames }),
    rows,
    start: 'empty',
    kind: 'index-price',
    operations: ['insert'],
    indexSets: [
      { id: 'none', indexes: [] },
      { id: 'both', indexes: indexNames },
    ],
  });

  it('is of each row exactly what one INSERT takes by itself', async () => {
    const found = await counted(inserts(50));
    const database = driver.open(await imageOf(script));
    const stepsOfOne = () => {
      const insert = database.prepare("INSERT INTO t VALUES (NULL, 'x', 'y', 1.5)");
      insert.step();
      const { vmSteps } = insert.takeCounters();
      insert.free();
      return vmSteps;
    };
    try {
      // What the job leaves out of its columns costs a step less: the differences are the indexes' own.
      const both = stepsOfOne();
      database.run('DROP INDEX by_name; DROP INDEX by_category');
      const none = stepsOfOne();
      const [without, all] = ['insert:none', 'insert:both'].map((id) => figure(found[id]).vmSteps);
      expect((all ?? 0) - (without ?? 0)).toBe(50 * (both - none));
    } finally {
      database.close();
    }
  });

  it('counts making the indexes after the load as well, and the same each time', async () => {
    const found = await counted(inserts(50));
    expect(await counted(inserts(50))).toEqual(found);
    const load = figure(found['insert:none']);
    const before = figure(found['build:insert-prepared']);
    const after = figure(found['build:insert-then-index']);
    expect(before).toEqual(found['insert:both']);
    // Each row is read and sorted for both indexes.
    expect(after.vmSteps).toBeGreaterThan(load.vmSteps + 2 * 50);
    expect(after.pagesWritten).toBeGreaterThan(load.pagesWritten);
  });
});

describe('the work of constraints', () => {
  const request: WritesRequest = { ...baseOf({ rows: 60 }), kind: 'constraints' };
  const made = `CREATE TABLE t (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE, n INTEGER NOT NULL CHECK (n >= 0));`;

  it('is counted of every variant, the same each time', async () => {
    const found = await counted(request, made);
    expect(await counted(request, made)).toEqual(found);
    const none = figure(found['all none']);
    const more = (id: string) => ({
      steps: figure(found[id]).vmSteps - none.vmSteps,
      pages: figure(found[id]).pagesWritten - none.pagesWritten,
    });
    // A CHECK is the same few steps for every row, and writes nothing.
    const check = more('all check-1');
    expect(check.steps).toBeGreaterThan(0);
    expect(check.steps % 60).toBe(0);
    expect(check.pages).toBe(0);
    expect(more('all not-null').steps % 60).toBe(0);
    expect(more('all unique-1').pages).toBeGreaterThan(0);
    expect(more('all as-is').steps).toBeGreaterThan(check.steps);
  });
});

describe('deleting parents', () => {
  it('reads all of the child for each of them, unless an index finds its rows', async () => {
    const image = await imageOf(`
      CREATE TABLE p (id INTEGER PRIMARY KEY);
      CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p);
      INSERT INTO p VALUES (1), (2), (3);`);
    const request: WritesRequest = { ...baseOf({ rows: 200 }), kind: 'constraints' };
    const outcomes = countWrites({ driver, clock: () => 0, image, recipe }, request, () => {});
    const steps = outcomes.flatMap((each) =>
      each.status === 'counted' && each.contenderId.startsWith('parents')
        ? [each.counters.vmSteps]
        : [],
    );
    expect(steps).toHaveLength(2);
    const [indexed = 0, alone = 0] = steps;
    // For each of 100 parents 200 rows.
    expect(alone - indexed).toBeGreaterThan(100 * 200);
  });
});

describe('batch sizes', () => {
  it('cost fewer steps the more rows go into a statement', async () => {
    const found = await counted({
      ...baseOf({ rows: 200 }),
      kind: 'batch-sizes',
      technique: 'insert-values',
      batchSizes: [1, 10, 200],
      setups: [setupOf('a')],
    });
    const [one = 0, ten = 0, all = 0] = Object.values(found).map((each) => figure(each).vmSteps);
    expect(one).toBeGreaterThan(ten);
    expect(ten).toBeGreaterThan(all);
  });
});

it('tells what fails and counts the others', async () => {
  const image = await imageOf(`
    CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
    CREATE TABLE child (t INTEGER REFERENCES t);
    INSERT INTO t VALUES (1, 1), (2, 2); INSERT INTO child VALUES (2);`);
  const fractions: number[] = [];
  const outcomes = countWrites(
    { driver, clock: () => 0, image, recipe },
    {
      ...baseOf({ rows: 2, update: { column: 'n', expression: 'n + 1' } }),
      kind: 'index-price',
      operations: ['update', 'delete'],
      indexSets: [{ id: 'none', indexes: [] }],
    },
    (fraction) => fractions.push(fraction),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['counted', 'failed']);
  const [, failed] = outcomes;
  expect(failed?.status === 'failed' && failed.error.message).toContain('refer to the rows of t');
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
  expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
});

it('ends a contender that takes too long', async () => {
  let time = 0;
  let step = 1;
  const outcomes = countWrites(
    { driver, clock: () => (time += step), image: await imageOf(script), recipe },
    {
      ...baseOf({ rows: 400, update: { column: 'price', expression: 'price + 1' } }),
      kind: 'index-price',
      operations: ['update'],
      indexSets: [{ id: 'none', indexes: [] }],
    },
    () => {},
  );
  expect(outcomes).toMatchObject([{ status: 'counted' }]);
  const slow = countWrites(
    { driver, clock: () => (time += step), image: await imageOf(script), recipe },
    {
      ...baseOf({ rows: 400, update: { column: 'price', expression: 'price + 1' } }),
      kind: 'index-price',
      operations: ['update'],
      indexSets: [{ id: 'none', indexes: [] }],
    },
    // Opening the run has a limit of its own.
    (fraction) => {
      if (fraction > 0) step = 40_000;
    },
  );
  expect(slow).toMatchObject([{ status: 'failed', error: { code: 'time-limit' } }]);
});
