import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWords } from '../words/step-words.ts';
import { planner, stepsOf } from '../words/words.testing.ts';
import { openShop } from './findings.testing.ts';
import { planFindings } from './plan-findings.ts';

type Shop = Awaited<ReturnType<typeof openShop>>;

let plan: Shop['plan'];
let findings: Shop['findings'];
let told: Shop['told'];
beforeAll(async () => {
  ({ plan, findings, told } = await openShop());
});
afterAll(() => plan.free());

describe('planFindings', () => {
  it('says nothing of what is cheap', () => {
    const options = { hasStatistics: false };
    expect(told('select 1', options)).toEqual([]);
    expect(told("select * from sizes where label = 'L' order by label", options)).toEqual([]);
    expect(told('select * from orders where id = 3', options)).toEqual([]);
    expect(told('select count(*) from orders')).toEqual([]);
    expect(told('select max(placed) from orders')).toEqual([]);
    expect(told('select * from products where category = 3')).toEqual([]);
    expect(told('with few as (select 1 as n union all select 2) select * from few')).toEqual([]);
  });

  it('weighs a full scan by its rows and by what the statement asks for', () => {
    expect(told('select * from orders where customer_id = 3')).toEqual([
      'high full-scan 1 300000: Reads all of orders',
    ]);
    expect(told("select * from customers where city = 'Bern'")).toEqual([
      'low full-scan 1 5000: Reads all of customers',
    ]);
    expect(told('select * from cheap')).toEqual(['high full-scan 1 100000: Reads all of products']);
    expect(told('select * from orders')).toEqual(['low full-scan 1 300000: Reads all of orders']);
    expect(told('select * from customers')).toEqual([]);
    expect(told('select * from orders where customer_id = 3 limit 1')).toEqual([
      'medium full-scan 1 300000: Reads all of orders',
    ]);
    const [all] = findings('select * from orders');
    expect(all?.reason).toMatch(/^Nothing narrows the rows down.*That is 300,000 rows\.$/);
    const [narrowed] = findings('select * from orders where customer_id = 3', {
      areRowsLoaded: false,
    });
    expect(narrowed?.reason).toMatch(/^Each row is visited.*By the recipe: they are not generated/);
  });

  it('goes by the rows that were counted', () => {
    const sql = 'select * from orders where customer_id = 3 limit 1';
    const counted = (visited: number) =>
      findings(sql, { loopCounts: [{ row: 0, status: 'counted', visited }] });
    expect(counted(12)).toEqual([]);
    expect(counted(250_000)).toMatchObject([{ severity: 'high', rows: 250_000 }]);
    expect(counted(250_000)[0]?.reason).toMatch(/Counted: it visited 250,000 rows\.$/);
  });

  it('multiplies nested loops', () => {
    expect(
      told('select * from customers c left join orders o on abs(o.customer_id) = c.id'),
    ).toEqual(['high full-scan 1.1 1500000000: Reads all of orders (o) again for each row of c']);
    const pairs = findings('select * from products cross join orders');
    expect(pairs.map(({ kind, rows: count }) => [kind, count])).toEqual([
      ['full-scan', 30_000_000_000],
      ['full-scan', 100_000],
      ['hint', null],
    ]);
    expect(pairs[0]?.reason).toMatch(/^No condition connects/);
    expect(pairs[1]).toMatchObject({ severity: 'low' });
    expect(
      findings('select * from customers join sizes on label = city or name = city')[0]?.reason,
    ).toMatch(/^No index that is on leads from a row of the loop above/);
  });

  it('knows a MIN or MAX that reads everything from one that does not', () => {
    expect(told('select max(customer_id) from orders where product_id = 4')).toEqual([
      'high min-max-scan 1 300000: Reads all of orders for a MIN or MAX',
    ]);
    expect(told('select max(id) from orders where product_id = 4')).toEqual([]);
  });

  it('names sorts with what they sort', () => {
    expect(told('select * from orders order by customer_id limit 10')).toEqual([
      'medium sort 2 300000: Finds the first 10 of up to 300,000 rows for ORDER BY',
      'low full-scan 1 300000: Reads all of orders',
    ]);
    expect(told('select price, count(*) from products group by price')[0]).toBe(
      'high sort 2 100000: Sorts up to 100,000 rows for GROUP BY',
    );
    expect(told('select distinct price from products')[0]).toBe(
      'high sort 2 100000: Looks for duplicates among up to 100,000 rows',
    );
    expect(told('select * from products where category = 3 order by name')).toEqual([
      'low sort 2 ?: Sorts its rows for ORDER BY',
    ]);
  });

  it('says that a sort with LIMIT keeps the first rows only', () => {
    const sql = 'select * from orders order by customer_id';
    const reasonOf = (text: string) => findings(text)[0]?.reason;
    expect(told(`${sql} limit 10 offset 20`)[0]).toContain('the first 30 of up to 300,000 rows');
    expect(told(`${sql} limit 20, 10`)[0]).toContain('the first 30 of up to 300,000 rows');
    expect(told(`${sql} limit :n`)[0]).toContain('the first of up to 300,000 rows');
    expect(reasonOf(`${sql} limit 10`)).toContain('keeps the first 10 of those seen (LIMIT)');
    expect(reasonOf(`${sql} limit 10`)).not.toContain('N log N');
    for (const whole of [sql, `${sql} limit 400000`]) {
      expect(told(whole)[0]).toBe('high sort 2 300000: Sorts up to 300,000 rows for ORDER BY');
      expect(reasonOf(whole)).toContain('N log N');
    }
    // The groups have to be made before LIMIT counts them.
    expect(told('select name, count(*) from products group by name limit 10')[0]).toBe(
      'high sort 2 100000: Sorts up to 100,000 rows for GROUP BY',
    );
    expect(told('select distinct price from products limit 10')[0]).toMatch(/^medium sort/);
  });

  it('finds nothing wrong with a loop that LIMIT ends after a few rows', () => {
    expect(told('select * from orders order by placed limit 10')).toEqual([]);
    expect(told('select * from orders limit 10')).toEqual([]);
    const [loop] = findings('select * from orders where customer_id > 3 order by placed limit 10');
    expect(loop).toMatchObject({ kind: 'full-scan', severity: 'medium' });
    const open = findings('select * from orders order by placed limit :n');
    expect(open.map(({ kind, severity, rows: count }) => [kind, severity, count])).toEqual([
      ['full-scan', 'low', 300_000],
      ['lookups', 'low', null],
    ]);
    for (const { reason } of open) expect(reason).toContain('LIMIT may end it earlier.');
  });

  it('claims no exact number where LIMIT may end a loop', () => {
    for (const sql of [
      'select placed, count(*) from orders group by placed limit 3',
      'select * from (select * from orders where customer_id = 3) limit 3',
      'select a.id from orders a limit 3',
    ]) {
      for (const { reason } of findings(sql)) expect(reason).not.toMatch(/That is \d/);
    }
    const { nodes, context } = plan.explained('select * from orders where customer_id = 3 limit 3');
    const [unknown] = planFindings(nodes, { ...context, facts: null });
    expect(unknown?.reason).toMatch(/up to 300,000 rows/);
    const [sorted] = findings('select * from orders where customer_id = 3 order by id + 1 limit 3');
    expect(sorted?.reason).toMatch(/That is 300,000 rows\./);
  });

  it('claims no bound for loops that nobody knows the passes of', () => {
    const told = (sql: string) =>
      findings(sql).find(({ kind }) => kind === 'full-scan')?.reason ?? '';
    for (const outer of [
      'products where products.category = 3 and',
      '(values (1), (2)) v where',
      '(select distinct city from customers) c where',
    ]) {
      const [from, where] = outer.split(' where');
      const sql = `select 1 from ${from} cross join orders o where${where} o.id + 1 > 5`;
      expect(told(sql)).toMatch(/up to 300,000 rows in one pass\.$/);
    }
    expect(told('select (select count(*) from orders where customer_id = 1) from sizes')).toMatch(
      /up to 300,000 rows in all\.$/,
    );
  });

  it('finds nothing in what is never run', () => {
    const options = { hasStatistics: false };
    for (const sql of [
      'select count(*) from orders where 0',
      'select * from orders limit 0',
      'select * from orders where 0 order by customer_id',
      'select (select count(*) from orders where 0) from sizes',
      'select * from products where category > 3 and 0',
    ]) {
      expect(told(sql, options)).toEqual([]);
    }
  });

  it('goes by the program for lookups', async () => {
    const own = await planner(
      'CREATE TABLE g (a, d AS (a + 1) VIRTUAL); CREATE INDEX g_d ON g (d);',
      { rows: { g: 100_000 }, hasStatistics: true },
    );
    const kinds = (sql: string) => {
      const { nodes, context } = own.explained(sql);
      return planFindings(nodes, context).map(({ kind }) => kind);
    };
    expect(kinds('select d from g where d > 2')).toEqual([]);
    expect(kinds('select a, d from g where d > 2')).toEqual(['lookups']);
    own.free();
  });

  it('says of each loop of a RIGHT JOIN what it is for', () => {
    const reasons = findings(
      'select * from products p right join orders o on p.name = o.placed || 1',
    ).map(({ title, reason }) => `${title}. ${reason}`);
    expect(reasons.filter((reason) => reason.includes('and this is the one'))).toHaveLength(1);
    expect(reasons.join('\n')).toMatch(/of orders \(o\) once more, for RIGHT JOIN.*a second time/);
  });

  it('does not say that there is no other way', () => {
    const [ends] = findings('select min(placed), max(placed) from orders');
    expect(ends?.reason).toContain('found at the two ends of an index');
    const [all] = findings('select distinct placed from orders');
    expect(all?.reason).toContain('another way to ask may');
  });

  it('names indexes that are built for one run', () => {
    expect(
      told('select * from customers c left join products p on p.name = c.name where c.id > 4'),
    ).toContain(
      'high automatic-index 1.1 100000: Builds an index on products (p) (name) on every run',
    );
    expect(
      told(
        'with q as materialized (select price, count(*) n from products group by price) select * from q q1, q q2 where q1.n = q2.n',
      ),
    ).toContain('low automatic-index 2.1 ?: Builds an index on q (q2) on every run');
  });

  it('names a correlated subquery once, with the product of both tables', () => {
    expect(
      told('select (select count(*) from orders o where o.customer_id = c.id) from customers c'),
    ).toEqual([
      'high correlated-subquery 1.1 1500000000: Reads all of orders (o) for each row of c',
    ]);
    expect(
      told('select (select count(*) from orders o where o.id = c.id) from customers c'),
    ).toEqual([]);
  });

  it('names the scan of a foreign key', () => {
    const [scan] = findings('delete from products where id = 3');
    expect(scan?.reason).toMatch(/That is 300,000 rows each time\.$/);
    expect(told('delete from products where id = 3')).toEqual([
      'high foreign-key-scan 2 300000: Reads all of orders for each row that is changed',
    ]);
  });

  it('names lookups where they may be many', () => {
    expect(told('select * from products where category > 3')).toEqual([
      'low lookups 1 ?: Looks rows of products up one by one',
    ]);
    const loopCounts = [{ row: 0, status: 'counted' as const, visited: 20_000 }];
    expect(told('select * from products where category = 3', { loopCounts })).toEqual([
      'high lookups 1 20000: Looks rows of products up one by one, 20,000 times',
    ]);
  });

  it.each([
    ['select * from orders indexed by idx_placed where placed = 3', 'INDEXED BY'],
    ['select * from orders not indexed where id = 3', 'NOT INDEXED'],
    ['select * from sizes where +id = 3', 'unary +'],
    ['select * from sizes a cross join sizes b on a.id = b.id', 'CROSS JOIN'],
  ])('%s', (sql, hint) => {
    expect(told(sql)).toEqual([`low hint - ?: The statement binds the planner: ${hint}`]);
  });

  it('takes no other + for a hint', () => {
    expect(
      told('select id + 1, 2 + id, (id) + id, +3, +id from sizes where id = id + +5 limit (+1)'),
    ).toEqual([]);
  });

  it('finds a unary + in a subquery and behind BY', () => {
    expect(told('select (select max(id) from sizes where +id > 3)')).toHaveLength(1);
    expect(told('select * from sizes order by label, +id')).toHaveLength(1);
  });

  it('does not call it lookups when rows are changed', () => {
    expect(told('update products set name = 3 where category > 3')).toEqual([]);
    expect(told('select * from products where category > 3')).toHaveLength(1);
  });

  it('says that there are no statistics where there was a choice', () => {
    const without = { hasStatistics: false };
    const said = ['low no-statistics - ?: Planned without statistics'];
    // One index of the table begins with what is asked for: nothing to choose between.
    expect(told('select * from products where category = 3', without)).toEqual([]);
    expect(told('select * from orders where customer_id = 3', without)).toHaveLength(1);
    expect(told('select 1 from orders o join products p on p.id = o.product_id', without)).toEqual(
      expect.arrayContaining(said),
    );
    const [finding] = findings(
      'select 1 from orders o join products p on p.id = o.product_id',
      without,
    ).filter(({ kind }) => kind === 'no-statistics');
    expect(finding?.reason).toContain('That goes for orders and products.');
  });

  it('takes two indexes that may serve for a choice, unless the rowid leads there', async () => {
    const own = await planner(
      'CREATE TABLE t (id INTEGER PRIMARY KEY, a, b); CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (b);',
      { rows: { t: 100_000 } },
    );
    const isSaid = (sql: string) => {
      const { nodes, context } = own.explained(sql);
      return planFindings(nodes, context).some(({ kind }) => kind === 'no-statistics');
    };
    expect(isSaid('select * from t where a = 1 and b = 2')).toBe(true);
    expect(isSaid('select * from t where a = 1')).toBe(false);
    expect(isSaid('select a, b from t where id = 2')).toBe(false);
    own.free();
  });

  it('names skip-scans', async () => {
    const own = await planner(
      `CREATE TABLE t (a, b, c); CREATE INDEX t_ab ON t (a, b); ANALYZE;
       INSERT INTO sqlite_stat1 VALUES ('t', 't_ab', '100000 20000 5'); ANALYZE sqlite_schema;`,
      { rows: { t: 100_000 }, hasStatistics: true },
    );
    const { nodes, context } = own.explained('select * from t where b = 5');
    expect(planFindings(nodes, context).map(({ kind, title }) => [kind, title])).toEqual([
      ['skip-scan', 'Tries every value of a in t'],
    ]);
    own.free();
  });

  it('takes other weights', () => {
    const strict = { low: 1, medium: 100, high: 1_000 };
    const found = findings("select * from customers where city = 'Bern'", { weights: strict });
    expect(found).toMatchObject([{ severity: 'high' }]);
  });
});

describe('large plans', () => {
  it('takes compounds of 500 terms, joins of 60 tables and OR of 500 terms', async () => {
    const own = await planner(
      'CREATE TABLE t (a, b, c); CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (b);',
      {
        rows: { t: 20_000 },
      },
    );
    const many = (count: number, text: (index: number) => string, between: string) =>
      Array.from({ length: count }, (_, index) => text(index)).join(between);
    for (const sql of [
      many(100, () => 'select c from t', ' union '),
      many(500, () => 'select c from t', ' union all '),
      `select 1 from ${many(60, (index) => `t as t${index}`, ' cross join ')} where t0.c = t59.c`,
      `select * from t where ${many(250, (index) => `a = ${index} or b = ${index}`, ' or ')}`,
    ]) {
      const { nodes, context } = own.explained(sql);
      const findings = planFindings(nodes, context);
      expect(planWords(nodes, context).size).toBe(stepsOf(nodes).length);
      for (const { reason } of findings) expect(reason.length).toBeLessThan(500);
    }
    own.free();
  });
});
