import { expect, test } from 'vitest';
import { isSameJson } from './is-same-json.ts';

test('values are the same by what they hold, not by what they are', () => {
  expect(isSameJson({ a: [1, null] }, { a: [1, null] })).toBe(true);
  expect(isSameJson({ a: [1, null] }, { a: [1, 2] })).toBe(false);
  expect(isSameJson(undefined, undefined)).toBe(true);
});
