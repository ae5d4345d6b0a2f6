// How rows are made: a column's generator is chosen, the preview follows, the data has those values.
import { expect, test } from './test.ts';

test('a generator is changed in its form, and the preview follows at once', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(
    'CREATE TABLE parts (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, quantity INTEGER NOT NULL, price REAL NOT NULL, total REAL);',
  );
  await playground.setRows('parts', 500);
  const preview = page.getByRole('table', { name: 'Preview of parts' });
  await expect(preview.getByRole('row')).toHaveCount(11);

  await playground.button('Generator of parts.code').click();
  await playground.choosePlain('Kind', 'pattern');
  await page.getByRole('textbox', { name: 'Pattern' }).fill('PT-####');
  await expect(preview.getByRole('cell', { name: /^PT-\d{4}$/ })).toHaveCount(10);

  await playground.button('Generator of parts.total').click();
  await playground.choosePlain('Kind', 'expression');
  await page.getByRole('textbox', { name: 'SQL', exact: true }).fill('round(quantity * price, 2)');
  await playground.generate();
  await playground.addQuery(
    "SELECT count(*) AS good FROM parts WHERE total = round(quantity * price, 2) AND code GLOB 'PT-[0-9][0-9][0-9][0-9]'",
  );
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toContainText('500');

  await page.reload();
  await playground.showTab('Data');
  await expect(preview.getByRole('cell', { name: /^PT-\d{4}$/ })).toHaveCount(10);
});

test('what cannot be met is said with table, column and what to change', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(
    'CREATE TABLE flags (id INTEGER PRIMARY KEY, mark TEXT NOT NULL UNIQUE);',
  );
  await playground.setRows('flags', 500);
  await playground.button('Generator of flags.mark').click();
  await playground.choosePlain('Kind', 'pattern');
  await page.getByRole('textbox', { name: 'Pattern' }).fill('#');
  await expect(page.getByRole('tabpanel', { name: 'Data' })).toContainText(
    /flags\.mark must be unique \(UNIQUE\), but only 10 different values/,
  );
});
