import { expect, test } from 'vitest';
import type { FirstRun } from '../model/comparison/comparison.ts';
import type { DatabaseRequest } from '../model/database/database.ts';
import type { RunOutcome, StatementOutcome } from '../model/database/run.ts';
import type { Platform } from '../model/platform.ts';
import type { CacheSetting, Setup } from '../model/playground.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createEngineSession, type EngineSession } from './engine-session.ts';

const platform: Platform = { now: () => 0, isIsolated: false, userAgent: 'test', cores: 1 };
const driver = await loadTestDriver();

const request: DatabaseRequest = {
  schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT)',
  recipe: { seed: 1, generatorsVersion: 1, rows: { t: 50 } },
  indexes: [],
  needsStatistics: false,
};

function openSession(part: Partial<DatabaseRequest> = {}, by: Driver = driver): EngineSession {
  const session = createEngineSession(by, platform);
  session.ensureDatabase({ ...request, ...part }, () => {});
  return session;
}

function setupOf(id: string, cache: CacheSetting = { kind: 'none' }): Setup {
  return { id, name: id, indexes: [], hasStatistics: false, cache };
}

function run(session: EngineSession, sql: string, setup = setupOf('s')): RunOutcome {
  return session.runQuery({ sql, setup, parameters: [], seed: 1 });
}

function only(outcome: RunOutcome): StatementOutcome {
  const [statement] = outcome.statements;
  if (!statement) throw new Error(JSON.stringify(outcome.error));
  return statement;
}

const numbers = (rows: number) =>
  `WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${rows})`;

test.each([
  ['SELECT 1; EXPLAIN DELETE FROM t; PRAGMA table_info(t)', false],
  ['WITH a AS (SELECT 1) SELECT * FROM a; VALUES (1)', false],
  ['CREATE TABLE z(x)', true],
  ['SELECT 1; DROP TABLE t; SELECT 2', true],
  ['DELETE FROM t WHERE id < 0', true],
  ['ALTER TABLE t ADD COLUMN more', true],
  ['REINDEX', true],
  ['UPDATE t SET word = id; SELECT nothing', true],
  ['SELECT nothing', false],
])('says whether something was rolled back: %s', (sql, expected) => {
  const session = openSession();
  expect(run(session, sql).isRolledBack).toBe(expected);
  expect(only(run(session, 'SELECT count(*) FROM t')).firstRows).toEqual([[50]]);
});

test('ANALYZE is refused with the way to statistics', () => {
  expect(run(openSession(), 'SELECT 1; ANALYZE').error).toMatchObject({
    code: 'statement-refused',
    hint: expect.stringContaining('switch Statistics'),
  });
});

test('a cache answers from the second run on, and goes when its setup has none', () => {
  const session = openSession();
  const lru: CacheSetting = { kind: 'lru', capacity: 5 };
  const cacheOf = (setup: Setup, sql = 'SELECT * FROM t') => only(run(session, sql, setup)).cache;
  expect([cacheOf(setupOf('s', lru)), cacheOf(setupOf('s', lru))]).toEqual(['miss', 'hit']);
  expect(cacheOf(setupOf('s'))).toBe('none');
  expect(cacheOf(setupOf('s', lru))).toBe('miss');
  expect(cacheOf(setupOf('s', lru), 'SELECT random()')).toBe('none');
  const afterWrite = run(session, 'DELETE FROM t; SELECT * FROM t', setupOf('s', lru));
  expect(afterWrite.statements.map(({ cache, rowCount }) => [cache, rowCount])).toEqual([
    ['none', 0],
    ['none', 0],
  ]);
});

test('the caches of the six setups run last are kept', () => {
  const session = openSession();
  const cacheOf = (id: string) =>
    only(run(session, 'SELECT * FROM t', setupOf(id, { kind: 'lru', capacity: 5 }))).cache;
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) expect(cacheOf(id)).toBe('miss');
  expect(cacheOf('a')).toBe('hit');
  expect(cacheOf('g')).toBe('miss');
  expect(cacheOf('a')).toBe('hit');
  expect(cacheOf('b')).toBe('miss');
});

test('a cache keeps results up to 10,000 rows', () => {
  const session = openSession();
  const setup = setupOf('s', { kind: 'lru', capacity: 5 });
  const cacheOf = (rows: number) =>
    only(run(session, `${numbers(rows)} SELECT i FROM c`, setup)).cache;
  expect([cacheOf(10_000), cacheOf(10_000)]).toEqual(['miss', 'hit']);
  expect([cacheOf(10_001), cacheOf(10_001)]).toEqual(['none', 'none']);
});

test('keeps rows for about 64 MB, all results of a run together, and counts the rest', () => {
  const session = openSession();
  const blobs = `${numbers(300)} SELECT i, zeroblob(1000000) FROM c`;
  const [first, second] = run(session, `${blobs}; SELECT * FROM t`).statements;
  expect(first).toMatchObject({ rowCount: 300, keptRows: 68, isTruncated: true });
  expect(second).toMatchObject({ rowCount: 50, keptRows: 1, isTruncated: true });
  const resultId = first?.resultId ?? 0;
  expect(session.readRows({ resultId, from: 67, count: 9 }).map(([i]) => i)).toEqual([68]);

  const texts = `${numbers(300)} SELECT printf('%.*c', 1000000, 'x') FROM c`;
  expect(only(run(session, texts))).toMatchObject({ rowCount: 300, keptRows: 34 });
  expect(only(run(session, `${numbers(9)} SELECT i FROM c`))).toMatchObject({
    keptRows: 9,
    isTruncated: false,
  });
});

