import { expect, test } from 'vitest';
import { slowQueriesWords } from './slow-queries-words.ts';

test('names one slow query and what its rounds take', () => {
  expect(slowQueriesWords(['top categories'], 83_700)).toMatchObject({
    title: '“top categories” is slow here',
    cost: 'Three rounds take about 84 s.',
  });
});

test('names several, with their time together', () => {
  const words = slowQueriesWords(['a', 'b', 'c'], 150_000);
  expect(words.title).toBe('“a”, “b” and “c” are slow here');
  expect(words.cost).toBe('Three rounds take about 2 min 30 s for all of them.');
  expect(words.choices).toContain('Left out, they keep');
});
