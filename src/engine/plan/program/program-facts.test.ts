import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgramFacts, TreeRead } from '../../model/plan/program-facts.ts';
import type { Database } from '../../sqlite/driver.ts';
import type { InstrumentedDatabase } from '../../sqlite/instruments.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { reachable } from './flow/jumps.ts';
import { explained, randomSelect, shopRows, shopSchema } from './program.testing.ts';

let shop: Database;
let counting: InstrumentedDatabase;

beforeAll(async () => {
  shop = (await loadTestDriver()).open();
  shop.run(shopSchema);
  counting = (await loadOfficialTestDriver()).open();
  counting.run(shopSchema + shopRows);
});

function factsOf(sql: string): ProgramFacts {
  return explained(shop, sql).facts;
}

/** "orders by orders_total: seek 1, looked up; id, total". */
function told({ table, index, ...read }: TreeRead): string {
  const ways = [
    read.isFullScan && (read.mayStopEarly ? 'scan, may stop' : 'scan'),
    read.isCounted && 'count',
    read.seeks > 0 && `seek ${read.seeks}`,
    read.isLookedUp && 'looked up',
  ].filter((way) => way !== false);
  return `${index ?? table}: ${[...ways].join(', ')}; ${read.columns.join(', ')}`;
}

describe('programFacts of what is read', () => {
  it.each([
    ['SELECT name FROM customers', ['customers: scan; name']],
    ['SELECT id FROM customers WHERE id = 3', ['customers: seek 1; rowid']],
    ['SELECT city FROM customers', ['customers_city: scan; city']],
    ['SELECT count(*) FROM orders', ['orders_lower: count; ']],
    ['SELECT count(*) FROM orders WHERE note = 1', ['orders: scan; note']],
    [
      "SELECT name FROM customers WHERE city = 'x'",
      ['customers: looked up; name', 'customers_city: seek 1; '],
    ],
    [
      "SELECT status, total FROM orders WHERE status = 'x' AND total > 3",
      ['orders_status_total: seek 1; status, total'],
    ],
    // The table's row is asked for what the index of the expression does not hold.
    [
      "SELECT note FROM orders WHERE lower(note) = 'x'",
      ['orders: looked up; note', 'orders_lower: seek 1; '],
    ],
    // A WITHOUT ROWID table is its key's b-tree, and is looked up by the key at the index's end.
    [
      "SELECT amount FROM lines WHERE product = 'x'",
      ['lines: seek 1, looked up; amount', 'lines_product: seek 1; order_id, position'],
    ],
    ['SELECT max(total) FROM orders', ['orders_total: ; total']],
    [
      'SELECT max(total) FROM orders WHERE note = 1',
      ['orders: looked up; note', 'orders_total: scan, may stop; total'],
    ],
    ['SELECT max(note) FROM orders', ['orders: scan; note']],
    ['SELECT name FROM customers WHERE false', []],
    ['SELECT name FROM customers LIMIT 2', ['customers: scan, may stop; name']],
    ['SELECT name FROM customers ORDER BY name LIMIT 2', ['customers: scan; name']],
    // Each arm's index answers what it can, the table the rest.
    [
      "SELECT total FROM orders WHERE total = 1 OR lower(note) = 'x'",
      [
        'orders: looked up; total',
        'orders_total: seek 1; total, rowid',
        'orders_lower: seek 1; rowid',
      ],
    ],
  ])('%s', (sql, expected) => {
    expect(factsOf(sql).reads.map(told)).toEqual(expected);
  });

  it('tells the columns that an index would have to hold', () => {
    const sql =
      "SELECT note FROM orders WHERE status = 'x' AND total > 3 AND id > 4 ORDER BY total";
    expect(factsOf(sql).columnsRead).toEqual([
      { table: 'orders', columns: ['id', 'status', 'total', 'note'] },
    ]);
  });

  it('names automatic indexes, sorters and temporary tables', () => {
    const joined = factsOf('SELECT * FROM log, orders WHERE orders.note = log.what ORDER BY at');
    expect(joined.transients).toContainEqual({ kind: 'sorter', table: null, keepsFirst: false });
    expect(joined.transients).toContainEqual({
      kind: 'automatic-index',
      table: 'orders',
      keepsFirst: false,
    });
    expect(factsOf('SELECT DISTINCT note FROM orders').transients).toEqual([
      { kind: 'table', table: null, keepsFirst: false },
    ]);
  });

  it('knows a sort that keeps the first rows only', () => {
    const keeps = (sql: string) =>
      factsOf(sql).transients.map(({ kind, keepsFirst }) => [kind, keepsFirst]);
    expect(keeps('SELECT * FROM orders ORDER BY note LIMIT 3 OFFSET 2')).toEqual([
      ['sorter', true],
    ]);
    expect(keeps('SELECT * FROM orders ORDER BY note')).toEqual([['sorter', false]]);
    expect(keeps('SELECT DISTINCT note FROM orders LIMIT 3')).toEqual([['table', false]]);
    expect(
      keeps('SELECT status, sum(total) OVER () FROM orders ORDER BY note LIMIT 3'),
    ).toContainEqual(['sorter', true]);
  });

  it('tells a MIN or MAX that leaves with the first row that fits', () => {
    expect(factsOf('SELECT max(id) FROM customers').stopsAtFirstRow).toBe(true);
    expect(factsOf('SELECT max(id) FROM customers WHERE name = 1').stopsAtFirstRow).toBe(true);
    expect(factsOf('SELECT max(name) FROM customers').stopsAtFirstRow).toBe(false);
  });

  it('tells main and temp apart where their pages have the same number', async () => {
    const database = (await loadTestDriver()).open();
    database.run('CREATE TABLE a (x); CREATE TEMP TABLE b (y);');
    expect(explained(database, 'SELECT x FROM a, b').facts.reads.map(told)).toEqual([
      'a: scan; x',
      'b: scan; ',
    ]);
    database.close();
  });

  it('leaves out trees that it is not told of, and takes no instructions', () => {
    const database = shop;
    const { instructions } = explained(database, 'SELECT 1');
    expect(instructions.length).toBeGreaterThan(0);
    expect(factsOf('SELECT 1').reads).toEqual([]);
    expect(factsOf('EXPLAIN SELECT 1')).toMatchObject({ reads: [], writes: [], subprograms: [] });
  });
});

