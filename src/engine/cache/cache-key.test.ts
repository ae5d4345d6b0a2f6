import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SqlValue } from '../model/values.ts';
import { cacheKey } from './cache-key.ts';

test('values of different types never share a key', () => {
  const values: SqlValue[] = [
    1,
    '1',
    1n,
    null,
    'null',
    '',
    new Uint8Array([1]),
    new Uint8Array([0x31]),
    new Uint8Array(),
    'n;',
    1.5,
    '1.5',
    9007199254740993n,
    9007199254740992,
  ];
  const keys = values.map((value) => cacheKey('SELECT ?', [value]));
  expect(new Set(keys).size).toBe(values.length);
  expect(cacheKey('SELECT ?', [-0])).toBe(cacheKey('SELECT ?', [0]));
});

test('the text counts to the letter, names by content and not by order', () => {
  expect(cacheKey('SELECT 1', [])).not.toBe(cacheKey('SELECT  1', []));
  expect(cacheKey('SELECT 1', [])).not.toBe(cacheKey('select 1', []));
  const there = { ':a': 1, ':b': 2 };
  const back = { ':b': 2, ':a': 1 };
  expect(cacheKey('q', there)).toBe(cacheKey('q', back));
  expect(cacheKey('q', there)).not.toBe(cacheKey('q', { ':a': 2, ':b': 1 }));
});

const value = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true }),
  fc.bigInt(),
  fc.string(),
  fc.uint8Array({ maxLength: 5 }),
);
const call = fc.tuple(fc.constantFrom('q', 'q1', '1:q'), fc.array(value, { maxLength: 3 }));

test('different calls have different keys', () => {
  fc.assert(
    fc.property(call, call, ([sql, one], [other, two]) => {
      const isSame =
        sql === other &&
        one.length === two.length &&
        one.every((each, at) => sameValue(each, two[at] ?? null));
      expect(cacheKey(sql, one) === cacheKey(other, two)).toBe(isSame);
    }),
  );
});

function sameValue(one: SqlValue, other: SqlValue): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) {
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
  }
  return one === other;
}
