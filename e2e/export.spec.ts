// What is made or found goes out as files: the database of a setup, a table, the rows of a result.
import initSqlJs from 'sql.js';
import { expect, test } from './test.ts';

test('the database of a setup is saved as a SQLite file with its indexes only', async ({
  playground,
}) => {
  await playground.open();
  await playground.choose('File', 'Export');
  await expect(playground.dialog).toContainText('Export');
  const { name, bytes } = await playground.download(() => playground.button('Save file').click());
  expect(name).toMatch(/\.(sqlite|db)$/);
  const { Database } = await initSqlJs();
  const database = new Database(bytes);
  const [check] = database.exec('PRAGMA integrity_check');
  expect(check?.values).toEqual([['ok']]);
  const [indexes] = database.exec(
    "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
  );
  expect(indexes?.values).toEqual([[0]]);
  const [products] = database.exec('SELECT count(*) FROM products');
  expect(products?.values).toEqual([[20_000]]);
  database.close();
});

test('rows of a result are saved as CSV that a spreadsheet does not run', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.addQuery("SELECT '=1+1' AS formula, 42 AS number, NULL AS missing");
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toContainText('=1+1');
  const { name, bytes } = await playground.download(async () => {
    await playground.button('Save rows').click();
    await page.getByRole('menuitem', { name: /^CSV safe/ }).click();
  });
  expect(name).toMatch(/\.csv$/);
  expect(bytes.toString('utf8')).toBe("formula,number,missing\r\n'=1+1,42,\r\n");
});
