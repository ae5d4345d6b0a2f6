// The result cache of a setup, on and off: never a ratio without its hit ratio.
import { expect, test } from './test.ts';

test('a cache shows its hit ratio, and its result is stale when it is taken away', async ({
  playground,
}) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(
    'CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL NOT NULL);',
  );
  await playground.setRows('items', 20_000);
  await playground.addQuery('SELECT count(*) FROM items WHERE price > 500');
  await playground.button('Add setup').click();
  await playground.setCache('B', 'LRU 100');
  await playground.compare();
  await expect(playground.cell('new query', 'B')).toContainText(/faster.*hit/s);
  await playground.setCache('B', 'none');
  await expect(playground.cell('new query', 'B')).toContainText('stale');
  await playground.compare();
  await expect(playground.cell('new query', 'B')).not.toContainText(/hit|stale/);
});
