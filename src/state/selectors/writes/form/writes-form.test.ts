import { expect, test } from 'vitest';
import type { DatabaseSummary } from '../../../../engine/model/database/database.ts';
import { databaseBasis } from '../../basis.ts';
import { factsOfSchema, settings, shop, shopSql } from './writes-facts.testing.ts';
import { writesForm } from './writes-form.ts';
import { writesRequest } from './writes-request.ts';

const facts = await factsOfSchema(shopSql);
const summary: DatabaseSummary = {
  tables: [],
  rowCount: 0,
  sizeBytes: 0,
  indexes: [],
  statistics: [],
  buildMs: 0,
  engine: { name: 'sql.js', sqliteVersion: '3' },
};

test('the table with the most indexes is chosen, a view cannot be', () => {
  const form = writesForm(shop, settings(), facts);
  expect(form.table).toBe('products');
  expect(form.tables.map(({ value, reason }) => [value, reason])).toEqual([
    ['products', null],
    ['orders', null],
    ['dear', 'dear is a view: it has no rows of its own.'],
  ]);
  expect(writesForm(shop, settings({ table: 'dear' }), facts).table).toBe('products');
  expect(writesForm(shop, settings({ table: 'orders' }), facts).table).toBe('orders');
});

test('a virtual table and its shadows cannot be written to', async () => {
  const virtual = await factsOfSchema('CREATE VIRTUAL TABLE notes USING fts4(body);');
  const form = writesForm({ ...shop, schemaSql: 'CREATE' }, settings(), virtual);
  expect(form.table).toBe('');
  expect(form.tables.every(({ reason }) => reason !== null)).toBe(true);
  expect(form.refusals.techniques).toBe('The schema has no table that rows can be written to.');
});

test('inserts begin with an empty table, and those that refer to it are told', () => {
  const { starts, start, update } = writesForm(shop, settings(), facts);
  expect(start).toBe('empty');
  expect(starts.map(({ label, detail }) => [label, detail])).toEqual([
    ['Into an empty table', 'Emptied on a copy: products and orders, which refers to it'],
    ['After its 20,000 rows', undefined],
  ]);
  expect(update).toBeNull();
});

test('rows that others refer to are deleted without them', () => {
  const form = writesForm(shop, settings({ operation: 'delete', start: 'as-is' }), facts);
  expect(form.start).toBe('alone');
  expect(form.starts.map(({ value, reason }) => [value, reason])).toEqual([
    ['as-is', 'Rows that orders refers to cannot be deleted.'],
    ['alone', null],
  ]);
  const orders = writesForm(shop, settings({ operation: 'delete', table: 'orders' }), facts);
  expect(orders.starts.map(({ value }) => value)).toEqual(['as-is']);
});

test('a cascade lets them be deleted as they are, unless something refers to what goes along', async () => {
  const parent = 'CREATE TABLE products (id INTEGER PRIMARY KEY);';
  const child =
    'CREATE TABLE parts (id INTEGER PRIMARY KEY, p INTEGER REFERENCES products ON DELETE CASCADE);';
  const grandchild = 'CREATE TABLE bits (part INTEGER REFERENCES parts);';
  const deleting = settings({ operation: 'delete', table: 'products' });
  const two = writesForm(shop, deleting, await factsOfSchema(parent + child));
  expect([two.start, two.starts[0]?.detail]).toEqual(['as-is', 'With the rows of parts']);
  const three = writesForm(shop, deleting, await factsOfSchema(parent + child + grandchild));
  expect(three.start).toBe('alone');
});

test('an update takes rows that are there: more cannot be chosen, all of them can', () => {
  const chosen = settings({ operation: 'update', table: 'orders', rows: 10_000 });
  const { rows, rowChoices, rowsNote } = writesForm(shop, chosen, facts);
  expect(rows).toBe('500');
  expect(rowsNote).toBe('orders has 500 rows.');
  expect(rowChoices.map(({ value, reason }) => [value, reason])).toEqual([
    ['100', null],
    ['500', null],
    ['1000', 'orders has 500 rows.'],
    ['10000', 'orders has 500 rows.'],
    ['100000', 'orders has 500 rows.'],
    ['1000000', 'orders has 500 rows.'],
  ]);
  const inserting = writesForm(shop, settings({ table: 'orders' }), facts);
  expect(inserting.rowChoices.every(({ reason }) => reason === null)).toBe(true);
});