/** Indexes with what is put in and taken out, the table first. */
function maintained(sql: string): string[] {
  return factsOf(sql)
    .writes.map(({ table, index, inserts, deletes, isCleared }) => {
      return `${index ?? table}${inserts > 0 ? '+' : ''}${deletes > 0 ? '-' : ''}${isCleared ? ' cleared' : ''}`;
    })
    .sort();
}

describe('programFacts of what is written', () => {
  it.each([
    [
      "INSERT INTO orders VALUES (1, 1, 'x', 2, 'y')",
      ['orders+', 'orders_lower+', 'orders_status_total+', 'orders_total+'],
    ],
    ['UPDATE orders SET customer_id = NULL WHERE id = 1', ['orders+']],
    ["UPDATE orders SET status = 'x' WHERE id = 1", ['orders+', 'orders_status_total+-']],
    ['UPDATE orders SET note = 1', ['orders+', 'orders_lower+-']],
    ['UPDATE orders SET total = total + 1', ['orders+', 'orders_status_total+-', 'orders_total+-']],
    [
      'DELETE FROM orders WHERE id = 1',
      ['orders-', 'orders_lower-', 'orders_status_total-', 'orders_total-'],
    ],
    ["DELETE FROM lines WHERE product = 'x'", ['lines-', 'lines_product-']],
    ['DELETE FROM lines', ['lines cleared', 'lines_product cleared']],
    ['INSERT INTO log SELECT name, id FROM customers', ['log+']],
    ['SELECT * FROM orders ORDER BY note', []],
  ])('%s', (sql, expected) => {
    expect(maintained(sql)).toEqual(expected);
  });

  it('keeps an index exactly when one of its columns is set', () => {
    const indexes = { orders_status_total: ['status', 'total'], orders_total: ['total'] };
    const settable = ['customer_id', 'status', 'total'];
    for (let bits = 1; bits < 8; bits++) {
      const set = settable.filter((_, place) => (bits & (1 << place)) !== 0);
      const sql = `UPDATE orders SET ${set.map((name) => `${name} = 7`).join(', ')} WHERE id = 3`;
      const kept = Object.entries(indexes)
        .filter(([, columns]) => columns.some((column) => set.includes(column)))
        .map(([name]) => `${name}+-`);
      expect(maintained(sql), sql).toEqual(['orders+', ...kept].sort());
    }
  });

  it('tells rows that a new one replaces from those that are changed', () => {
    const told = (sql: string) =>
      factsOf(sql).writes.map(
        ({ table, index, inserts, deletes, replacements }) =>
          `${index ?? table} ${inserts} ${deletes} ${replacements}`,
      );
    expect(told("REPLACE INTO customers VALUES (1, 'a', 'b')")).toEqual([
      'customers_city 1 0 1',
      'customers 1 0 1',
    ]);
    expect(told('UPDATE customers SET id = 3')).toEqual([
      'customers_city 1 1 0',
      'customers 1 1 0',
    ]);
    expect(told('DELETE FROM customers')).toEqual(['customers_city 0 1 0', 'customers 0 1 0']);
  });

  it('gives triggers and foreign key actions programs of their own', () => {
    const { subprograms, reads } = factsOf('DELETE FROM customers WHERE id = 3');
    expect(subprograms.map(({ kind, name }) => [kind, name])).toEqual([
      ['foreign-key-action', null],
      ['trigger', 'orders_gone'],
    ]);
    const [action, trigger] = subprograms;
    // No index leads from a customer to the orders: each customer costs a scan of them, twice.
    expect(action?.reads.map(told)[0]).toMatch(/^orders: scan, seek 1; /);
    expect(reads.map(told)).toContain('orders: scan; customer_id');
    expect(action?.writes.map(({ index, table }) => index ?? table)).toContain('orders_lower');
    expect(trigger?.writes).toEqual([
      { table: 'log', index: null, inserts: 1, deletes: 0, replacements: 0, isCleared: false },
    ]);
  });
});

