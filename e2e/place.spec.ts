// Where the user was: a reload leads back to it, and an address that changes says what it opened.
import { expect, test } from './test.ts';

test('a reload leads back to the lab, its experiment and its fields', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.showLab('Writes');
  await playground.choosePlain('Table', 'orders');
  await playground.choosePlain('Rows to write', '1,000 rows');
  await playground.showTab('Price of indexes');
  await page.reload();
  await playground.waitUntilReady();
  await expect(page.getByRole('tab', { name: 'Price of indexes' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('combobox', { name: 'Table', exact: true })).toHaveText('orders');
  await expect(page.getByRole('combobox', { name: 'Rows to write' })).toHaveText('1,000 rows');
  // A link of the address shows its bench, also here.
  const other = await page.context().newPage();
  await other.goto('/#example/covering-index');
  await expect(other.getByRole('grid', { name: 'Bench' })).toBeVisible();
});

test('an example opened by the address says so in the labs too, and can be undone', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.showLab('Scale');
  await page.evaluate(() => {
    location.hash = '#example/covering-index';
  });
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Opened the example “Covering index”');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Playground title' })).toHaveValue(
    'Products and orders',
  );
  await expect(page.getByRole('tab', { name: 'Scale' })).toHaveAttribute('aria-selected', 'true');
});

test('Escape stops what runs, but not in a text field or an open list', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.setBudget('60 s');
  await playground.button('Compare').click();
  await expect(playground.status).toContainText('Measuring', { timeout: 30_000 });
  await page.getByRole('textbox', { name: 'Notes' }).press('Escape');
  await page.getByRole('combobox', { name: 'Run in' }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(playground.button('Stop')).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(playground.status).toHaveText('Stopped');
});
