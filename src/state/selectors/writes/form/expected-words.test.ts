import { expect, test } from 'vitest';
import { factsOfSchema, settings, shop, shopSql } from './writes-facts.testing.ts';
import { writesForm } from './writes-form.ts';

const facts = await factsOfSchema(shopSql);

test('the price says how many rows all operations write, and why not more', () => {
  const few = settings({ view: 'index-price', table: 'orders', rows: 10_000 });
  const { expected } = writesForm(shop, few, facts);
  expect(expected['index-price']).toContain('500 rows (orders has no more to update or delete)');
  const alone = { ...few, priceOperations: ['insert' as const] };
  expect(writesForm(shop, alone, facts).expected['index-price']).toMatch(
    /^\d+ measurements: \d+ index sets, 1 operation, 2 ways to build the indexes, 10,000 rows\. Once each, even if/,
  );
});

test('counts all that is measured, and says once that the least of it may take longer', () => {
  const { expected } = writesForm(shop, settings({ budgetMs: 10_000 }), facts);
  expect(expected.techniques).toMatch(
    /^18 measurements: 9 techniques in 2 setups\. Once each, even if .* up to 10 s\.$/,
  );
  expect(expected['batch-sizes']).toMatch(/^\d+ measurements: \d batch sizes in 2 setups\.$/);
});
