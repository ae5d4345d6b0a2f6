import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../examples/list.ts';
import { textHash } from '../../lib/hash/text-hash.ts';
import { explainQueryPlan } from '../explain/explain-query-plan.ts';
import { createComparison } from '../measure/comparison.ts';
import type { FirstRun } from '../model/comparison/comparison.ts';
import type { Counters, CountOutcome } from '../model/counters/counters.ts';
import type { Parameter, Playground, Query, Setup } from '../model/playground.ts';
import { planKey } from '../plan/plan-key.ts';
import { createEngineSession } from '../session/engine-session.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../sqlite/official.testing.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { type CounterSession, createCounterSession } from './counter-session.ts';

const sqljs = await loadTestDriver();
const official = await loadOfficialTestDriver();
const platform = { now: () => performance.now(), isIsolated: true, userAgent: 'test', cores: 2 };

function setupOf(id: string, indexes: string[], hasStatistics = false): Setup {
  return { id, name: id, indexes, hasStatistics, cache: { kind: 'none' } };
}

function queryOf(sql: string, parameters: Parameter[] = []): Query {
  return { id: 'q', name: 'the query', sql, parameters, weight: 1 };
}

const shopSql = (rows: number) => `
  CREATE TABLE products(id INTEGER PRIMARY KEY, cat INTEGER, price REAL, name TEXT);
  CREATE TABLE orders(id INTEGER PRIMARY KEY, price REAL, note TEXT);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
    INSERT INTO products SELECT i, i % 50, (i * 7919 % ${rows}) * 1000.0 / ${rows}, 'Product ' || i
    FROM n;
  INSERT INTO orders SELECT id, price, 'order ' || id FROM products WHERE id <= 500;
`;
const shopIndexes = [
  'CREATE INDEX by_price ON products(price)',
  'CREATE INDEX by_cat_price ON products(cat, price)',
];
const indexNames = ['by_price', 'by_cat_price'];
const none = setupOf('none', []);
const both = setupOf('both', indexNames);

function imageOf(script: string): Uint8Array {
  const database = sqljs.open();
  database.run(script);
  const image = database.export();
  database.close();
  return image;
}

let shop: Uint8Array;
let session: CounterSession;

beforeAll(() => {
  shop = imageOf(`${shopSql(10_000)} ${shopIndexes.join(';')}; ANALYZE`);
  session = createCounterSession(official, platform);
  session.loadImage(shop);
});

function count(query: Query, setups: Setup[], limitMs = 10_000): CountOutcome[] {
  return session.count({ query, setups, indexNames, seed: 42, limitMs });
}

function counted(outcome: CountOutcome | undefined): Counters {
  if (outcome?.status !== 'counted') throw new Error(JSON.stringify(outcome));
  return outcome.counters;
}

/** The counters without an index and with both. */
function noneAndBoth(query: Query): [Counters, Counters] {
  const [a, b] = count(query, [none, both]);
  return [counted(a), counted(b)];
}

describe('what an index spares', () => {
  it('a range: all rows, or those of the range', () => {
    const [scan, search] = noneAndBoth(queryOf('SELECT * FROM products WHERE price > 999'));
    expect(scan.fullScanSteps).toBe(9_999);
    expect(scan.vmSteps).toBeGreaterThan(40_000);
    expect(search.fullScanSteps).toBe(0);
    expect(search.vmSteps).toBeLessThan(scan.vmSteps / 100);
    expect(search.pageHits + search.pageMisses).toBeLessThan(scan.pageHits + scan.pageMisses);
    expect(search).toMatchObject({ rows: scan.rows, resultHash: scan.resultHash });
    expect(search.planHash).not.toBe(scan.planHash);
  });

  it('an order: the sort', () => {
    const [scan, search] = noneAndBoth(
      queryOf('SELECT * FROM products WHERE cat = 3 ORDER BY price'),
    );
    expect([scan.sorts, scan.fullScanSteps, scan.rows]).toEqual([1, 9_999, 200]);
    expect([search.sorts, search.fullScanSteps, search.rows]).toEqual([0, 0, 200]);
    expect(search.vmSteps).toBeLessThan(scan.vmSteps / 10);
  });

  it('a join: the automatic index and its Bloom filter', () => {
    const sql = 'SELECT count(*) FROM orders CROSS JOIN products USING (price)';
    const [scan, search] = noneAndBoth(queryOf(sql));
    // SQLite counts the steps from one row to the next.
    expect(scan.autoIndexRows).toBe(9_999);
    expect([search.autoIndexRows, search.filterHits]).toEqual([0, 0]);
    expect(search.vmSteps).toBeLessThan(scan.vmSteps / 5);
    // Outer rows that find nothing are what the filter spares.
    const misses = 'SELECT count(*) FROM orders AS o CROSS JOIN products AS p ON p.price = -o.id';
    const [filtered] = noneAndBoth(queryOf(misses));
    expect(filtered.filterHits + filtered.filterMisses).toBe(500);
    expect(filtered.filterHits).toBeGreaterThan(250);
  });

  it('but writes cost more: they keep it', () => {
    const sql = 'UPDATE products SET price = price + 1 WHERE id <= 100';
    const [bare, indexed] = noneAndBoth(queryOf(sql));
    expect([bare.rows, indexed.rows]).toEqual([100, 100]);
    expect(indexed.vmSteps).toBeGreaterThan(bare.vmSteps);
    expect(indexed.resultHash).toBe(bare.resultHash);
    const nothing = queryOf('DELETE FROM products WHERE id < 0');
    expect(noneAndBoth(nothing).map(({ rows }) => rows)).toEqual([0, 0]);
    const table = queryOf('CREATE TABLE more(a)');
    expect(noneAndBoth(table).map(({ rows }) => rows)).toEqual([0, 0]);
  });
});

