import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWords } from '../words/step-words.ts';
import type { PlanOptions } from '../words/words.testing.ts';
import { openShop } from './findings.testing.ts';

type Shop = Awaited<ReturnType<typeof openShop>>;

let plan: Shop['plan'];
let findings: Shop['findings'];
let told: Shop['told'];
beforeAll(async () => {
  ({ plan, findings, told } = await openShop());
});
afterAll(() => plan.free());

describe('findings on loops and sorts that look alike', () => {
  it('tells apart what several loops along one table do', () => {
    const worst =
      'select * from products p where p.price = (select max(price) from products q where q.name %)';
    for (const condition of ['= p.name', '> p.name']) {
      expect(told(worst.replace('%', condition))[0]).toBe(
        'high correlated-subquery 1.1 10000000000: Reads all of products (q) for each row of p',
      );
    }
    const { nodes, context } = plan.explained(
      'select * from products p where id > (select max(id) from products q) and name > 3',
    );
    const badges = [...planWords(nodes, context).values()].map(({ badges: own }) => own[0]?.text);
    expect(badges).toContain('MIN/MAX');
    expect(badges).not.toContain('FULL SCAN');
    const [scan] = findings('select (select max(id) from products q), p.name from products p');
    expect(scan).toMatchObject({ path: '1', kind: 'full-scan' });
    // Both arms are read to the end and sorted before LIMIT sees the first row.
    const arms = 'select 1 from orders a union all select 2 from orders b order by 1 limit 3';
    const scans = findings(arms).filter(({ kind }) => kind === 'full-scan');
    expect(scans).toHaveLength(2);
    for (const { reason } of scans) expect(reason).toMatch(/That is 300,000 rows\.$/);
  });

  it('knows groups from rows in sorts', () => {
    const sql = 'select name, count(*) n from customers, sizes group by name order by n';
    const sorts = (options: PlanOptions = {}) =>
      findings(sql.replace('customers, sizes', 'products'), options).flatMap(
        ({ kind, severity, title, rows: count }) =>
          kind === 'sort' ? [`${severity} ${count ?? '?'}: ${title}`] : [],
      );
    expect(sorts()).toEqual([
      'high 100000: Sorts up to 100,000 rows for GROUP BY',
      'low ?: Sorts the groups for ORDER BY',
    ]);
    expect(sorts({ resultRows: 24 })).toEqual([
      'high 100000: Sorts up to 100,000 rows for GROUP BY',
    ]);
    expect(sorts({ resultRows: 30_000 })).toContain(
      'medium 30000: Sorts the 30,000 groups for ORDER BY',
    );
  });

  it.each([
    [
      'select name from products union select placed from orders',
      'to merge the two SELECTs (UNION)',
    ],
    [
      'select name from products except select placed from orders',
      'to merge the two SELECTs (EXCEPT)',
    ],
    ['select row_number() over (order by name) from products', 'for the window'],
    ['select name from products union all select placed from orders order by 1', 'for ORDER BY'],
    ['select * from (select name from products order by name limit 9), sizes', 'for ORDER BY'],
  ])('does not blame an ORDER BY that is not there: %s', (sql, purpose) => {
    const titles = findings(sql).flatMap(({ kind, title }) => (kind === 'sort' ? [title] : []));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => title.endsWith(purpose))).toEqual(titles);
    const { nodes, context } = plan.explained(sql);
    const words = [...planWords(nodes, context).values()].map(({ sentence }) => sentence);
    expect(words.some((sentence) => sentence.includes('in the order of ORDER BY'))).toBe(
      purpose === 'for ORDER BY',
    );
  });

  it('claims no passes of a subquery that may run once for each group', () => {
    const sql =
      'select o.placed, (select count(*) from products p where p.name = o.placed) from orders o % group by o.placed';
    expect(told(sql.replace('%', ''))).toContain(
      'high correlated-subquery 1.1 ?: Reads all of products (p) for each row or group of o',
    );
    const where =
      'select placed from orders o where (select count(*) from products p where p.name = o.placed) > 3 group by placed';
    expect(told(where)).toContain(
      'high correlated-subquery 1.1 30000000000: Reads all of products (p) for each row of o',
    );
  });

  it('speaks of the recipe only where it gives a number', () => {
    const told = (sql: string) =>
      findings(sql, { areRowsLoaded: false }).find(({ kind }) => kind === 'correlated-subquery')
        ?.reason ?? '';
    const counting = 'select (select count(*) from % q where q.name = p.name) from products p';
    expect(told(counting.replace('%', 'products'))).toMatch(/numbers are those of the recipe/);
    const schema =
      'select (select count(*) from sqlite_schema q where q.name = p.name) from products p';
    expect(told(schema)).toMatch(/rows that it needs\.$/);
  });
});
