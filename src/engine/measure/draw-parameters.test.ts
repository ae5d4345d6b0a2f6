import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { EngineFailure } from '../model/errors.ts';
import type { ParameterGenerator } from '../model/playground.ts';
import type { SqlValue } from '../model/values.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { drawParameters } from './draw-parameters.ts';

let database: Database;
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  database.run(`
    CREATE TABLE products(id INTEGER PRIMARY KEY, category TEXT);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
      INSERT INTO products SELECT i, 'c' || (i % 5) FROM n;
    CREATE TABLE empty(x);
  `);
});

function draw(generator: ParameterGenerator, count = 1000, seed = 's'): SqlValue[] {
  const sql = 'SELECT * FROM products WHERE id = :p';
  return drawParameters(database, sql, [{ name: ':p', generator }], count, seed).map(
    (binding) => binding[':p'] ?? null,
  );
}

function shareOf(values: SqlValue[], wanted: SqlValue): number {
  return values.filter((value) => value === wanted).length / values.length;
}

test('each generator draws from what it was given', () => {
  expect(new Set(draw({ kind: 'constant', value: 'x' }))).toEqual(new Set(['x']));
  expect(new Set(draw({ kind: 'list', values: [1, null, 'a'] }))).toEqual(new Set([1, null, 'a']));
  const uniform = draw({ kind: 'uniform', min: -2, max: 2 });
  expect(new Set(uniform)).toEqual(new Set([-2, -1, 0, 1, 2]));
  expect(shareOf(uniform, 0)).toBeCloseTo(0.2, 1);
  const words = draw({ kind: 'query', sql: 'SELECT DISTINCT category FROM products', exponent: 0 });
  expect(new Set(words).size).toBe(5);
});

test('Zipf weights fall with the power of the rank', () => {
  const values = draw({ kind: 'zipf', min: 10, max: 19, exponent: 1 }, 20_000);
  const harmonic = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].reduce((sum, rank) => sum + 1 / rank, 0);
  for (const rank of [1, 2, 5, 10]) {
    expect(shareOf(values, 9 + rank)).toBeCloseTo(1 / rank / harmonic, 1.7);
  }
  const sql = 'SELECT id FROM products ORDER BY id DESC';
  const ids = draw({ kind: 'query', sql, exponent: 1 }, 20_000);
  expect(shareOf(ids, 100) / shareOf(ids, 99)).toBeCloseTo(2, 0.5);
  expect(Math.max(...ids.map(Number))).toBe(100);
});

test('draws are the same on every machine, and more draws begin with the same', () => {
  const zipf: ParameterGenerator = { kind: 'zipf', min: 1, max: 100, exponent: 1.1 };
  expect(draw(zipf, 8, 'golden')).toEqual([1, 3, 6, 1, 35, 1, 1, 30]);
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (seed, count) => {
      expect(draw(zipf, 60, seed).slice(0, count)).toEqual(draw(zipf, count, seed));
    }),
    { numRuns: 20 },
  );
});

test('a parameter does not change the draws of another', () => {
  const sql = 'SELECT :a, :b';
  const a = { name: ':a', generator: { kind: 'uniform', min: 1, max: 1000 } } as const;
  const b = { name: ':b', generator: { kind: 'uniform', min: 1, max: 1000 } } as const;
  const both = drawParameters(database, sql, [a, b], 20, 's');
  const alone = drawParameters(database, 'SELECT :a', [a, b], 20, 's');
  expect(both.map((binding) => binding[':a'])).toEqual(alone.map((binding) => binding[':a']));
  expect(both.some((binding) => binding[':a'] !== binding[':b'])).toBe(true);
  expect(alone[0]).toEqual({ ':a': both[0]?.[':a'] });
  expect(drawParameters(database, 'SELECT 1', [a], 2, 's')).toEqual([{}, {}]);
});

test('what cannot be drawn is said in words', () => {
  const failures: [ParameterGenerator, string][] = [
    [{ kind: 'list', values: [] }, 'The parameter :p has an empty list of values.'],
    [{ kind: 'uniform', min: 5, max: 1 }, 'least value (5) above its greatest (1)'],
    [{ kind: 'uniform', min: 0.5, max: 1 }, 'has a range of 0.5 to 1'],
    [{ kind: 'zipf', min: 1, max: 9, exponent: -1 }, 'has the exponent -1'],
    [{ kind: 'zipf', min: 1, max: 1e9, exponent: 1 }, 'too many for a Zipf distribution'],
    [{ kind: 'query', sql: 'SELECT x FROM empty', exponent: 0 }, 'a SELECT without rows'],
    [
      { kind: 'query', sql: 'DELETE FROM products RETURNING id', exponent: 0 },
      'not a single SELECT',
    ],
    [{ kind: 'query', sql: 'SELECT 1; SELECT 2', exponent: 0 }, 'not a single SELECT'],
    [{ kind: 'query', sql: '', exponent: 0 }, 'not a single SELECT'],
    [{ kind: 'query', sql: 'SELECT x FROM nowhere', exponent: 0 }, 'no table or view "nowhere"'],
  ];
  for (const [generator, words] of failures) {
    const thrown = failureOf(() => draw(generator));
    expect(thrown.error.message).toContain(words);
    expect(thrown.error).toMatchObject({
      code: 'parameter-invalid',
      place: { source: 'parameter', name: ':p' },
    });
    expect(thrown.error.hint).toBeTruthy();
  }
  expect(database.all('SELECT count(*) FROM products')).toEqual([[100]]);
});

test('a parameter without generator or without name is refused', () => {
  const missing = failureOf(() => drawParameters(database, 'SELECT :p, @q', [], 1, 's'));
  expect(missing.error.message).toBe('The parameter :p has no values.');
  for (const sql of ['SELECT ?', 'SELECT ?1, :p']) {
    const anonymous = failureOf(() => drawParameters(database, sql, [], 1, 's'));
    expect(anonymous.error.message).toContain('without a name (?)');
  }
  expect(drawParameters(database, "SELECT '?' -- ?", [], 1, 's')).toEqual([{}]);
});

function failureOf(work: () => unknown): EngineFailure {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return thrown;
    throw thrown;
  }
  throw new Error('expected a failure');
}