describe('full scans against the counters of the official build', () => {
  function steps(sql: string): number {
    const statement = counting.prepare(sql);
    while (statement.step());
    const { fullScanSteps } = statement.takeCounters();
    statement.free();
    return fullScanSteps;
  }
  const scanned = (sql: string) =>
    explained(counting, sql).facts.reads.some(({ isFullScan }) => isFullScan);

  it.each([
    'SELECT name FROM customers',
    'SELECT city FROM customers',
    'SELECT * FROM customers WHERE id = 3',
    "SELECT * FROM customers WHERE city = 'city 3'",
    'SELECT count(*) FROM orders',
    'SELECT count(*) FROM orders WHERE note > 1',
    'SELECT max(total) FROM orders',
    'SELECT min(total) FROM orders',
    'SELECT max(total) FROM orders WHERE customer_id = 3',
    'SELECT max(note) FROM orders',
    'SELECT max(id) FROM orders',
    'SELECT * FROM orders ORDER BY status, total',
    'SELECT * FROM orders WHERE total BETWEEN 3 AND 9 ORDER BY note',
    "SELECT * FROM lines WHERE product IN ('product 1', 'product 2')",
    'SELECT * FROM lines WHERE order_id = 3 AND position > 2',
    "SELECT * FROM orders WHERE total = 3 OR lower(note) = 'note 7'",
    'SELECT * FROM orders JOIN customers ON customers.id = customer_id WHERE orders.id = 3',
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT sum(i) FROM n',
  ])('%s', (sql) => {
    expect(scanned(sql)).toBe(steps(sql) > 0);
  });

  it('misses none in random queries', () => {
    fc.assert(
      fc.property(randomSelect, (sql) => {
        const { facts } = explained(counting, sql);
        const hasOwnTables = facts.transients.some(({ kind }) => kind === 'table');
        fc.pre(!hasOwnTables);
        const statement = counting.prepare(sql);
        for (let rows = 0; rows < 2_000 && statement.step(); rows++);
        const { fullScanSteps } = statement.takeCounters();
        statement.free();
        if (fullScanSteps > 0) expect(facts.reads.some(({ isFullScan }) => isFullScan)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const isEntry = (opcode: string) => /^(Rewind|Last|Seek|NotExists)/.test(opcode);

describe('the trees against the lines of the plan', () => {
  it('name the same tables and indexes, for random queries', () => {
    fc.assert(
      fc.property(randomSelect, (sql) => {
        const { facts, rows, instructions } = explained(shop, sql);
        const lines = rows.map(({ detail }) => detail);
        for (const { table, index } of facts.reads) {
          const name = index ?? table;
          const isNamed = lines.some((line) => line.split(/[ (]/).includes(name));
          expect(isNamed, `${name} in ${lines.join(' | ')}`).toBe(true);
        }
        // A condition that can never hold (a key IS NULL) leaves its loops in the plan, and a jump
        // around them in the program.
        const reached = reachable(instructions);
        if (instructions.some(({ opcode, address }) => isEntry(opcode) && !reached.has(address))) {
          return;
        }
        for (const line of lines) {
          const [, table = '', how = ''] = /^(?:SCAN|SEARCH) (\w+)(.*)$/.exec(line) ?? [];
          const isAutomatic = how.includes(' AUTOMATIC ');
          const index = isAutomatic ? undefined : / INDEX (\w+)/.exec(how)?.[1];
          if (table === '') continue;
          const found = facts.reads.find(
            (read) => read.table === table && read.index === (index ?? null),
          );
          // A row of which nothing is asked is only counted through the index that leads to it.
          expect(found, line).toBeDefined();
          if (
            index !== undefined &&
            how.includes(' COVERING ') &&
            !lines.some((other) => other !== line && other.includes(` ${table} `))
          ) {
            expect(facts.reads.some((read) => read.table === table && read.isLookedUp)).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
