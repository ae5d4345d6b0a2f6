import { expect, test } from 'vitest';
import { shop } from '../writes-facts.testing.ts';
import { priceSets, priceSetsWords } from './index-sets.ts';

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

test('beyond six indexes nothing stands between none and all; the words add up', () => {
  const manyIndexes = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: `i${at}`,
      sql: `CREATE INDEX i${at} ON products (c${at})`,
    }));
  const [none] = shop.setups;
  if (!none) throw new Error('The shop has three setups.');
  const setups = [none, { ...none, indexes: ['i1', 'i2', 'i3'] }];
  const six = priceSets({ indexes: manyIndexes(6), setups }, 'products');
  expect(six).toHaveLength(13);
  expect(priceSetsWords(six)).toBe(
    '13 sets of indexes: no index, 6 that grow by one index each, 5 with another index alone and 1 of setups.',
  );
  const twelve = priceSets({ indexes: manyIndexes(12), setups }, 'products');
  expect(twelve.map(({ indexes }) => indexes.length)).toEqual([0, 12, ...Array(12).fill(1), 3]);
  expect(priceSetsWords(twelve)).toBe(
    '15 sets of indexes: no index, each of 12 alone, all of them and 1 of setups.',
  );
  const one = priceSets({ indexes: manyIndexes(1), setups }, 'products');
  expect(priceSetsWords(one)).toBe('2 sets of indexes: no index and i0.');
});

test('a table without indexes has one set', () => {
  expect(priceSets(shop, 'nothing')).toEqual([{ id: 'none', indexes: [] }]);
});
