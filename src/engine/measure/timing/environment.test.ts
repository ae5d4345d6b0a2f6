import { expect, test } from 'vitest';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { readEnvironment } from './environment.ts';
import { measureTick } from './tick.ts';

/** A clock that moves on by `stepMs` at each reading and shows only whole ticks. */
function coarseClock(tickMs: number, stepMs: number): () => number {
  let timeMs = 0;
  return () => {
    timeMs += stepMs;
    return Math.floor(timeMs / tickMs + 1e-9) * tickMs;
  };
}

test('finds the tick of fine and coarse clocks', () => {
  expect(measureTick(coarseClock(0.005, 0.0004))).toBeCloseTo(0.005, 9);
  expect(measureTick(coarseClock(0.1, 0.001))).toBeCloseTo(0.1, 9);
  expect(measureTick(coarseClock(1, 0.01))).toBe(1);
});

test('is done within 150 ms, however coarse the clock', () => {
  const clock = coarseClock(16, 0.02);
  const start = clock();
  expect(measureTick(clock)).toBe(16);
  expect(clock() - start).toBeLessThan(200);
  expect(measureTick(() => 0)).toBe(150);
});

const platform = {
  now: coarseClock(0.1, 0.001),
  isIsolated: true,
  userAgent: 'Browser/1',
  cores: 2,
};

test('says on what times are taken', async () => {
  const driver = await loadTestDriver();
  const environment = readEnvironment(driver.open(), platform, 11);
  expect(environment).toMatchObject({
    isIsolated: true,
    userAgent: 'Browser/1',
    cores: 2,
    sqliteVersion: driver.info.sqliteVersion,
    pageSizeBytes: 4096,
    hasStatistics: false,
    seed: 11,
    rowCounts: {},
  });
  expect(environment.cacheSizeBytes).toBeGreaterThan(1e9);
});

test('says on what data', async () => {
  const database = (await loadTestDriver()).open();
  const read = () => readEnvironment(database, platform, 1);
  database.run(`
    CREATE TABLE "a b"(id INTEGER PRIMARY KEY AUTOINCREMENT, x);
    CREATE TABLE __proto__(x);
    CREATE VIRTUAL TABLE words USING fts4(word);
    INSERT INTO "a b"(x) VALUES (1), (2), (3);
    INSERT INTO words VALUES ('one'), ('two');
  `);
  const plain = read();
  expect(Object.entries(plain.rowCounts)).toEqual([
    ['a b', 3],
    ['__proto__', 0],
    ['words', 2],
  ]);
  database.run('DELETE FROM "a b" WHERE id = 1');
  expect(read()).toMatchObject({ schemaHash: plain.schemaHash, rowCounts: { 'a b': 2 } });
  database.run('CREATE INDEX by_x ON "a b"(x)');
  const { schemaHash } = read();
  expect(schemaHash).not.toBe(plain.schemaHash);
  database.run('ANALYZE');
  expect(read()).toMatchObject({ schemaHash, hasStatistics: true });
});
