// Running a query: rows that can be browsed, NULL told from empty, writes rolled back; and its plan.
import { expect, test } from './test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
});

test('a hundred thousand rows can be browsed to the end', async ({ playground, page }) => {
  await playground.addQuery(`WITH RECURSIVE numbers(n) AS (
  SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000
)
SELECT n, 'row ' || n AS label, NULL AS missing FROM numbers`);
  await playground.runQuery();
  const result = page.getByRole('grid', { name: 'Result of new query' });
  await expect(result).toBeVisible({ timeout: 30_000 });
  await expect(result).toHaveAttribute('aria-rowcount', /^10000[01]$/);
  await expect(page.getByText(/100,000 rows in/)).toBeVisible();
  await expect(result.getByText('NULL').first()).toBeVisible();
  await result.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(result.getByText('row 100000', { exact: true })).toBeVisible();
});

test('what a run writes is rolled back, and the page says so', async ({ playground, page }) => {
  await playground.addQuery('DELETE FROM orders');
  await playground.runQuery();
  await expect(page.getByText(/rolled back/).first()).toBeVisible({ timeout: 30_000 });
  await playground.addQuery('SELECT count(*) AS n FROM orders');
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: 'Result of new query 2' })).toContainText('80000', {
    timeout: 30_000,
  });
});

test('the statement at the caret runs, in the setup that is chosen', async ({
  playground,
  page,
}) => {
  await playground.addQuery('SELECT 1 AS first; SELECT 2 AS second');
  await page.getByRole('combobox', { name: 'Run in' }).click();
  await page.getByRole('option', { name: /by category/ }).click();
  await page.getByRole('textbox', { name: 'Query editor' }).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+Enter');
  const result = page.getByRole('grid', { name: 'Result of new query' });
  await expect(result).toContainText('second', { timeout: 30_000 });
  await expect(result).not.toContainText('first');
});

test('plans of all setups stand side by side, before anything is measured', async ({
  playground,
  page,
}) => {
  await playground.showTab('Plan');
  const plan = (letter: string) =>
    page.getByRole('tree', { name: `Plan of expensive in a category in ${letter}` });
  await expect(plan('A')).toContainText('SCAN products');
  await expect(plan('B')).toContainText('idx_products_category');
  await expect(plan('C')).toContainText('COVERING INDEX');
});