describe('the same request gives the same counters', () => {
  const queries = [
    queryOf('SELECT cat, avg(price) FROM products GROUP BY cat ORDER BY 2'),
    queryOf('SELECT * FROM products WHERE price BETWEEN :low AND :low + 5', [
      { name: ':low', generator: { kind: 'uniform', min: 0, max: 900 } },
    ]),
    queryOf('INSERT INTO products(cat, price, name) SELECT cat, price, name FROM products'),
    queryOf('DELETE FROM products WHERE cat < 25'),
  ];
  const setups = [
    none,
    both,
    setupOf('one', ['by_price']),
    setupOf('statistics', indexNames, true),
    setupOf('bare statistics', [], true),
  ];

  it('in whatever order, whatever was counted before, on the same machine or another', () => {
    const forwards = queries.map((query) => count(query, setups));
    const backwards = queries
      .toReversed()
      .map((query) => count(query, setups.toReversed()).toReversed())
      .toReversed();
    expect(backwards).toEqual(forwards);
    const another = createCounterSession(official, platform);
    another.loadImage(shop);
    const alone = queries.map((query) =>
      setups.flatMap((setup) =>
        another.count({ query, setups: [setup], indexNames, seed: 42, limitMs: 10_000 }),
      ),
    );
    expect(alone).toEqual(forwards);
  });

  it('from version to version: links carry them', () => {
    const [outcome] = count(queryOf('SELECT * FROM products WHERE price > 999'), [none]);
    expect(counted(outcome)).toEqual({
      vmSteps: 40_061,
      fullScanSteps: 9_999,
      sorts: 0,
      autoIndexRows: 0,
      filterHits: 0,
      filterMisses: 0,
      pageHits: 0,
      pageMisses: 76,
      rows: 9,
      resultHash: '9f614a0c32c293e5',
      planHash: '9da7bcce57b127fb',
    });
  });

  it('as a database has that really lacks the index', () => {
    const dropped = createCounterSession(official, platform);
    dropped.loadImage(imageOf(`${shopSql(10_000)} ${shopIndexes.join(';')}; DROP INDEX by_price`));
    const one = setupOf('one', ['by_cat_price']);
    for (const query of queries) {
      const request = { query, setups: [one], indexNames, seed: 42, limitMs: 10_000 };
      const [hidden] = session.count(request);
      const [real] = dropped.count(request);
      // The pages that a dropped index left behind are in a list, which writes read and change.
      const isWrite = !query.sql.startsWith('SELECT');
      const expected = isWrite ? { ...counted(real), ...pagesOf(counted(hidden)) } : counted(real);
      expect(counted(hidden)).toEqual(expected);
    }
  });

  it('and draws the values that the measuring engine draws', () => {
    const database = sqljs.open(shop);
    const [, query] = queries;
    if (!query) throw new Error('no query');
    for (const seed of [1, 2, 3]) {
      const run = firstRunsOf(database, query, [none], seed)[0];
      const [outcome] = session.count({ query, setups: [none], indexNames, seed, limitMs: 10_000 });
      if (run?.status !== 'ran') throw new Error('did not run');
      expect(counted(outcome)).toMatchObject({ rows: run.rowCount, resultHash: run.resultHash });
    }
    database.close();
  });
});

function pagesOf({ pageHits, pageMisses }: Counters): Pick<Counters, 'pageHits' | 'pageMisses'> {
  return { pageHits, pageMisses };
}

function firstRunsOf(
  database: Database,
  query: Query,
  setups: Setup[],
  seed: number,
  names = indexNames,
): FirstRun[] {
  const comparison = createComparison(
    { database, platform, indexNames: names, explain: explainQueryPlan },
    { queries: [query], setups, seed, budgetMs: 1000, overLimit: [] },
  );
  return setups.map(({ id }) => comparison.firstRun(query.id, id));
}

