// Stop an endless query: the page answers at once and nothing is lost.
import { expect, test } from './test.ts';

const endless =
  'WITH RECURSIVE forever(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT count(*) FROM forever';

test('stops an endless query and brings the database back', async ({ playground, page }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await playground.addQuery(endless);
  await playground.runQuery();
  await expect(playground.status).toContainText('Running');
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped', { timeout: 2000 });
  await expect(page.getByRole('textbox', { name: 'Query editor' })).toBeVisible();

  await playground.write('Query editor', 'SELECT count(*) AS products FROM products');
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: 'Result of new query' })).toContainText(/\d{4,}/, {
    timeout: 30_000,
  });
});

test('Stop between rounds keeps the points measured so far', async ({ playground }) => {
  await playground.open();
  await playground.button('Compare').click();
  await expect(playground.status).toContainText(/Measuring round \d/, { timeout: 30_000 });
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped', { timeout: 5000 });
  await expect(playground.cell('expensive in a category', 'A')).toContainText(/\d\s*(ms|µs)/);
});
