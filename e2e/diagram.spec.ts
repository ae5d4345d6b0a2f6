// The schema as a picture: tables, references, rows and bytes; and what catches the eye in it.
import { expect, test } from './test.ts';

test('the schema is drawn with rows and bytes, and its findings can be mended', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(
    'CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES authors (id), title TEXT);',
  );
  await playground.setRows('authors', 50);
  await playground.setRows('books', 2000);
  await playground.generate();
  await playground.showTab('Schema');
  await page.getByText('Diagram', { exact: true }).click();
  const diagram = page.getByRole('img', { name: 'Diagram of the schema' });
  await expect(diagram).toContainText('authors');
  await expect(diagram).toContainText('2,000 rows');
  await expect(diagram).toContainText('kB');

  const findings = page.getByRole('region', { name: 'Findings' });
  await findings.getByRole('button', { name: /^Findings/ }).click();
  await expect(findings).toContainText('author_id');
  const add = findings.getByRole('button', { name: /^Add index/ });
  const index = ((await add.textContent()) ?? '').replace('Add index', '').trim();
  await add.click();
  await expect(playground.indexSwitch(index, 'A')).toBeVisible();
  await expect(findings).toHaveCount(0);
});
