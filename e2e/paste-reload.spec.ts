// Pasted SQL is sorted into place and can be taken back; a reload brings back what was there.
import { expect, test } from './test.ts';

const pasted = `
BEGIN;
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT);
CREATE TABLE visits (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(id), day TEXT);
INSERT INTO customers VALUES (1, 'Ada; "Countess"', NULL);
CREATE INDEX visits_customer ON visits (customer_id);
-- the slow one
SELECT c.name, count(*) FROM customers c JOIN visits v ON v.customer_id = c.id GROUP BY c.id;
COMMIT;
`;

test('sorts SQL into schema, switches and queries, with undo', async ({ playground, page }) => {
  await playground.open();
  await playground.newPlayground();
  await playground.button('Paste SQL').click();
  await page.getByRole('dialog').getByRole('textbox').fill(pasted);
  await playground.button('Sort into place').click();
  await expect(playground.indexSwitch('visits_customer', 'A')).toBeChecked();
  await expect(playground.bench.getByRole('gridcell', { name: / in A$/ }).last()).toContainText(
    /SCAN|SEARCH|COVERING/,
  );
  await playground.showTab('Schema');
  await expect(page.getByRole('tree', { name: 'Schema' })).toContainText('customers');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('tree', { name: 'Schema' })).toHaveCount(0);
});

test('a reload brings back exactly what was there', async ({ playground, page }) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);');
  await playground.setRows('notes', 1234);
  await playground.addQuery('SELECT * FROM notes WHERE id = :id');
  await page.getByRole('textbox', { name: 'Playground title' }).fill('Kept');
  await page.getByRole('textbox', { name: 'Playground title' }).blur();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Playground title' })).toHaveValue('Kept');
  await playground.showTab('Data');
  await expect(page.getByRole('spinbutton', { name: 'Rows of notes' })).toHaveValue(/1,?234/);
  await expect(playground.cell('new query', 'A')).toContainText('SEARCH');
  await playground.expectRows('1,234 rows');
});
