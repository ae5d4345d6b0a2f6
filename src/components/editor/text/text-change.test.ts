import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChange } from './text-change.ts';

test('is as small as the difference', () => {
  expect(textChange('SELECT a', 'SELECT ab')).toEqual({ start: 8, end: 8, text: 'b' });
  expect(textChange('abc', 'ac')).toEqual({ start: 1, end: 2, text: '' });
  expect(textChange('same', 'same')).toBeNull();
});

test('gives the new text for any pair', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\u{1F600}', '\u{1F601}') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = textChange(before, after);
      const made = change
        ? before.slice(0, change.start) + change.text + before.slice(change.end)
        : before;
      expect(made).toBe(after);
      if (change) expect(change.text.isWellFormed()).toBe(true);
    }),
  );
});