test('what is no longer kept has expired', () => {
  const session = openSession();
  const { resultId } = only(run(session, 'SELECT 1'));
  run(session, 'SELECT 2');
  const expired = (work: () => unknown) =>
    expect(work).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'expired' }) }),
    );
  expired(() => session.readRows({ resultId: resultId ?? 0, from: 0, count: 1 }));
  const { comparisonId } = session.openComparison({
    queries: [],
    setups: [setupOf('s')],
    seed: 1,
    budgetMs: 1,
    overLimit: [],
  });
  session.ensureDatabase({ ...request, recipe: { ...request.recipe, seed: 2 } }, () => {});
  expired(() => session.comparison(comparisonId));
});

test('a new database that cannot be finished leaves the old one, and is closed', () => {
  let opened = 0;
  let failsAtCounting = false;
  const counting: Driver = {
    info: driver.info,
    open(image, options) {
      const database = driver.open(image, options);
      opened++;
      const fails = failsAtCounting;
      return {
        ...database,
        all(sql, binding) {
          if (fails && sql.startsWith('SELECT count(*)')) throw new Error('disk I/O error');
          return database.all(sql, binding);
        },
        close() {
          opened--;
          database.close();
        },
      } satisfies Database;
    },
  };
  const session = openSession({}, counting);
  failsAtCounting = true;
  const other = { ...request, schemaSql: 'CREATE TABLE other(a)' };
  expect(() => session.ensureDatabase(other, () => {})).toThrow('disk I/O error');
  expect(opened).toBe(1);
  expect(only(run(session, 'SELECT count(*) FROM t')).firstRows).toEqual([[50]]);
  failsAtCounting = false;
  session.ensureDatabase(other, () => {});
  expect(opened).toBe(1);
  expect(only(run(session, 'SELECT count(*) FROM other')).firstRows).toEqual([[0]]);
});

test('tables and indexes may have names that plain objects know', () => {
  const names = ['constructor', '__proto__', 'toString'];
  const session = createEngineSession(driver, platform);
  const summary = session.ensureDatabase(
    {
      schemaSql: names.map((name) => `CREATE TABLE ${name}(id INTEGER PRIMARY KEY);`).join(''),
      recipe: {
        ...request.recipe,
        // Not a literal: __proto__ in one sets the prototype.
        rows: Object.fromEntries(names.slice(0, 2).map((name) => [name, 7])),
      },
      indexes: names.map((name) => ({
        name: `${name}_`,
        sql: `CREATE INDEX ${name}_ ON ${name}(id)`,
      })),
      needsStatistics: true,
    },
    () => {},
  );
  expect(summary.tables).toEqual([
    { name: 'constructor', rows: 7 },
    { name: '__proto__', rows: 7 },
    { name: 'toString', rows: 0 },
  ]);
  expect(summary.indexes.map(({ status }) => status)).toEqual(['built', 'built', 'built']);
});

function planOf(firstRun: FirstRun): unknown {
  return firstRun.status === 'ran' ? [firstRun.plan, firstRun.resultHash] : firstRun.error;
}

test('an image holds the whole database and loses nothing of the session', () => {
  const indexes = [{ name: 'by_word', sql: 'CREATE INDEX by_word ON t(word, id)' }];
  const session = createEngineSession(driver, { ...platform, now: () => performance.now() });
  session.ensureDatabase({ ...request, indexes, needsStatistics: true }, () => {});
  const setups = [setupOf('a'), { ...setupOf('b'), indexes: ['by_word'], hasStatistics: true }];
  const sql = "SELECT word FROM t WHERE word > 'a' ORDER BY word";
  const query = { id: 'q', name: 'q', sql, parameters: [], weight: 1 };
  const openComparison = () =>
    session.openComparison({ queries: [query], setups, seed: 1, budgetMs: 100, overLimit: [] });
  const { comparisonId } = openComparison();
  const comparison = session.comparison(comparisonId);
  const before = setups.map(({ id }) => comparison.firstRun('q', id));
  const first = comparison.measureRound('q');
  const { resultId } = only(run(session, 'SELECT count(*) FROM t'));

  const image = session.exportImage();
  expect(image).toBeInstanceOf(ArrayBuffer);
  const copy = driver.open(new Uint8Array(image));
  expect(image.byteLength).toBe(
    Number(copy.all('PRAGMA page_count')[0]?.[0]) * Number(copy.all('PRAGMA page_size')[0]?.[0]),
  );
  expect(copy.all('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(copy.all('SELECT count(*), (SELECT count(*) FROM sqlite_stat1) FROM t')).toEqual([
    [50, 1],
  ]);
  copy.close();

  expect(session.comparison(comparisonId)).toBe(comparison);
  expect(comparison.measureRound('q').round).toBe(first.round + 1);
  const again = session.comparison(openComparison().comparisonId);
  expect(setups.map(({ id }) => planOf(again.firstRun('q', id)))).toEqual(before.map(planOf));
  expect(before).toMatchObject([{ plan: { badge: 'scan' } }, { plan: { badge: 'covering' } }]);
  expect(session.readRows({ resultId: resultId ?? 0, from: 0, count: 1 })).toEqual([[50]]);
  const pragmas = ['foreign_keys', 'cache_size', 'temp_store', 'journal_mode', 'synchronous'];
  expect(pragmas.map((name) => only(run(session, `PRAGMA ${name}`)).firstRows[0]?.[0])).toEqual([
    1,
    -4000000,
    2,
    'memory',
    0,
  ]);
});
