// A phone: one column, a bottom switch, the grid scrolls inside itself.
import { expect, test } from './test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('works in one column without sideways scrolling', async ({ playground, page }) => {
  await page.goto('/');
  await expect(playground.bench).toBeVisible({ timeout: 30_000 });
  await playground.expectNoSidewaysScroll();
  await page.getByRole('tab', { name: 'Edit' }).click();
  await expect(page.getByRole('textbox', { name: 'Query editor' })).toBeVisible();
  await playground.expectNoSidewaysScroll();
  await page.getByRole('tab', { name: 'Bench' }).click();
  await playground.button('Compare').click();
  await expect(playground.cell('expensive in a category', 'B')).toContainText('faster', {
    timeout: 40_000,
  });
  await page.getByRole('tab', { name: 'Detail' }).click();
  await expect(page.getByRole('figure', { name: /^Times of/ })).toBeVisible();
  await playground.expectNoSidewaysScroll();
});

test('Stop stands in the line of the state, only while something runs', async ({
  playground,
  page,
}) => {
  await playground.open();
  await expect(playground.button('Stop')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Labs' }).click();
  await playground.button('Run writes').first().click();
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped');
  await expect(playground.button('Stop')).toHaveCount(0);
  await playground.expectNoSidewaysScroll();
});
