// Mistakes get a sentence that says what and where, and everything else stays as it was.
import { expect, test } from './test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
});

test('a broken schema', async ({ playground, page }) => {
  await playground.writeSchema('CREATE TABLE t (id INTEGER PRIMARY KEY);\nCREATE TABEL u (x);');
  await expect(page.getByRole('tabpanel', { name: 'Schema' })).toContainText('TABEL');
  await expect(playground.bench).toBeVisible();
});

test('a query that does not compile fails in its cells only', async ({ playground }) => {
  await playground.addQuery('SELECT nothing FROM products');
  await expect(playground.cell('new query', 'A')).toContainText('nothing');
  await expect(playground.cell('expensive in a category', 'A')).toContainText('SCAN');
});

test('a foreign key to nowhere', async ({ playground }) => {
  await playground.writeSchema(
    'CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES nowhere(id));',
  );
  await playground.setRows('child', 10);
  await playground.button('Generate data').click();
  await expect(playground.status).toContainText('nowhere');
});

test('UNIQUE with three possible values and a hundred rows', async ({ playground }) => {
  await playground.writeSchema(
    "CREATE TABLE flags (id INTEGER PRIMARY KEY, colour TEXT UNIQUE CHECK (colour IN ('red', 'green', 'blue')));",
  );
  await playground.setRows('flags', 100);
  await playground.button('Generate data').click();
  await expect(playground.status).toContainText('colour');
});

test('a comparison without a query', async ({ playground }) => {
  await playground.newPlayground();
  await expect(playground.button('Compare')).toBeDisabled();
});
