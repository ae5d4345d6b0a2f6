import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLines, linesProblem, parseLines } from './literal-lines.ts';

test('a value stands on a line of its own; empty lines are none', () => {
  expect(parseLines("Toys\n42\n\n NULL \n'42'\n''\n")).toEqual(['Toys', 42, null, '42', '']);
  expect(parseLines('')).toEqual([]);
});

test('says which quotation is not closed, and reads over several lines within one', () => {
  expect(linesProblem("'a\nb'\nc")).toBeNull();
  expect(parseLines("'a\nb'\nc")).toEqual(['a\nb', 'c']);
  expect(linesProblem("c\n'open")).toMatch(/not closed/);
});

test('what is written is read back as the same values', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number || 0),
    fc.string(),
    fc.stringMatching(/^[a' \n\r,]*$/),
  );
  fc.assert(
    fc.property(fc.array(value), (values) => {
      expect(parseLines(formatLines(values))).toEqual(values);
    }),
  );
});
