import { expect, it } from 'vitest';
import { formatList } from './format-list.ts';

it('lists with commas, and "and" before the last', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['a'])).toBe('a');
  expect(formatList(['a', 'b'])).toBe('a and b');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
});
