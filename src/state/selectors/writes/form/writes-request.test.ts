import { expect, test } from 'vitest';
import { isStaleWrites } from '../writes-basis.ts';
import { factsOfSchema, settings, shop, shopSql } from './writes-facts.testing.ts';
import { writesExperiment, writesRequest } from './writes-request.ts';

const facts = await factsOfSchema(shopSql);

test('a run of techniques asks for what the fields show', () => {
  const request = writesRequest('techniques', shop, settings(), facts);
  expect(request).toMatchObject({
    kind: 'techniques',
    table: 'products',
    rows: 10_000,
    start: 'empty',
    update: null,
    indexNames: ['by_category', 'by_price', 'by_product'],
    seed: 3,
    baseline: 'insert-prepared',
    batchSize: 1000,
    budgetMs: 20_000,
    setups: [shop.setups[0], shop.setups[1]],
  });
});

test('an update sets the column that an index holds', () => {
  const request = writesRequest('techniques', shop, settings({ operation: 'update' }), facts);
  expect(request?.update).toEqual({ column: 'price', expression: 'price + 1' });
  const mine = settings({ operation: 'update', updateColumn: 'name', updateExpression: "'x'" });
  expect(writesRequest('techniques', shop, mine, facts)?.update).toEqual({
    column: 'name',
    expression: "'x'",
  });
});

test('the price of indexes is that of rows that all operations can write', () => {
  const orders = settings({ table: 'orders' });
  expect(writesRequest('index-price', shop, orders, facts)).toMatchObject({
    kind: 'index-price',
    operations: ['insert', 'update', 'delete'],
    rows: 500,
    start: 'empty',
    update: { column: 'quantity', expression: '11 - quantity' },
    indexSets: [
      { id: 'none', indexes: [] },
      { id: '+by_product', indexes: ['by_product'] },
    ],
  });
  const inserts = settings({ table: 'orders', priceOperations: ['insert'] });
  expect(writesRequest('index-price', shop, inserts, facts)).toMatchObject({
    rows: 10_000,
    update: null,
  });
  // Rows of products are referred to.
  const asIs = (table: string) =>
    writesRequest('index-price', shop, settings({ table, start: 'as-is' }), facts)?.start;
  expect([asIs('products'), asIs('orders')]).toEqual(['alone', 'as-is']);
});

test('batch sizes and constraints', () => {
  expect(writesRequest('batch-sizes', shop, settings(), facts)).toMatchObject({
    technique: 'insert-values',
    batchSizes: [1, 10, 100, 1000, 8191],
  });
  expect(writesRequest('constraints', shop, settings(), facts)).toMatchObject({
    kind: 'constraints',
    rows: 10_000,
    start: 'empty',
    update: null,
  });
});

test('nothing is asked while something stands in the way', () => {
  expect(writesRequest('techniques', shop, settings(), { ...facts, inspection: null })).toBeNull();
  expect(writesRequest('index-price', { ...shop, indexes: [] }, settings(), facts)).toBeNull();
});

test('a run is stale when the data, its indexes or its setups change, and only then', () => {
  const subject = writesExperiment('techniques', shop, settings(), facts);
  if (!subject) throw new Error('The run is refused.');
  const run = { subject } as Parameters<typeof isStaleWrites>[1];
  const [none, both, orders] = shop.setups;
  if (!none || !both || !orders) throw new Error('The shop has three setups.');
  const isStale = (patch: Partial<typeof shop>) => isStaleWrites({ ...shop, ...patch }, run);
  expect(isStale({})).toBe(false);
  expect(isStale({ title: 'other', setups: [{ ...none, name: 'other' }, both, orders] })).toBe(
    false,
  );
  expect(isStale({ setups: [none, both] })).toBe(false);
  expect(
    isStale({
      indexes: [...shop.indexes, { name: 'n', sql: 'CREATE INDEX n ON products (name)' }],
    }),
  ).toBe(false);
  expect(isStale({ setups: [both, orders] })).toBe(true);
  expect(isStale({ setups: [none, { ...both, indexes: ['by_price'] }, orders] })).toBe(true);
  expect(isStale({ recipe: { ...shop.recipe, seed: 4 } })).toBe(true);
  expect(isStale({ schemaSql: `${shopSql} -- other` })).toBe(true);
  const [first, ...rest] = shop.indexes;
  if (!first) throw new Error('The shop has indexes.');
  expect(
    isStale({
      indexes: [{ ...first, sql: 'CREATE INDEX by_category ON products (category, id)' }, ...rest],
    }),
  ).toBe(true);
});

test('the price of indexes is stale with every index', () => {
  const subject = writesExperiment('index-price', shop, settings(), facts);
  if (!subject) throw new Error('The run is refused.');
  const run = { subject } as Parameters<typeof isStaleWrites>[1];
  const more = [...shop.indexes, { name: 'n', sql: 'CREATE INDEX n ON products (name)' }];
  expect(isStaleWrites(shop, run)).toBe(false);
  expect(isStaleWrites({ ...shop, indexes: more }, run)).toBe(true);
});
