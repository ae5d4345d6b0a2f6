import { expect, test } from 'vitest';
import type { EngineError } from '../../../engine/model/errors.ts';
import { problemLine } from './problem-line.ts';

const problem = (name: string | null, message = `${name} cannot be made.`): EngineError => ({
  code: 'data-unsatisfiable',
  message,
  ...(name !== null && { place: { source: 'recipe', name } }),
});

test('nothing is said where nothing is wrong', () => {
  expect(problemLine([])).toBeNull();
});

test('the problems are counted, and their places named once', () => {
  const line = problemLine([
    problem('orders.customer_id'),
    problem('orders.total'),
    problem('orders.total', 'Another one.'),
  ]);
  expect(line?.text).toBe('3 problems: orders.customer_id, orders.total');
  expect(line?.explanation).toContain('Another one.');
});

test('of many places the first stand for all', () => {
  const line = problemLine(['a.x', 'b.x', 'c.x', 'd.x', 'e.x'].map((name) => problem(name)));
  expect(line?.text).toBe('5 problems: a.x, b.x, c.x and 2 more');
});

test('a problem without a place is counted too', () => {
  expect(problemLine([problem(null, 'Too many rows.')])?.text).toBe('1 problem of the recipe');
});