test('nine techniques are measured against the plain loop in one transaction', () => {
  const { techniques, baseline, baselines, expected } = writesForm(shop, settings(), facts);
  const measured = techniques.filter(({ isMeasured }) => isMeasured);
  expect(measured).toHaveLength(9);
  expect(baseline).toBe('insert-prepared');
  expect(baselines).toHaveLength(9);
  expect(techniques.filter(({ isBaseline }) => isBaseline)).toHaveLength(1);
  expect(expected.techniques).toBe(
    '18 measurements: 9 techniques in 2 setups. Once each, even if that takes longer, then more rounds up to 20 s.',
  );
});

test('the baseline is one that is measured', () => {
  const some = {
    insert: ['insert-literal-autocommit' as const, 'insert-json' as const],
    update: null,
    delete: null,
  };
  const form = (baseline: 'insert-values' | 'insert-literal-autocommit') =>
    writesForm(
      shop,
      settings({ techniques: some, baselines: { insert: baseline, update: null, delete: null } }),
      facts,
    );
  expect(form('insert-values').baseline).toBe('insert-json');
  expect(form('insert-literal-autocommit').baseline).toBe('insert-literal-autocommit');
});

test('a technique that cannot apply says why, and is not measured', async () => {
  const reasonOf = (form: ReturnType<typeof writesForm>, wanted: string) =>
    form.techniques.find(({ id }) => id === wanted)?.reason ?? null;
  const withoutIndexes = writesForm(shop, settings({ ticked: { b: false } }), facts);
  expect(reasonOf(withoutIndexes, 'insert-then-index')).toMatch(/^No setup that is measured/);
  expect(withoutIndexes.techniques.filter(({ isMeasured }) => isMeasured)).toHaveLength(8);
  const some = writesForm(shop, settings({ operation: 'delete' }), facts);
  expect(reasonOf(some, 'delete-all')).toMatch(/choose all 20,000 rows of products/);
  const all = writesForm(shop, settings({ operation: 'delete', rows: 20_000 }), facts);
  expect(reasonOf(all, 'delete-all')).toBeNull();
  const keyless = await factsOfSchema('CREATE TABLE logs (id TEXT PRIMARY KEY, at TEXT)');
  const logs = writesForm(shop, settings({ operation: 'update' }), keyless);
  expect(reasonOf(logs, 'update-upsert')).toMatch(/no primary key without NULLs/);
  expect(logs.refusals.techniques).toBeNull();
});

test('a batch is as large as the variables of a statement allow', () => {
  const form = writesForm(shop, settings({ batchSize: 10_000 }), facts);
  expect(form.batchSizes.map(({ value }) => value)).toEqual(['1', '10', '100', '1000', '8191']);
  expect(form.batchSize).toBe('8191');
  expect(form.batchNote).toBe('A statement takes 32,766 variables, 4 a row: at most 8,191 rows.');
  expect(writesRequest('batch-sizes', shop, settings({ rows: 1000 }), facts)).toMatchObject({
    batchSizes: [1, 10, 100, 1000],
  });
  const keys = writesForm(shop, settings({ operation: 'delete' }), facts);
  expect(keys.batchSizes.at(-1)).toMatchObject({ value: '10000', detail: 'All of them' });
});

test('a batch takes no more rows than there are, and its bound is said where it bounds', () => {
  const few = settings({ rows: 100 });
  const form = writesForm(shop, few, facts);
  expect(form.batchSizes.map(({ value }) => value)).toEqual(['1', '10', '100']);
  expect([form.batchSize, form.batchNote]).toEqual(['100', null]);
  expect(writesRequest('techniques', shop, few, facts)).toMatchObject({ batchSize: 100 });
  const insert = ['insert-prepared' as const];
  const loop = settings({ techniques: { insert, update: null, delete: null } });
  expect(writesForm(shop, loop, facts).batchNote).toBeNull();
});

