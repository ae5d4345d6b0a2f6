import { beforeAll, describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { readTrees } from '../../explain/trees/read-trees.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { everyStep } from '../every-step.ts';
import { QueryWriter } from '../fuzz/random-query.testing.ts';
import { namesFor, planRows } from '../plan.testing.ts';
import { planFormsSchema } from '../plan-forms.testing.ts';
import { planKey } from '../plan-key.ts';
import { planNames } from '../plan-names.ts';
import { readPlan } from '../read-plan.ts';
import { comparePlans } from './compare-plans.ts';
import { lineDifference } from './line-difference.ts';
import type { PlanDifference, StepChange } from './plan-difference.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

const schema = `
CREATE TABLE products (id INTEGER PRIMARY KEY, category TEXT, price REAL, name TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, product INTEGER, quantity INTEGER, status TEXT);
`;

function planOf(database: Database, sql: string): StepNode[] {
  return readPlan(planRows(database, sql), namesFor(database, sql));
}

/** The difference that a script makes for a statement, drawn in line with the second plan. */
function drawn(sql: string, script: string, before = ''): string {
  const database = driver.open();
  database.run(schema + before);
  const baseline = planOf(database, sql);
  database.run(script);
  const other = planOf(database, sql);
  database.close();
  return drawnDifference(baseline, other);
}

function drawnDifference(baseline: readonly StepNode[], other: readonly StepNode[]): string {
  const difference = comparePlans(baseline, other);
  const nodes = new Map(everyStep(other).map((node) => [node.path, node]));
  const lines: string[] = drawnRemoved(baseline, difference, null);
  for (const { path, status, changes } of difference.steps) {
    const mark = { same: ' ', changed: '~', added: '+' }[status];
    const detail = nodes.get(path)?.detail ?? '';
    const said = changes.length === 0 ? '' : `  [${changes.map(drawnChange).join(', ')}]`;
    lines.push(`${mark} ${indentOf(path)}${detail}${said}`);
    lines.push(...drawnRemoved(baseline, difference, path));
  }
  return `${lines.join('\n')}\n`;
}

function drawnRemoved(
  baseline: readonly StepNode[],
  { removed }: PlanDifference,
  after: string | null,
): string[] {
  const nodes = new Map(everyStep(baseline).map((node) => [node.path, node]));
  return removed
    .filter((step) => step.after === after)
    .map(({ path }) => `- ${indentOf(path)}${nodes.get(path)?.detail ?? ''}`);
}

function indentOf(path: string): string {
  return '  '.repeat(path.split('.').length - 1);
}

function drawnChange(change: StepChange): string {
  const { kind, ...rest } = change;
  const text = (value: unknown) => (Array.isArray(value) ? value.join('&') : String(value));
  return 'from' in rest
    ? `${kind} ${text(rest.from)} > ${text(rest.to)}`
    : `${kind} ${rest.to ? 'gained' : 'gone'}`;
}

describe('comparePlans', () => {
  it('sees a scan become a search, and then one by a covering index', () => {
    const sql = "SELECT price FROM products WHERE category = 'a'";
    const plain = 'CREATE INDEX by_category ON products (category)';
    expect(drawn(sql, plain)).toBe(
      '~ SEARCH products USING INDEX by_category (category=?)  [verb scan > search, index null > by_category, terms  > category=?]\n',
    );
    const covering = 'CREATE INDEX covers ON products (category, price)';
    expect(drawn(sql, covering, plain)).toBe(
      '~ SEARCH products USING COVERING INDEX covers (category=?)  [index by_category > covers, covering gained]\n',
    );
    expect(drawn(sql, 'DROP INDEX by_category', plain)).toBe(
      '~ SCAN products  [verb search > scan, index by_category > null, terms category=? > ]\n',
    );
  });

  it('marks sorts that are spared', () => {
    const sql = 'SELECT * FROM products ORDER BY category, price';
    const drawing = drawn(sql, 'CREATE INDEX by_category ON products (category)');
    expect(drawing).toBe(
      `~ SCAN products USING INDEX by_category  [index null > by_category]
~ USE TEMP B-TREE FOR LAST TERM OF ORDER BY  [sorted-terms null > 1]
`,
    );
    expect(drawn(sql, 'CREATE INDEX both ON products (category, price)')).toBe(
      `~ SCAN products USING INDEX both  [index null > both]
- USE TEMP B-TREE FOR ORDER BY
`,
    );
  });

  it('sees an automatic index go, with its Bloom filter', () => {
    const sql = 'SELECT * FROM products AS p JOIN orders AS o ON o.status = p.category';
    expect(drawn(sql, 'CREATE INDEX by_status ON orders (status)')).toBe(
      `  SCAN p
~   SEARCH o USING INDEX by_status (status=?)  [index null > by_status, automatic-index gone]
-     BLOOM FILTER ON o (status=?)
`,
    );
  });

  it('follows loops that change places', () => {
    const sql =
      "SELECT * FROM orders AS o JOIN products AS p ON p.id = o.product WHERE p.category = 'a'";
    const script =
      'CREATE INDEX by_category ON products (category); CREATE INDEX by_product ON orders (product)';
    expect(drawn(sql, script)).toBe(
      `~ SEARCH p USING INDEX by_category (category=?)  [index null > by_category, terms rowid=? > category=?, order 2 > 1]
~   SEARCH o USING INDEX by_product (product=?)  [verb scan > search, index null > by_product, terms  > product=?]
`,
    );
  });

  it('takes the searches of an OR for the loop that they stand for', () => {
    const sql = "SELECT * FROM products WHERE category = 'a' OR price = 5";
    const script =
      'CREATE INDEX by_category ON products (category); CREATE INDEX by_price ON products (price)';
    expect(drawn(sql, script)).toBe(`~ MULTI-INDEX OR  [multi-index-or gained]
+   INDEX 1
+     SEARCH products USING INDEX by_category (category=?)
+   INDEX 2
+     SEARCH products USING INDEX by_price (price=?)
`);
  });

  it('tells subqueries apart by what they read, not by their numbers', () => {
    const database = driver.open();
    database.run(schema);
    const [one, two] = ['(SELECT max(price) FROM products)', '(SELECT count(*) FROM orders)'];
    const difference = drawnDifference(
      planOf(database, `SELECT ${one}, ${two}`),
      planOf(database, `SELECT ${two}`),
    );
    expect(difference).toBe(`  SCAN CONSTANT ROW
- SCALAR SUBQUERY 1
-   SEARCH products
  SCALAR SUBQUERY 1
    SCAN orders
`);
    database.close();
  });

  it('pairs the subqueries of a statement by their numbers where they read the same tables', () => {
    const tables = 'CREATE TABLE t (a INT, b INT); CREATE TABLE u (id INTEGER PRIMARY KEY, v INT);';
    const indexes = 'CREATE INDEX ta ON t (a); CREATE INDEX uv ON u (v)';
    const lists = 'a IN (SELECT v FROM u WHERE id > 4) AND b IN (SELECT v FROM u WHERE v = 4)';
    // A list that is no longer looked up for each row needs no Bloom filter: it is the same list.
    expect(drawn(`SELECT * FROM t WHERE ${lists}`, indexes, tables)).toBe(
      `~ SEARCH t USING INDEX ta (a=?)  [verb scan > search, index null > ta, terms  > a=?]
    LIST SUBQUERY 1
      SEARCH u USING INTEGER PRIMARY KEY (rowid>?)
-     CREATE BLOOM FILTER
    LIST SUBQUERY 2
~     SEARCH u USING COVERING INDEX uv (v=?)  [verb scan > search, index null > uv, covering gained, terms  > v=?]
      CREATE BLOOM FILTER
`,
    );
    // What one was before is what the other is now.
    const sum = (column: string) =>
      `(SELECT sum(product) FROM orders WHERE ${column} = products.name)`;
    expect(
      drawn(
        `SELECT ${sum('quantity')}, ${sum('status')} FROM products`,
        'DROP INDEX one; CREATE INDEX one ON orders (status)',
        'CREATE INDEX one ON orders (quantity);',
      ),
    ).toBe(`  SCAN products
    CORRELATED SCALAR SUBQUERY 1
~     SCAN orders  [verb search > scan, index one > null, terms quantity=? > ]
    CORRELATED SCALAR SUBQUERY 2
~     SEARCH orders USING INDEX one (status=?)  [verb scan > search, index null > one, terms  > status=?]
`);
  });

  it('finds the loop of a view that is read in place again', () => {
    const database = driver.open();
    database.run(schema);
    const sql = (kind: string) =>
      `WITH q AS ${kind} (SELECT * FROM products) SELECT * FROM q WHERE price > 5`;
    expect(
      drawnDifference(
        planOf(database, sql('MATERIALIZED')),
        planOf(database, sql('NOT MATERIALIZED')),
      ),
    ).toBe(`- MATERIALIZE q
  SCAN products
- SCAN q
`);
    database.close();
  });

  it('says when two plans have nothing in common', () => {
    const database = driver.open();
    database.run(schema);
    const [one, two] = ['SELECT * FROM products', 'SELECT * FROM orders'].map((sql) =>
      planOf(database, sql),
    );
    expect(comparePlans(one ?? [], two ?? []).isAligned).toBe(false);
    expect(lineDifference(one ?? [], two ?? [])).toEqual([
      { status: 'removed', indent: 0, text: 'SCAN products' },
      { status: 'added', indent: 0, text: 'SCAN orders' },
    ]);
    expect(comparePlans([], one ?? [])).toMatchObject({ isSame: false, isAligned: true });
    database.close();
  });
});

describe('random plans', () => {
  it('compare without losing a step, and are the same where their keys are', () => {
    const database = driver.open();
    database.run(planFormsSchema);
    const [read, trees] = [readSchema(database), readTrees(database)];
    const writer = new QueryWriter(createSeededRandom('compared plans'), read, []);
    let previous: { key: string; nodes: StepNode[] } = { key: '', nodes: [] };
    let matched = 0;
    for (let count = 0; count < 800; count++) {
      const sql = writer.statement();
      let rows: ReturnType<typeof planRows>;
      try {
        rows = planRows(database, sql);
      } catch {
        continue;
      }
      const nodes = readPlan(rows, planNames(sql, read, trees));
      const key = planKey(rows);
      const [steps, stepsBefore] = [everyStep(nodes), everyStep(previous.nodes)];
      const self = comparePlans(nodes, nodes);
      const difference = comparePlans(previous.nodes, nodes);
      const counterparts = difference.steps.flatMap(({ baselinePath }) => baselinePath ?? []);
      const odd = difference.steps.filter(
        ({ status, baselinePath, changes }) =>
          changes.length > 0 !== (status === 'changed') ||
          (baselinePath === null) !== (status === 'added'),
      );
      const lines = lineDifference(previous.nodes, nodes);
      const kept = lines.filter(({ status }) => status !== 'removed');
      // One matcher a pair: thousands of small ones would take longer than what they look at.
      expect(
        {
          self: [self.isSame, self.removed],
          isSame: difference.isSame,
          paths: difference.steps.map(({ path }) => path),
          before: [...counterparts, ...difference.removed.map(({ path }) => path)].sort(),
          odd,
          texts: kept.map(({ text }) => text),
          linesBefore: lines.filter(({ status }) => status !== 'added').length,
        },
        sql,
      ).toEqual({
        self: [true, []],
        isSame: previous.key === key,
        paths: steps.map(({ path }) => path),
        before: stepsBefore.map(({ path }) => path).sort(),
        odd: [],
        texts: steps.map(({ detail }) => detail),
        linesBefore: stepsBefore.length,
      });
      matched += counterparts.length;
      previous = { key, nodes };
    }
    expect(matched).toBeGreaterThan(1_000);
    database.close();
  });

  it('compare in little time when they are large', () => {
    const database = driver.open();
    database.run(planFormsSchema);
    const union = (count: number) =>
      planOf(
        database,
        Array.from({ length: count }, (_, index) => `SELECT a FROM t1 WHERE b = ${index}`).join(
          ' EXCEPT ',
        ),
      );
    const [one, two] = [union(500), union(490)];
    const started = performance.now();
    const difference = comparePlans(one, two);
    lineDifference(one, two);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(difference.isAligned).toBe(true);
    expect(difference.removed.length).toBe(everyStep(one).length - everyStep(two).length);
    database.close();
  });
});
