// Every comparison is kept; a pinned one stands beside what is measured next, then and now.

import { expect, test } from './test.ts';

const schema = `CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  price REAL NOT NULL
);`;

test.beforeEach(async ({ playground, page }) => {
  await playground.open();
  await playground.newPlayground();
  await page.getByRole('textbox', { name: 'Playground title' }).fill('Dear items');
  await playground.writeSchema(schema);
  await playground.setRows('items', 50_000);
  await playground.addQuery('SELECT id FROM items WHERE price > 99999');
  await playground.addIndex('CREATE INDEX items_price ON items (price)');
  await playground.button('Add setup').click();
  await playground.setBudget('3 s');
  await playground.compare();
});

test('a pinned comparison says what an index changed, also after a reload', async ({
  playground,
  page,
}) => {
  await playground.pin();
  await expect(playground.pinned).toContainText('This is what is pinned');

  await playground.turnIndex('items_price', 'A', true);
  await expect(playground.pinned).toContainText('Then without items_price, now with it.');
  await expect(playground.pinned).toContainText('not counted since');

  await playground.compare();
  await expect(playground.pinned).toContainText(
    /VM steps [\d,]+ then, [\d,]+ now: [\d,]+ times fewer/,
  );
  const figures = page.getByRole('region', { name: 'Then and now' });
  await expect(figures.getByRole('row').filter({ hasText: 'baseline' })).toContainText('SCAN');
  await expect(figures).toContainText('no verdict on them');

  await playground.showTab('Plan');
  const then = page.getByRole('tree', { name: 'Pinned plan of new query in A' });
  await expect(then).toContainText('only then');
  await playground.button('Hide pinned plans').click();
  await expect(then).toBeHidden();

  await page.reload();
  await expect(playground.pinned).toContainText('Then without items_price, now with it.', {
    timeout: 30_000,
  });
  await playground.pinned.getByRole('button', { name: 'Unpin' }).click();
  await expect(playground.pinned).toBeHidden();
});

test('the history opens, exports and deletes what was measured', async ({ playground, page }) => {
  await playground.newPlayground();
  const entries = await playground.openHistory();
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Dear items');
  await expect(entries).toContainText('1 query × 2 setups');
  await expect(entries).toContainText('50,000 rows');

  const download = page.waitForEvent('download');
  await entries.getByRole('button', { name: /^Export as JSON/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^dear-items-.*-samples\.json$/);

  await entries.getByRole('button', { name: /^Open the playground/ }).click();
  await expect(page.getByRole('textbox', { name: 'Playground title' })).toHaveValue('Dear items');
  await expect(playground.indexSwitch('items_price', 'B')).toBeChecked();

  await playground.openHistory();
  await playground.button('Clear history').click();
  await expect(page.getByRole('alertdialog')).toContainText('1 comparison goes for good');
  await playground.button('Clear').click();
  await expect(entries).toHaveCount(0);
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
});
