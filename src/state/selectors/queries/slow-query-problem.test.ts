import { expect, test } from 'vitest';
import { slowQueryProblem } from './slow-query-problem.ts';

test('a query is no problem, whatever stands beside it', () => {
  expect(slowQueryProblem('SELECT * FROM t WHERE a = ?')).toBeNull();
  expect(slowQueryProblem('-- it is slow\nSELECT 1; BEGIN;')).toBeNull();
});

test('text without a query says so, with the reason where there is one', () => {
  expect(slowQueryProblem('-- only a comment')).toBe('There is no SQL statement in this text.');
  expect(slowQueryProblem('BEGIN')).toMatch(/^There is no query in this text\. .*BEGIN/);
  expect(slowQueryProblem('.tables')).toContain('sqlite3 shell');
});

test('what is no query and yet added is left to the notice', () => {
  expect(slowQueryProblem('CREATE INDEX i ON t (a)')).toBeNull();
});
