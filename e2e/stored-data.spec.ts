// Data that was made is kept: a reload and Stop bring it back without making it again, and it can be
// seen and cleared.
import { expect, test } from './test.ts';

// Enough for making them to take well over what keeping is worth (0.3 s), on any machine.
const rows = 1_000_000;

test('a reload and Stop bring kept data back, and it can be cleared', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.newPlayground();
  await playground.writeSchema(
    'CREATE TABLE readings (id INTEGER PRIMARY KEY, sensor TEXT NOT NULL, value REAL NOT NULL);',
  );
  await playground.setRows('readings', rows);
  await playground.generate();
  await playground.addQuery('SELECT count(*) FROM readings');
  const data = page.getByRole('tabpanel', { name: 'Data' });

  await page.reload();
  await playground.expectRows('1,000,000 rows');
  await playground.showTab('Data');
  await expect(data).toContainText(/restored in/);

  await playground.addQuery(
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n',
  );
  await playground.runQuery();
  await expect(playground.status).toHaveText(/Running/);
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped');
  await playground.write('Query editor', 'SELECT count(*) FROM readings');
  await playground.runQuery();
  await expect(page.getByRole('grid', { name: /^Result of/ })).toContainText(String(rows));

  await playground.choose('File', 'Stored data');
  const kept = page.getByRole('table', { name: 'Kept data' });
  await expect(kept.getByRole('row').filter({ hasText: 'readings' })).toHaveCount(1);
  await playground.button('Clear generated data').click();
  await expect(playground.dialog).toContainText(/Nothing is stored yet|not kept/);
});
