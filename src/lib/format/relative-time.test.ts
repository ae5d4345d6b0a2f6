import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 min ago'],
  [3_599_999, '59 min ago'],
  [7_300_000, '2 h ago'],
  [86_400_000, '1 day ago'],
  [86_400_000 * 40, '40 days ago'],
  [-5000, 'just now'],
])('%i ms later it was %s', (elapsed, words) => {
  expect(relativeTime(1_800_000_000_000, 1_800_000_000_000 + elapsed)).toBe(words);
});
