// The practice exercise, from an empty playground: schema, bulk rows, a query, an index, a cache.
import { expect, test } from './test.ts';

test('can be done from an empty playground', async ({ playground, page }) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(`CREATE TABLE Product (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL,
  price REAL NOT NULL
);`);
  await playground.setRows('Product', 100);
  await playground.generate();
  await playground.expectRows('100 rows');

  await playground.addQuery('SELECT name, price FROM Product WHERE price > 500');
  await playground.runQuery();
  const result = page.getByRole('grid', { name: 'Result of new query' });
  await expect(result).toBeVisible();
  await expect(result.getByRole('row').nth(1)).toContainText(/[A-Z][a-z]+/);

  await playground.addIndex('CREATE INDEX product_category ON Product (category)');
  await playground.addIndex('CREATE INDEX product_price ON Product (price)');
  await playground.button('Add setup').click();
  await expect(playground.cell('new query', 'B')).toContainText('SEARCH');
  await playground.button('Add setup').click();
  await playground.setCache('C', 'LRU 100');

  await playground.setRows('Product', 100_000);
  await playground.setBudget('3 s');
  await playground.compare();
  await playground.expectRows('100,000 rows');
  await expect(playground.cell('new query', 'C')).toContainText(/faster/);
  await expect(playground.cell('new query', 'C')).toContainText(/hit/);
});