describe('what cannot be counted', () => {
  it('is interrupted at the limit, in its setup alone; the database stays as it was', () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';
    const before = count(queryOf('SELECT count(*), sum(price) FROM products'), [none, both]);
    for (const sql of [
      `${endless} SELECT count(*) FROM n`,
      `${endless} INSERT INTO products(price) SELECT i FROM n`,
    ]) {
      const outcomes = count(queryOf(sql), [none, both], 30);
      expect(outcomes).toMatchObject([
        { status: 'failed', setupId: 'none', error: { code: 'time-limit' } },
        { status: 'failed', setupId: 'both', error: { code: 'time-limit' } },
      ]);
    }
    const late = count(
      queryOf('SELECT count(*) FROM products AS a JOIN products AS b ON a.price < b.price'),
      [none],
      30,
    );
    expect(late).toMatchObject([{ status: 'failed', error: { code: 'time-limit' } }]);
    expect(count(queryOf('SELECT count(*), sum(price) FROM products'), [none, both])).toEqual(
      before,
    );
  });

  it('fails with the errors of the measuring engine', () => {
    const database = sqljs.open(shop);
    const wrong = [
      queryOf('SELECT * FROM nowhere'),
      queryOf('SELEC 1'),
      queryOf('SELECT * FROM products WHERE price > :least'),
      queryOf('SELECT * FROM products WHERE price > ?'),
      queryOf('SELECT :p', [{ name: ':p', generator: { kind: 'list', values: [] } }]),
      queryOf('SELECT :p', [
        { name: ':p', generator: { kind: 'query', sql: 'SELECT a FROM nowhere', exponent: 0 } },
      ]),
      queryOf('SELECT 1; SELECT 2'),
      queryOf(''),
      queryOf('BEGIN'),
      queryOf('INSERT INTO products(id) VALUES (1)'),
      queryOf("SELECT json_extract('{', '$')"),
      queryOf('SELECT unheard_of(1)'),
      queryOf('SELECT * FROM products INDEXED BY by_price WHERE price > 999'),
    ];
    for (const query of wrong) {
      const runs = firstRunsOf(database, query, [none, both], 42);
      const expected = runs.map((run) => (run.status === 'failed' ? run : 'ran'));
      const outcomes = count(query, [none, both]);
      expect(outcomes.map((one) => (one.status === 'failed' ? one : 'ran'))).toEqual(expected);
      expect(expected).not.toEqual(['ran', 'ran']);
    }
    database.close();
  });

  it('needs an image', () => {
    const empty = createCounterSession(official, platform);
    const request = { query: queryOf('SELECT 1'), setups: [none], indexNames, seed: 1, limitMs: 1 };
    expect(() => empty.count(request)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'no-database' }) }),
    );
    for (const ask of [() => empty.readStorage(), () => empty.tryStorage(4096)]) {
      expect(ask).toThrow(
        expect.objectContaining({ error: expect.objectContaining({ code: 'no-database' }) }),
      );
    }
    expect(() => empty.loadImage(new Uint8Array(5000).fill(65))).toThrow(
      'The database cannot be opened for counting: file is not a database.',
    );
    expect(() => empty.count(request)).toThrow('no database');
    expect(empty.loadImage(shop)).toEqual(official.info);
    expect(empty.count(request)).toHaveLength(1);
  });
});

describe.each(examples.map(({ id, playground }) => [id, fewer(playground)] as const))(
  'both engines agree on the example %s',
  (_, playground) => {
    let measuring: Database;
    const counting = createCounterSession(official, platform);
    const names = playground.indexes.map(({ name }) => name);

    beforeAll(() => {
      const engine = createEngineSession(sqljs, platform);
      const { schemaSql, recipe, indexes } = playground;
      engine.ensureDatabase({ schemaSql, recipe, indexes, needsStatistics: true }, () => {});
      const image = engine.exportImage();
      measuring = sqljs.open(new Uint8Array(image));
      counting.loadImage(new Uint8Array(image));
    });
    afterAll(() => measuring.close());

    it.each(playground.queries.map((query) => [query.name, query] as const))('%s', (_, query) => {
      // Each setup as it is, and once more with statistics switched the other way.
      const setups = playground.setups.flatMap((setup) => [
        setup,
        { ...setup, id: `${setup.id}'`, hasStatistics: !setup.hasStatistics },
      ]);
      const runs = firstRunsOf(measuring, query, setups, 7, names);
      const outcomes = counting.count({
        query,
        setups,
        indexNames: names,
        seed: 7,
        limitMs: 10_000,
      });
      const counters = outcomes.map(counted);
      expect(
        counters.map(({ rows, resultHash, planHash }) => [rows, resultHash, planHash]),
      ).toEqual(
        runs.map((run) =>
          run.status === 'ran'
            ? [run.rowCount, run.resultHash, textHash(planKey(run.plan.rows))]
            : run.error,
        ),
      );
    });
  },
);

/** The playground with at most 5,000 rows a table: enough for its statistics to tell indexes apart. */
function fewer(playground: Playground): Playground {
  const rows = Object.entries(playground.recipe.rows).map(([table, many]): [string, number] => [
    table,
    Math.min(many, 5000),
  ]);
  return { ...playground, recipe: { ...playground.recipe, rows: Object.fromEntries(rows) } };
}
