// Files of the user's: a database becomes the playground's data, rows go into tables, and what cannot
// be taken in is refused in words while the old data stays.
import { databaseFile, officialDatabaseFile, shopScript } from './database-files.ts';
import { expect, test } from './test.ts';

test('a SQLite file becomes the data, its indexes switches, and a reload keeps it', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.chooseFile('shop.db', await databaseFile(shopScript));
  await expect(playground.dialog).toContainText('2 tables');
  await expect(playground.dialog).toContainText('1 index');
  await playground.importFile();
  await playground.expectRows('22,000 rows');
  await page
    .getByRole('textbox', { name: 'The slow query' })
    .fill('SELECT * FROM orders WHERE customer_id = 42');
  await playground.button('Look at this query').click();
  await expect(playground.indexSwitch('customers_city', 'A')).toBeChecked();
  const cell = playground.bench.getByRole('gridcell', { name: / in A$/ }).last();
  await expect(cell).toContainText('SCAN');
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toContainText('42');

  await page.reload();
  await playground.expectRows('22,000 rows');
  await playground.showTab('Data');
  await expect(page.getByRole('tabpanel', { name: 'Data' })).toContainText('shop.db');
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toContainText('42');
});

test('a file with FTS5 is opened with the official build', async ({ playground, page }) => {
  const file = await officialDatabaseFile(`
    CREATE VIRTUAL TABLE docs USING fts5 (title, body);
    INSERT INTO docs VALUES ('Lighthouse', 'a lamp on the coast'), ('Dynamo', 'power from turning');`);
  await playground.open();
  await playground.chooseFile('docs.db', file);
  await expect(playground.dialog).toContainText('fts5');
  await playground.importFile();
  await page
    .getByRole('textbox', { name: 'The slow query' })
    .fill("SELECT title FROM docs WHERE docs MATCH 'coast'");
  await playground.button('Look at this query').click();
  await playground.waitUntilReady();
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toContainText('Lighthouse');
  await expect(page.getByRole('contentinfo')).toContainText('sqlite-wasm');
});

test('rows of a CSV are previewed, those that do not fit are told with their lines', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.newPlayground();
  const csv = 'id;name;price\n1;Lamp;12.5\n2;"Desk; oak";199\n3;Broken\n4;Chair;45\n';
  await playground.dropFile('stock.csv', csv);
  const preview = page.getByRole('table', { name: 'The first rows' });
  await expect(preview).toContainText('Desk; oak');
  await expect(page.getByRole('combobox', { name: 'Delimiter' })).toContainText('Semicolon');
  await expect(page.getByRole('combobox', { name: 'Type of price' })).toContainText('REAL');
  await playground.importFile();
  const leftOut = page.getByRole('region', { name: 'Rows left out' });
  await expect(leftOut).toContainText('1 row left out');
  await expect(leftOut.getByRole('row').last()).toContainText('4');
  await playground.button('Done').click();
  await playground.expectRows('3 rows');
});

test('rows go into a table of the playground that is there', async ({ playground, page }) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(
    'CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);',
  );
  await playground.setRows('towns', 10);
  await playground.generate();
  await playground.chooseFile('towns.json', '[{"name": "Aalen"}, {"name": "Bern"}]');
  await expect(page.getByRole('combobox', { name: 'Table' })).toContainText('towns');
  await playground.importFile();
  await playground.expectRows('12 rows');
});

const refusals: [string, string | Uint8Array, RegExp][] = [
  ['empty.db', '', /empty/i],
  ['page.db', '<!DOCTYPE html><html><body>Not found</body></html>', /HTML|web page/i],
  ['half.db', new Uint8Array(), /cut|truncated|shorter/i],
];

test('files that cannot be taken in are refused in words, and the data stays', async ({
  playground,
}) => {
  await playground.open();
  await playground.expectRows('rows');
  const before = await playground.page.getByRole('contentinfo').textContent();
  const whole = await databaseFile(shopScript);
  for (const [name, content, words] of refusals) {
    await playground.chooseFile(name, name === 'half.db' ? whole.slice(0, 40_000) : content);
    await expect(playground.dialog).toContainText(words);
    await expect(playground.dialog).toContainText('as they were');
    await playground.button('Close').first().click();
  }
  await playground.waitUntilReady();
  expect(await playground.page.getByRole('contentinfo').textContent()).toBe(before);
});
