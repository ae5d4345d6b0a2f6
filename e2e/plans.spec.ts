// Why a query is slow: its plans follow typing and switches, in words, rows and instructions.
import { expect, test } from './test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await playground.expectRows('100,000 rows');
});

test('the plan follows typing, and keeps its tree while the text is broken', async ({
  playground,
  page,
}) => {
  await playground.addQuery('SELECT name FROM products WHERE price > 900');
  await playground.showTab('Plan');
  const plan = page.getByRole('tree', { name: 'Plan of new query in A' });
  await expect(plan).toContainText('SCAN products');
  await expect(plan).toContainText('Reads every row of products: 20,000 rows.');
  await playground.write('Query editor', 'SELECT name FROM products WHERE id = 5');
  await expect(plan).toContainText('SEARCH products USING INTEGER PRIMARY KEY');
  await playground.write('Query editor', 'SELECT name FRO products WHERE id = 5');
  await expect(page.getByText('the plans of the last text that compiled')).toBeVisible();
  await expect(plan).toContainText('SEARCH products USING INTEGER PRIMARY KEY');
});

test('a switch marks what became of a step, before anything is measured', async ({
  playground,
  page,
}) => {
  await playground.addQuery("SELECT name FROM products WHERE category = 'books'");
  await playground.showTab('Plan');
  await playground.turnIndex('idx_products_category', 'B', false);
  const plan = page.getByRole('tree', { name: 'Plan of new query in B' });
  await expect(plan).toContainText('SCAN products');
  await expect(plan).not.toContainText('SCAN → SEARCH');
  await playground.turnIndex('idx_products_category', 'B', true);
  await expect(plan).toContainText('SCAN → SEARCH');
  await expect(plan).toContainText('index gained');
});

