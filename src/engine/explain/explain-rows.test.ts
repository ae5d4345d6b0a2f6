import { afterAll, expect, it } from 'vitest';
import { loadOfficialTestDriver } from '../sqlite/official.testing.ts';
import { placeIn } from '../sqlite/placed-error.ts';
import { explainRows } from './explain-rows.ts';

const database = (await loadOfficialTestDriver()).open();
database.run('CREATE TABLE t(a)');
afterAll(() => database.close());

it.each([
  'SELECT nope FROM t',
  ' ;; -- é😀 nope\n ; /* nope */ SELECT a, nope FROM t',
  'SELECT a FROM t WHERE a = é AND nope',
])('places an error in the statement itself, not in what is asked: %s', (sql) => {
  for (const question of ['EXPLAIN', 'EXPLAIN QUERY PLAN'] as const) {
    try {
      explainRows(database, question, sql);
      expect.unreachable();
    } catch (thrown) {
      const expected = sql.includes('= é') ? sql.indexOf('é') : sql.lastIndexOf('nope');
      expect(placeIn(sql, thrown as Error)).toBe(expected);
    }
  }
});

it('reads over empty statements and comments in front', () => {
  expect(explainRows(database, 'EXPLAIN QUERY PLAN', ' ; -- one\n ; SELECT a FROM t')).toHaveLength(
    1,
  );
});
