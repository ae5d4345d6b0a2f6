// Flip an index: the plan changes at once, before anything is measured; the time falls when it is.
import { expect, test } from './test.ts';

const schema = `CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  price REAL NOT NULL
);`;

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(schema);
  await playground.setRows('items', 50_000);
  await playground.addQuery('SELECT id FROM items WHERE price > 99999 OR price < 0');
  await playground.addIndex('CREATE INDEX items_price ON items (price)');
});

test('a switch turns SCAN into SEARCH within moments', async ({ playground }) => {
  const cell = playground.cell('new query', 'A');
  await expect(cell).toContainText('SCAN');
  await playground.indexSwitch('items_price', 'A').click();
  await expect(cell).toContainText(/SEARCH|COVERING/, { timeout: 1000 });
  await playground.indexSwitch('items_price', 'A').click();
  await expect(cell).toContainText('SCAN', { timeout: 1000 });
});

test('the time falls with the index, and an older result says that it is stale', async ({
  playground,
}) => {
  await playground.button('Add setup').click();
  await expect(playground.indexSwitch('items_price', 'B')).toBeChecked();
  await playground.compare();
  await expect(playground.cell('new query', 'B')).toContainText('faster');
  const slow = await playground.medianMs('new query', 'A');
  const fast = await playground.medianMs('new query', 'B');
  expect(fast).toBeLessThan(slow / 2);
  await playground.indexSwitch('items_price', 'B').click();
  await expect(playground.cell('new query', 'B')).toContainText('stale');
  await expect(playground.cell('new query', 'A')).not.toContainText('stale');
});

test('undo brings a switch back', async ({ playground, page }) => {
  await playground.indexSwitch('items_price', 'A').click();
  await expect(playground.indexSwitch('items_price', 'A')).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(playground.indexSwitch('items_price', 'A')).not.toBeChecked();
});