test('a finding leads to its step, and a link to the step opens it', async ({
  playground,
  page,
  context,
}) => {
  await playground.showTab('Plan');
  await page.getByRole('button', { name: 'Reads all of products', exact: true }).click();
  const step = page
    .getByRole('tree', { name: 'Plan of expensive in a category in A' })
    .getByRole('treeitem', { selected: true });
  await expect(step).toContainText('SCAN products');
  await step.getByRole('button', { name: 'Copy link to this step' }).click();
  await expect(page.getByText(/^Link to this step copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#p=.*&step=1-A-1$/);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('tab', { name: 'Plan', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(other.getByRole('treeitem', { selected: true })).toContainText('SCAN products');
});

test('a finding at several steps of a plan is one button that goes through them', async ({
  playground,
  page,
}) => {
  const sql = 'SELECT name FROM products WHERE price';
  await playground.addQuery(`${sql} > 900 UNION ALL ${sql} < 2`);
  await playground.showTab('Plan');
  const steps = page
    .getByRole('tree', { name: 'Plan of new query in A' })
    .getByRole('treeitem')
    .filter({ hasText: 'SCAN products' });
  const places = page.getByRole('button', { name: /^Reads all of products in A/ });
  await expect(places).toHaveAccessibleName(
    'Reads all of products in A, at 2 steps: show the next',
  );
  for (const chosen of [0, 1]) {
    await places.click();
    await expect(steps.nth(chosen)).toHaveAttribute('aria-selected', 'true');
    await expect(steps.nth(chosen).getByText('SCAN products')).toBeInViewport();
  }
});

test('the rows that each loop visited are counted by running the query', async ({
  playground,
  page,
}) => {
  await playground.addQuery(
    'SELECT count(o.id) FROM products p JOIN orders o ON o.product_id = p.id WHERE p.id <= 10',
  );
  await playground.showTab('Plan');
  await playground.button('Count actual rows').click();
  const plan = page.getByRole('tree', { name: 'Plan of new query in C' });
  await expect(plan).toContainText('visited 10 rows', { timeout: 30_000 });
  await playground.waitUntilReady();
});

test('the plan of a write names the indexes that it keeps up to date', async ({
  playground,
  page,
}) => {
  await playground.addQuery('UPDATE products SET price = 1 WHERE id = 7');
  await playground.showTab('Plan');
  const setup = (letter: string) =>
    page.getByRole('region', { name: new RegExp(`^Setup ${letter} `) });
  await expect(setup('C')).toContainText('idx_products_category_price');
  await expect(setup('A')).not.toContainText('idx_products_category_price');
});

test('branches close by keys and by the pointer, and hundreds of arms are folded', async ({
  playground,
  page,
}) => {
  const arms = Array.from({ length: 40 }, (_, at) =>
    at % 2 ? `id = ${at}` : `category = 'c${at}'`,
  );
  await playground.addQuery(`SELECT name FROM products WHERE ${arms.join(' OR ')} ORDER BY name`);
  await playground.showTab('Plan');
  const plan = page.getByRole('tree', { name: 'Plan of new query in B' });
  const items = plan.getByRole('treeitem');
  // The OR, ten arms with a step each, what stands for the others, the sort.
  await expect(items).toHaveCount(23);
  await plan.getByRole('treeitem', { name: '30 more like this' }).press('Enter');
  await expect(items).toHaveCount(82);
  await expect(items.filter({ hasText: 'INDEX 11' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(items).toHaveCount(2);
  await expect(items.first()).toHaveAttribute('aria-expanded', 'false');
  await plan.getByRole('button', { name: 'Open this branch' }).click();
  await expect(items).toHaveCount(82);
});

test('the bench leaves plans the larger part, and takes its height back', async ({
  playground,
  page,
}) => {
  const bench = page.getByRole('region', { name: 'Bench and switches' });
  const detail = page.getByRole('region', { name: 'Detail of the selected query' });
  const heights = async () => {
    const [above, below] = await Promise.all([bench.boundingBox(), detail.boundingBox()]);
    return { above: above?.height ?? 0, below: below?.height ?? 0 };
  };
  const before = await heights();
  expect(before.above).toBeGreaterThan(before.below);
  await playground.showTab('Plan');
  await expect.poll(async () => (await heights()).below).toBeGreaterThan(before.below + 40);
  const { above, below } = await heights();
  expect(below).toBeGreaterThan(above);
  await playground.showTab('Rows');
  await expect.poll(async () => (await heights()).above).toBe(before.above);
});

test('text and bytecode are one click away, and jumps are followed', async ({
  playground,
  page,
}) => {
  await playground.showTab('Plan');
  await page.getByRole('radio', { name: 'Text' }).check();
  await expect(page.getByRole('region', { name: /^Setup A/ })).toContainText(/id\s+parent\s+cost/);
  await page.getByRole('radio', { name: 'Bytecode' }).check();
  const bench = page.getByRole('region', { name: 'Bench and switches' });
  const height = async () => (await bench.boundingBox())?.height ?? 0;
  const before = await height();
  await playground.button('Enlarge the detail').click();
  await expect.poll(height).toBeLessThan(before / 2);
  const program = page.getByRole('table', { name: 'Program of expensive in a category in A' });
  await expect(program).toContainText('OpenRead');
  const jump = program.getByRole('button', { name: /^to \d+$/ }).first();
  const target = (await jump.textContent())?.replace(/\D/g, '') ?? '';
  await jump.click();
  await expect(program.getByRole('row', { name: new RegExp(`^${target}\\b`) })).toBeFocused();
  await playground.button('Give the bench its height back').click();
  await expect.poll(height).toBe(before);
});

test('both trees, what differs and the counters are copied as Markdown', async ({
  playground,
  page,
}) => {
  await playground.setBudget('3 s');
  await playground.compare();
  await playground.showTab('Plan');
  await playground.button('Copy plans as Markdown').click();
  await expect(page.getByText(/^Plans copied as Markdown/)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('SCAN products');
  expect(text).toContain('SEARCH products USING INDEX idx_products_category (category=?)');
  expect(text).toMatch(/VM steps/);
});

test('what has no plan is answered with a sentence', async ({ playground, page }) => {
  await playground.showTab('Plan');
  for (const [sql, sentence] of [
    ['INSERT INTO products (name, category, price) VALUES (1, 2, 3)', /the plan has no steps/],
    ['PRAGMA table_info(products)', /no plan/i],
    ['EXPLAIN SELECT 1', /EXPLAIN/],
    ['SELECT 1; SELECT 2', /more than one statement/],
  ] as const) {
    await playground.addQuery(sql);
    await expect(page.getByRole('tabpanel', { name: 'Plan' })).toContainText(sentence);
  }
});
