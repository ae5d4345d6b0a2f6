// The first visit: an example with data and plans without a click, and a verdict soon after Compare.
import { expect, test } from './test.ts';

test('shows the example with its data and plans without a click', async ({ playground }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await expect(playground.cell('expensive in a category', 'A')).toContainText('SCAN');
  await expect(playground.cell('expensive in a category', 'B')).toContainText('SEARCH');
  await expect(playground.button('Compare')).toBeEnabled();
});

test('gives verdicts with intervals, a chart and its table', async ({ playground, page }) => {
  await playground.open();
  await playground.button('Compare').click();
  // 10 s is the aim on an ordinary machine; the limit here leaves room for a busy one.
  await expect(playground.cell('expensive in a category', 'B')).toContainText(
    /faster|slower|no meaningful difference|not resolved/,
    { timeout: 30_000 },
  );
  await playground.waitUntilReady(90_000);
  await expect(playground.cell('expensive in a category', 'C')).toContainText(/faster.*hits/s);
  const times = page.getByRole('figure', { name: 'Times of expensive in a category' });
  await expect(times).toBeVisible();
  await expect(times.getByRole('table')).toBeAttached();
  await expect(
    page.getByRole('figure', { name: 'Ratios of expensive in a category' }),
  ).toBeVisible();
});
