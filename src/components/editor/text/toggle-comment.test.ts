import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toggleComment } from './toggle-comment.ts';

/** Toggles in a text whose selection is drawn as `[` and `]`, or as `|`; draws the result so too. */
function toggled(drawn: string): string {
  const start = drawn.search(/[[|]/);
  const end = drawn.includes('|') ? start : drawn.indexOf(']') - 1;
  const text = drawn.replace(/[[\]|]/g, '');
  const { change, selection } = toggleComment(text, { start, end });
  const made = text.slice(0, change.start) + change.text + text.slice(change.end);
  return selection.start === selection.end
    ? `${made.slice(0, selection.start)}|${made.slice(selection.start)}`
    : `${made.slice(0, selection.start)}[${made.slice(selection.start, selection.end)}]${made.slice(selection.end)}`;
}

test.each([
  ['the line of the caret', 'a\nb|c\nd', 'a\n-- b|c\nd'],
  ['and back', 'a\n-- b|c\nd', 'a\nb|c\nd'],
  ['without the blank too', '--a|', 'a|'],
  ['at the common indent', '[  a\n    b]', '[  -- a\n  --   b]'],
  ['blank lines stay', '[a\n\nb]', '-- [a\n\n-- b]'],
  ['an empty line can begin a comment', '|', '-- |'],
  ['a selection up to a line leaves that line', '[a\n]b', '-- [a\n]b'],
  ['comments among other lines get a second mark', '[a\n-- b]', '-- [a\n-- -- b]'],
  ['a caret in the mark goes to its place', '-|- a', '|a'],
])('%s', (_, before, after) => {
  expect(toggled(before)).toBe(after);
});

test('twice is nothing', () => {
  const line = fc.constantFrom('a', '  b', 'c -- d', '    e', '');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const text = lines.join('\n');
      const apply = (from: string) => {
        const { change } = toggleComment(from, { start: 0, end: from.length });
        return from.slice(0, change.start) + change.text + from.slice(change.end);
      };
      fc.pre(text.trim() !== '');
      expect(apply(apply(text))).toBe(text);
    }),
  );
});
