import { expect, test } from 'vitest';
import { factsOfSchema, settings, shop, shopSql } from './writes-facts.testing.ts';
import { writesForm } from './writes-form.ts';

const facts = await factsOfSchema(shopSql);

test('the price says how many rows all operations write, and why not more', () => {
  const few = settings({ view: 'index-price', table: 'orders', rows: 10_000 });
  const { expected } = writesForm(shop, few, facts);
  expect(expected['index-price']).toContain('500 rows (orders has no more to update or delete)');
  const alone = { ...few, priceOperations: ['insert' as const] };
  expect(writesForm(shop, alone, facts).expected['index-price']).toContain('10,000 rows: at most');
});
