// The instrument tests itself, and says how far this machine can be trusted.

import { expect, test } from './test.ts';

test('the test says how far this machine can be trusted, and leaves results alone', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await playground.button('Test this instrument').click();
  const dialog = page.getByRole('dialog', { name: 'Test this instrument' });
  await expect(dialog).toContainText(/Testing this instrument \d+ %/);
  const report = dialog.getByRole('region', { name: 'What the test found' });
  await expect(report).toContainText(
    /can now tell differences beyond|only effects beyond|do not trust verdicts now/,
    { timeout: 90_000 },
  );
  await expect(report.getByRole('rowheader')).toHaveText([
    'key lookups',
    'index ranges',
    'whole-table scans',
  ]);
  await expect(report).toContainText('Clock tick');
  await page.keyboard.press('Escape');
  await playground.waitUntilReady();
  await expect(playground.cell('expensive in a category', 'A')).toContainText('not measured');
});

test('the test can be stopped', async ({ playground, page }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await playground.button('Test this instrument').click();
  const dialog = page.getByRole('dialog', { name: 'Test this instrument' });
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog).toContainText('Stopped');
  await expect(dialog.getByRole('button', { name: 'Start the test' })).toBeEnabled();
});
