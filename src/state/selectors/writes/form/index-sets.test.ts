import { expect, test } from 'vitest';
import { priceSets } from './index-sets.ts';
import { shop } from './writes-facts.testing.ts';

test('none, one more each time, each alone, those of setups; equal ones once', () => {
  const sets = priceSets(shop, 'products');
  expect(sets).toEqual([
    { id: 'none', indexes: [] },
    { id: '+by_category', indexes: ['by_category'] },
    { id: '+by_category+by_price', indexes: ['by_category', 'by_price'] },
    { id: '+by_price', indexes: ['by_price'] },
  ]);
});

test('no two sets have the same id, whatever the names', () => {
  const indexes = ['a', 'b', 'a+b'].map((name) => ({
    name,
    sql: `CREATE INDEX "${name}" ON products (name)`,
  }));
  const sets = priceSets({ indexes, setups: [] }, 'products');
  expect(sets).toHaveLength(6);
  expect(new Set(sets.map(({ id }) => id)).size).toBe(6);
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
  expect(sets.at(-1)?.indexes).toEqual(['by_price', 'by_name']);
});

test('a table without indexes has one set', () => {
  expect(priceSets(shop, 'nothing')).toEqual([{ id: 'none', indexes: [] }]);
});
