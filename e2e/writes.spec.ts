// The Writes lab: what techniques, indexes and constraints cost, and what a failing write leaves.
import { expect, test } from './test.ts';

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.showLab('Writes');
});

test('ranks techniques by the same rows, and simulates a network', async ({ playground, page }) => {
  await expect(playground.status).toHaveCount(1);
  await playground.choosePlain('Rows to write', '1,000 rows');
  await playground.choosePlain('Time for all', '10 s');
  await playground.measureWrites('Run writes');
  await expect(page.getByRole('figure', { name: 'Rows per second by technique' })).toBeVisible();
  const findings = page.getByRole('list', { name: 'Findings' }).first();
  await expect(findings).toContainText(/One transaction for all rows.*faster/);
  const prepared = playground.techniqueRow('prepared, one transaction');
  await expect(prepared).toContainText('baseline');
  await expect(prepared).toContainText('1,002');
  await expect(playground.techniqueRow('multi-row VALUES')).toContainText('3');
  await expect(page.getByRole('list', { name: 'Not ranked' })).toContainText(
    'No index of products is on here',
  );
  await page.getByRole('slider', { name: 'Simulated round-trip latency' }).focus();
  await page.keyboard.press('End');
  await expect(
    page.getByText(/simulated: \+ 1,002 round trips|50 ms, simulated/).first(),
  ).toBeVisible();
  await playground.showTab('Bench');
  await playground.expectRows('100,000 rows');
});

test('keeps what was measured when it is stopped, and goes on from there', async ({
  playground,
  page,
}) => {
  await playground.button('Run writes').first().click();
  await expect(playground.status).toContainText(', round 2', { timeout: 60_000 });
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped');
  await expect(page.getByRole('main')).toContainText(/10,000 inserts into products.*stopped/i);
  await expect(playground.techniqueRow('literal, autocommit')).toContainText('rows/s');
  await expect(playground.button('Run writes')).toBeEnabled();
  const mostRuns = async () =>
    Number(/(\d+) runs each/.exec(await page.getByRole('main').innerText())?.[1]);
  const before = await mostRuns();
  await playground.button('Continue').click();
  await expect.poll(mostRuns, { timeout: 60_000 }).toBeGreaterThan(before);
  await playground.button('Stop').click();
  await expect(playground.status).toHaveText('Stopped');
});

test('leaves the table as it was when a CHECK fails in the middle', async ({
  playground,
  page,
}) => {
  await playground.choosePlain('Operation', 'Update');
  await playground.choosePlain('Rows to write', '1,000 rows');
  await page.getByRole('textbox', { name: 'SET expression' }).fill('500 - id');
  await playground.measureWrites('Run writes');
  await expect(page.getByRole('list', { name: 'Not ranked' })).toContainText(
    'A row does not satisfy the CHECK constraint: price >= 0',
  );
  await playground.showTab('Bench');
  await playground.expectRows('100,000 rows');
});

test('tells from how many reads an index pays', async ({ playground, page }) => {
  await playground.showTab('Bench');
  await playground.setBudget('3 s');
  await playground.compare();
  await playground.showLab('Writes');
  await playground.choosePlain('Rows to write', '1,000 rows');
  await playground.choosePlain('Time for all', '10 s');
  await page.getByText('Price of indexes', { exact: true }).click();
  await playground.measureWrites('Measure the price');
  await expect(page.getByRole('figure', { name: 'Price of indexes', exact: true })).toBeVisible();
  const sets = page.getByRole('table', { name: 'Price by index set' });
  await expect(sets.getByRole('row', { name: /^\+ idx_products_category_price/ })).toContainText(
    'µs',
  );
  await playground.measureWrites('Count the work');
  // Whatever the machine's noise made of the times.
  await expect(page.getByRole('list', { name: 'Findings' })).toContainText(
    /Counted: an insert takes \d+ VM steps .* with both indexes: .*× the VM steps/,
  );
  await expect(sets.getByRole('row', { name: /^\+ idx_products_category_price/ })).toContainText(
    'VM steps',
  );
  await expect(playground.button('Count the work')).toHaveCount(0);
  const breakEven = page.getByRole('table', { name: 'Break-even' });
  const lookup = breakEven.getByRole('row', { name: /expensive in a category.*by category/ });
  await expect(lookup).toContainText(
    /worth it from 1 read per|free|gains in both|not resolved|too noisy|too few r|no meaningful/i,
  );
  await expect(lookup).not.toContainText('not compared');
  // The same first, above all that it follows from: every write that B pays for, and what reads save.
  const answer = page.getByRole('region', { name: 'Is it worth its writes?' });
  await expect(answer).toContainText(/by category.*Each insert.*Each update.*Each delete/s);
  await expect(answer.getByRole('button', { name: 'Compare now' })).toHaveCount(0);
});

test('shows what constraints cost, and what is left of a batch that breaks them', async ({
  playground,
  page,
}) => {
  await playground.choosePlain('Rows to write', '1,000 rows');
  await page.getByText('Constraints', { exact: true }).click();
  await playground.measureWrites('Measure the cost');
  const cost = page.getByRole('table', { name: 'Cost by constraint' });
  await expect(cost.getByRole('row', { name: /^CHECK \(price >= 0\)/ })).toContainText('µs');
  await playground.measureWrites('Try to break them');
  await expect(page.getByRole('list', { name: 'Constraints tried' })).toContainText(
    'CHECK constraint failed: price >= 0',
  );
  const left = page.getByRole('table', { name: 'What remained' });
  // It came out as the NOT NULLs did: they share a row.
  const check = left.getByRole('row', { name: /^NOT NULL name, category, price CHECK/ });
  await expect(check).toContainText('all undone');
  await expect(check).toContainText('bad row left out');
});
