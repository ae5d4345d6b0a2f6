// The Storage lab: where the bytes are, what each setup takes, and what VACUUM would change.
import { expect, test } from './test.ts';

test('reads the pages, and tries another page size on a copy', async ({ playground, page }) => {
  await playground.open();
  await playground.showLab('Storage');
  await playground.button('Read the pages').click();
  await playground.waitUntilReady();
  await expect(page.getByRole('figure', { name: 'Bytes of the database' })).toBeVisible();
  const trees = page.getByRole('table', { name: 'Tables and indexes' });
  await expect(trees.getByRole('row', { name: /^orders/ })).toContainText('80,000');
  const setups = page.getByRole('table', { name: 'Bytes of each setup' });
  await expect(setups.getByRole('row', { name: /by category/ })).toContainText('+299 kB');
  await playground.choosePlain('Page size', '16,384 bytes');
  await playground.button('Try VACUUM').click();
  await playground.waitUntilReady();
  await expect(page.getByRole('table', { name: 'After VACUUM' })).toContainText('16,384 bytes');
  await playground.showTab('Bench');
  await playground.turnIndex('idx_products_category', 'A', true);
  await playground.showLab('Storage');
  await expect(setups.getByRole('row', { name: /baseline/ })).toContainText('6.6 MB');
});
