import { expect, test } from 'vitest';
import { columnBounds } from './check-bounds.ts';

const bounds = (...checks: string[]) => columnBounds(checks, 'price');

test.each([
  ['id > 0', { kind: 'free' }],
  ['price >= 0', { kind: 'above' }],
  ['(("price" > -1.5))', { kind: 'above' }],
  ['0 < price', { kind: 'above' }],
  ['price IS NOT NULL AND price > 0', { kind: 'above' }],
  ['price <= 100', { kind: 'below' }],
  ['price BETWEEN 1 AND 10', { kind: 'between', low: 1, high: 10 }],
  ['price >= 0 AND price <= 10 AND price > -5', { kind: 'between', low: 0, high: 10 }],
  ['price in (3, 1, 2)', { kind: 'between', low: 1, high: 3 }],
  ['price IN (1, 5, 10)', { kind: 'bound' }],
  ["price IN ('a', 'b')", { kind: 'bound' }],
  ['price >= 0 AND price < 10', { kind: 'bound' }],
  ['price BETWEEN 0.1 AND 0.9', { kind: 'bound' }],
  ['price >= cost', { kind: 'bound' }],
  ['price > 0 AND cost > 5', { kind: 'above' }],
  ['price IS NULL OR price > 0', { kind: 'above' }],
  ['price IS NULL', { kind: 'bound' }],
  ['price > 0 OR cost > 0', { kind: 'bound' }],
  ['price > 0 AND cost * 2 > price', { kind: 'bound' }],
  ['price + 1 <= 10', { kind: 'bound' }],
  ['price NOT IN (1, 2)', { kind: 'bound' }],
  ['price % 2 = 0', { kind: 'bound' }],
  ['price > 0 + 1', { kind: 'bound' }],
  ['length(price) > 3', { kind: 'bound' }],
  ['price', { kind: 'bound' }],
])('%s', (check, expected) => {
  expect(bounds(check)).toEqual(expected);
});

test('several CHECKs hold together', () => {
  expect(bounds('price >= 0', 'price <= 5', 'id > 2')).toEqual({
    kind: 'between',
    low: 0,
    high: 5,
  });
  expect(bounds('price >= 0', 'abs(price) < 5')).toEqual({ kind: 'bound' });
  expect(bounds()).toEqual({ kind: 'free' });
});
