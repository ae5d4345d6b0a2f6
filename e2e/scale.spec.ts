// The Scale lab: a scan grows with the rows, a lookup in an index does not; a stop keeps the points.
import { expect, test } from './test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
});

test('finds a linear growth for the scan and none for the lookup', async ({ playground, page }) => {
  await playground.addQuery("SELECT id FROM orders WHERE customer_email = 'nobody@example.org'");
  await playground.addIndex('CREATE INDEX orders_email ON orders (customer_email)');
  await playground.turnIndex('orders_email', 'A', false);
  await playground.turnIndex('orders_email', 'B', true);
  await playground.openScale('30,000 rows');
  await page.getByRole('checkbox', { name: 'C covering + cache' }).click();
  await playground.button('Run scale').click();
  await expect(playground.status).toContainText('Scaling: 30,000 rows, 4 of 4', {
    timeout: 60_000,
  });
  await playground.waitUntilReady();
  await expect(page.getByRole('figure', { name: /^Scale of/ })).toBeVisible();
  const scan = playground.growth('A');
  await expect(scan).toContainText('VM steps grows in proportion to the rows (n^1.00)');
  await expect(scan).toContainText(/The time grows (like n|in proportion)/);
  await expect(playground.growth('B')).toContainText('VM steps does not grow');
  await expect(playground.crossover('AB')).toContainText('B is faster than A');
});

test('a stop keeps the points, and the bench keeps its data', async ({ playground, page }) => {
  await playground.openScale('100,000 rows');
  await playground.button('Run scale').click();
  await expect(playground.status).toContainText(', 2 of ', { timeout: 60_000 });
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped');
  await expect(page.getByRole('heading', { name: /1 of 5 points, stopped/ })).toBeVisible();
  await expect(page.getByRole('figure', { name: /^Scale of/ })).toContainText('1,000 rows');
  await playground.showTab('Bench');
  await playground.expectRows('100,000 rows');
  await expect(playground.button('Compare')).toBeEnabled();
});
