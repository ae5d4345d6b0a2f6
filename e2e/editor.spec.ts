// The editor knows the schema: what it offers, where a mistake stands, what it lays out.
import { expect, test } from './test.ts';

test.beforeEach(async ({ playground, page }) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(`CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors (id), title TEXT);`);
  // Names are offered once the planner has read them.
  await expect(page.getByRole('tree', { name: 'Schema' })).toContainText('books');
});

test('behind an alias the columns of its table are offered, and Tab takes one', async ({
  playground,
  page,
}) => {
  await playground.addQuery('SELECT * FROM books b JOIN authors a ON a.id = b.author_id WHERE ');
  const editor = page.getByRole('textbox', { name: 'Query editor' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('b.tit');
  // The items are options or list items, as the system's screen readers like it.
  const offered = page.getByRole('listbox', { name: 'Suggest' });
  await expect(offered.getByLabel(/^title/)).toBeVisible();
  await expect(offered.getByLabel(/^name/)).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.type(" = 'x'");
  await expect(playground.cell('new query', 'A')).toContainText('SCAN');
  await expect(playground.bench).toContainText("WHERE b.title = 'x'");
});

test('a mistake is said with its place while one types', async ({ playground, page }) => {
  await playground.addQuery('SELECT title,\n  titel\nFROM books');
  const place = page.getByRole('button', { name: 'Line 2, column 3' });
  await expect(place).toBeVisible({ timeout: 15_000 });
  await place.click();
  await page.keyboard.type('b.');
  await expect(page.getByRole('button', { name: 'Line 2, column 3' })).toBeVisible();
  await playground.write('Query editor', 'SELECT title FROM books');
  await expect(place).toHaveCount(0);
});

test('Format lays the statement out and changes none of its tokens', async ({
  playground,
  page,
}) => {
  await playground.addQuery(
    "select title from books where author_id=:author and title<>'a  b' -- mine",
  );
  await page
    .getByRole('toolbar', { name: 'Commands of the Query editor' })
    .getByRole('button', { name: 'Format' })
    .click();
  await expect(playground.bench).toContainText("title <> 'a  b'");
  await expect(page.getByText(':author', { exact: true }).first()).toBeVisible();
});

test('a comment is toggled, and Ctrl+M frees Tab', async ({ playground, page }) => {
  await playground.addQuery('SELECT 1 AS one');
  await page.keyboard.press('ControlOrMeta+Slash');
  await expect(playground.cell('new query', 'A')).toContainText('no plan');
  await page.keyboard.press('ControlOrMeta+Slash');
  await expect(playground.cell('new query', 'A')).not.toContainText('no plan');
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Query editor' })).not.toBeFocused();
});
