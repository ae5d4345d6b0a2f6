// The same recipe gives the same data in the browser as under Node, where the hashes were taken.
import { contentHashes } from '../src/examples/content-hashes.testing.ts';
import { expect, test } from './test.ts';

test('the data of an example has the hash that the tests know', async ({ playground, page }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
  await playground.button('Share').click();
  await expect(page.getByText(/data hash/i)).toContainText(
    contentHashes['products-and-orders'] ?? 'no hash',
    { timeout: 30_000 },
  );
});