test('there is no batch size to choose where no technique takes one', async () => {
  const keyless = await factsOfSchema('CREATE TABLE logs (id TEXT PRIMARY KEY, at TEXT)');
  const form = writesForm(shop, settings({ operation: 'update' }), keyless);
  expect([form.batchSizes, form.batchNote]).toEqual([[], null]);
});

test('the setups say which of the indexes on the table are on', () => {
  const form = writesForm(shop, settings(), facts);
  expect(form.setups.map(({ letter, indexes }) => [letter, indexes])).toEqual([
    ['A', []],
    ['B', ['by_category', 'by_price']],
    ['C', []],
  ]);
  const withoutB = writesForm(shop, settings({ ticked: { b: false } }), facts);
  expect(withoutB.indexNote).toBe('No setup that is measured has an index on products.');
});

test('setups that write the same are measured once, unless they are ticked', async () => {
  const told = (patch: Parameters<typeof settings>[0], known = facts) =>
    writesForm(shop, settings(patch), known).setups.map(({ isMeasured, note }) => [
      isMeasured,
      note,
    ]);
  const alike = 'same indexes as A';
  expect(told({})).toEqual([
    [true, null],
    [true, null],
    [false, alike],
  ]);
  expect(told({ ticked: { a: false, c: true } })).toEqual([
    [false, null],
    [true, null],
    [true, alike],
  ]);
  // Rows of orders that refer to a deleted one are looked for, and a trigger may write anywhere.
  const all = [true, true, true];
  expect(told({ operation: 'delete' }).map(([isMeasured]) => isMeasured)).toEqual(all);
  const trigger = 'CREATE TRIGGER t AFTER INSERT ON products BEGIN DELETE FROM orders; END;';
  const triggered = await factsOfSchema(`${shopSql} ${trigger}`);
  expect(told({}, triggered).map(([isMeasured]) => isMeasured)).toEqual(all);
});

test('what stands in the way of each run is said', async () => {
  const refusals = (patch: Parameters<typeof settings>[0], known = facts, playground = shop) =>
    writesForm(playground, settings(patch), known).refusals;
  expect(Object.values(refusals({}))).toEqual([null, null, null, null]);
  expect(refusals({}, { ...facts, inspection: null }).techniques).toBe('The schema is being read.');
  const busy = { ...facts, activity: { kind: 'exporting', fraction: 0 } as const };
  expect(refusals({}, busy).constraints).toMatch(/press Stop/);
  expect(refusals({}, facts, { ...shop, schemaSql: ' ' }).constraints).toMatch(/no table yet/);
  expect(refusals({}, facts, { ...shop, indexes: [] })['index-price']).toBe(
    'There is no index on products yet: add one in the bench.',
  );
  const onlyKey = await factsOfSchema('CREATE TABLE t (a INTEGER PRIMARY KEY)');
  expect(refusals({ operation: 'update' }, onlyKey).techniques).toMatch(/nothing to update/);
  const indexed = { ...shop, indexes: [{ name: 'i', sql: 'CREATE INDEX i ON t (a)' }] };
  const onlyUpdates = refusals({ priceOperations: ['update'] }, onlyKey, indexed);
  expect(onlyUpdates['index-price']).toMatch(/nothing to update/);
  // With others among them what cannot apply is left out.
  expect(refusals({}, onlyKey, indexed)['index-price']).toBeNull();
  expect(refusals({ operation: 'update', updateExpression: ' ' }).techniques).toMatch(/set to/);
  expect(refusals({ operation: 'update', rows: 1 })['batch-sizes']).toMatch(/more rows/);
  const built = { ...summary, tables: [{ name: 'orders', rows: 3 }] };
  const empty = { ...facts, database: { basis: databaseBasis(shop), summary: built } };
  expect(refusals({ operation: 'delete' }, empty).techniques).toMatch(/^products has no rows/);
  expect(refusals({}, empty)['index-price']).toBeNull();
  const form = writesForm(shop, settings({ operation: 'delete' }), empty);
  expect(form.priceOperations.map(({ isMeasured, reason }) => [isMeasured, reason])).toEqual([
    [true, null],
    [false, 'products has no rows: give it some in Data.'],
    [false, 'products has no rows: give it some in Data.'],
  ]);
});
