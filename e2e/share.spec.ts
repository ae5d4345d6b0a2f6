// A link carries the whole playground; opening it runs nothing before a click.

import { PlaygroundPage } from './playground.ts';
import { expect, test } from './test.ts';

test('a link opens elsewhere with the same playground and the same data', async ({
  playground,
  page,
  browser,
}) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await page.getByRole('textbox', { name: 'Playground title' }).fill('Täglich 5 × "schneller"');
  await playground.button('Share').click();
  const link = page.getByRole('textbox', { name: 'Link', exact: true });
  await expect(page.getByText(/data hash/i)).toContainText(/[0-9a-f]{8}/, { timeout: 30_000 });
  const url = await link.inputValue();
  expect(url).toContain('#p=1.');
  expect(url.length).toBeLessThan(2000);

  const context = await browser.newContext();
  const other = new PlaygroundPage(await context.newPage());
  await other.page.goto(url);
  await expect(other.page.getByRole('textbox', { name: 'Playground title' })).toHaveValue(
    'Täglich 5 × "schneller"',
  );
  await expect(other.page.getByText(/3 queries × 3 setups/)).toBeVisible();
  await expect(other.cell('expensive in a category', 'A')).toContainText('SCAN');
  await expect(other.page.getByRole('contentinfo')).not.toContainText('100,000 rows');
  await other.button('Reproduce').click();
  await expect(other.page.getByText(/same data as the author/i)).toBeVisible({ timeout: 60_000 });
  other.expectNoConsoleErrors();
  await context.close();
});

test('a link confirms its author’s counters in a second context', async ({
  playground,
  page,
  browser,
}) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await playground.setBudget('3 s');
  await playground.compare();
  await playground.button('Share').click();
  const link = page.getByRole('textbox', { name: 'Link', exact: true });
  await expect(page.getByText(/data hash/i)).toContainText(/[0-9a-f]{8}/, { timeout: 30_000 });
  const url = await link.inputValue();
  expect(url.length).toBeLessThan(2000);

  const context = await browser.newContext();
  const other = new PlaygroundPage(await context.newPage());
  await other.page.goto(url);
  const banner = other.page.getByRole('region', { name: 'Messages' });
  await expect(banner).toContainText(/The author’s VM steps, to be confirmed here: [\d,]+ in A/);
  const cell = other.cell('expensive in a category', 'A');
  await expect(cell).toContainText(/author: [\d,]+ steps/);
  await other.setBudget('3 s');
  await other.button('Reproduce').click();
  await expect(banner).toContainText(
    'Confirmed: same plans, same VM steps, same result hashes in 9 of 9 cells',
    { timeout: 90_000 },
  );
  await expect(cell).toContainText('confirmed');
  await expect(cell).not.toContainText('author:');
  other.expectNoConsoleErrors();
  await context.close();
});

test('a cut link says so and leaves the saved playground alone', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('textbox', { name: 'Playground title' }).fill('Mine');
  await playground.button('Share').click();
  const url = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await page.goto(url.slice(0, -20));
  await expect(page.getByText(/cut off/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Playground title' })).toHaveValue('Mine');
});
