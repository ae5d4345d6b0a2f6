import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatLiteral,
  formatLiterals,
  literalProblem,
  literalsProblem,
  parseLiteral,
  parseLiterals,
} from './literals.ts';

test('reads numbers, NULL and text', () => {
  expect(parseLiteral(' 42 ')).toBe(42);
  expect(parseLiteral('-1.5e3')).toBe(-1500);
  expect(parseLiteral('null')).toBeNull();
  expect(parseLiteral('Toys')).toBe('Toys');
  expect(parseLiteral("'42'")).toBe('42');
  expect(parseLiteral("'it''s'")).toBe("it's");
  expect(parseLiteral('')).toBe('');
  expect(parseLiteral('0x10')).toBe('0x10');
});

test('keeps an integer that a number cannot hold', () => {
  expect(parseLiteral('9007199254740993')).toBe('9007199254740993');
  expect(parseLiteral('1e999')).toBe('1e999');
});

test('splits a list at the commas outside of quotes', () => {
  expect(parseLiterals("Toys, 'Home, Garden' , 3, NULL")).toEqual([
    'Toys',
    'Home, Garden',
    3,
    null,
  ]);
  expect(parseLiterals('  ')).toEqual([]);
  expect(parseLiterals('a,')).toEqual(['a', '']);
  expect(parseLiterals("it's, b")).toEqual(["it's", 'b']);
});

test('says which quotation is broken', () => {
  expect(literalsProblem("'open', 'paid")).toMatch(/not closed: 'paid /);
  expect(literalsProblem("'Home, Garden")).toMatch(/not closed: 'Home /);
  expect(literalProblem("'it's'")).toMatch(/not closed: 'it's' /);
  for (const fine of ['', "'a, b', c", "it's, b", "'it''s'", '1, NULL']) {
    expect(literalsProblem(fine)).toBeNull();
  }
});

const literal = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.string(),
  fc.string({ unit: fc.constantFrom("'", ',', ' ', 'a', '1', 'e', 'NULL') }),
);

test('what is shown is read back as the same value', () => {
  fc.assert(
    fc.property(literal, (value) => {
      const back = parseLiteral(formatLiteral(value));
      expect(literalProblem(formatLiteral(value))).toBeNull();
      expect(back === value || (back === 0 && value === 0)).toBe(true);
    }),
  );
});

test('what is shown of a list is read back as the same list', () => {
  fc.assert(
    fc.property(fc.array(literal, { minLength: 1 }), (values) => {
      const positive = values.map((value) => (Object.is(value, -0) ? 0 : value));
      expect(literalsProblem(formatLiterals(positive))).toBeNull();
      expect(parseLiterals(formatLiterals(positive))).toEqual(positive);
    }),
  );
});
