import { expect, test } from 'vitest';
import { priceSets } from './index-sets.ts';
import { shop } from './writes-facts.testing.ts';

test('none, one more each time, each alone, those of setups; equal ones once', () => {
  const sets = priceSets(shop, 'products');
  expect(sets.map(({ label, step, alone, letters }) => [label, step, alone, letters])).toEqual([
    ['no index', 0, null, ['A', 'C']],
    ['by_category', 1, 'by_category', []],
    ['all 2 indexes', 2, null, ['B']],
    ['by_price', null, 'by_price', []],
  ]);
  expect(new Set(sets.map(({ id }) => id)).size).toBe(sets.length);
});

test('the set of a setup that is none of them comes last', () => {
  const third = { name: 'by_name', sql: 'CREATE INDEX by_name ON "Products" (name)' };
  const [none, both, orders] = shop.setups;
  if (!none || !both || !orders) throw new Error('The shop has three setups.');
  const playground = {
    indexes: [...shop.indexes, third],
    setups: [none, { ...both, indexes: ['by_name', 'by_price'] }, orders],
  };
  const sets = priceSets(playground, 'products');
  expect(sets.map(({ indexes }) => indexes.length)).toEqual([0, 1, 2, 3, 1, 1, 2]);
  expect(sets.at(-1)).toMatchObject({ label: '2 indexes', step: null, letters: ['B'] });
});

test('a table without indexes has one set', () => {
  expect(priceSets(shop, 'nothing')).toMatchObject([
    { indexes: [], step: 0, letters: ['A', 'B', 'C'] },
  ]);
});
