import { expect, test } from 'vitest';
import { clampWords } from './clamp-words.ts';

test.each([
  ['99999999999', 'at most 10,000,000'],
  ['10,000,001', 'at most 10,000,000'],
  ['-5', 'at least 0'],
  ['−5', 'at least 0'],
  ['10,000,000', null],
  ['0', null],
  ['', null],
  ['-', null],
])('%s between 0 and 10,000,000: %s', (typed, words) => {
  expect(clampWords(typed, 0, 10_000_000)).toBe(words);
});

test('limits that are not whole, or not there', () => {
  expect(clampWords('0', 0.001, undefined)).toBe('at least 0.001');
  expect(clampWords('150 %', 0, 100)).toBe('at most 100');
  expect(clampWords('1e300', undefined, undefined)).toBeNull();
});
