import { expect, test } from 'vitest';
import { textMarks } from './text-marks.ts';

const error = { code: 'sql-invalid', message: 'No such column.' } as const;

test('marks the place of an error in its own text alone', () => {
  const placed = { ...error, place: { source: 'query', offset: 7, length: 3 } } as const;
  expect(textMarks(placed, 'query')).toEqual([
    { offset: 7, length: 3, message: 'No such column.' },
  ]);
  expect(textMarks(placed, 'schema')).toEqual([]);
});

test('marks nothing without a place', () => {
  expect(textMarks(null, 'query')).toEqual([]);
  expect(textMarks(error, 'query')).toEqual([]);
  expect(textMarks({ ...error, place: { source: 'query' } }, 'query')).toEqual([]);
});
