import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../words.testing.ts';
import { setColumns } from './set-columns.ts';
import { writeWords } from './write-words.ts';

const shop = `
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT UNIQUE, city TEXT);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id), placed TEXT, price REAL
);
CREATE TABLE lines (
  order_id INTEGER REFERENCES orders (id) ON DELETE CASCADE, position INTEGER, amount INTEGER
);
CREATE TABLE notes (order_id INTEGER REFERENCES orders (id) ON DELETE SET NULL, text TEXT);
CREATE TABLE log (what TEXT);
CREATE TABLE alone (a, b);
CREATE INDEX alone_a ON alone (a);
CREATE INDEX idx_placed ON orders (placed);
CREATE INDEX idx_price ON orders (price, placed);
CREATE INDEX idx_lines ON lines (order_id);
CREATE TRIGGER tell AFTER UPDATE OF price ON orders BEGIN
  INSERT INTO log VALUES (old.price || ' -> ' || new.price);
  UPDATE customers SET city = 'x' WHERE name = new.placed;
END;
CREATE TABLE kept (id INTEGER PRIMARY KEY);
CREATE TABLE keeper (kept_id REFERENCES kept (id) ON DELETE RESTRICT);
CREATE VIEW cheap AS SELECT id, price FROM orders WHERE price < 10;
CREATE TRIGGER cheaper INSTEAD OF DELETE ON cheap BEGIN DELETE FROM lines WHERE amount = old.id; END;
`;
const rows = { customers: 5_000, orders: 300_000, lines: 900_000, notes: 2_000, alone: 70 };
let plan: Awaited<ReturnType<typeof planner>>;
beforeAll(async () => {
  plan = await planner(shop, { rows });
});
afterAll(() => plan.free());

function told(sql: string): string[] {
  const { context } = plan.explained(sql);
  const words = context.facts && writeWords(context.facts, context);
  if (!words) return [];
  return [
    words.summary,
    ...words.changes.map(({ sentence }) => sentence),
    ...words.foreignKeys.map(({ sentence }) => sentence),
    ...words.actions.map(({ sentence }) => sentence),
  ];
}

describe('writeWords', () => {
  const toCustomer =
    'Searches customers by its key, once for each row, to see that the customer_id of orders is there.';
  const fromLines =
    'Searches lines by index idx_lines, once for each row that is changed, to see whether a row still refers to it.';
  const fromNotes =
    'Reads all of notes: 2,000 rows, for each row that is changed, because no index begins with order_id, to see whether a row still refers to it.';
  const fromOrders =
    'Reads all of orders: 300,000 rows, for each row that is changed, because no index begins with customer_id, to see whether a row still refers to it.';

  it.each([
    [
      "insert into orders values (1, 2, '3', 4)",
      'Writes to orders and its 2 indexes; checks 1 foreign key.',
      'Puts each row into orders, and an entry for it into indexes idx_price and idx_placed.',
      toCustomer,
    ],
    [
      "insert or replace into customers values (1, 'a', 'b')",
      'Writes to customers and its index; checks 1 foreign key, 1 by reading a whole table for each row.',
      'Puts each row into customers, and an entry for it into the index of its PRIMARY KEY or UNIQUE. A row with the same key that is there already is replaced or changed.',
      fromOrders,
    ],
    [
      "insert into customers values (1, 'a', 'b') on conflict (name) do update set city = 'c'",
      'Writes to customers and its index.',
      'Puts each row into customers, and an entry for it into the index of its PRIMARY KEY or UNIQUE. A row with the same key that is there already is replaced or changed.',
    ],
    [
      'update orders set price = price + 1 where id = 3',
      'Changes orders and 1 of its 2 indexes; runs 1 trigger.',
      'Changes rows of orders; for each the old entry goes out of index idx_price, and the new one in. Index idx_placed stays as it is: no changed column is in it.',
      'Trigger tell, for each row: writes rows of log; writes rows of customers.',
    ],
    [
      'update orders set customer_id = 3 where id = 3',
      'Changes orders and none of its 2 indexes; checks 1 foreign key.',
      'Changes rows of orders in place. Indexes idx_placed and idx_price stay as they are: no changed column is in them.',
      toCustomer,
    ],
    [
      'update orders set id = 3 where id = 4',
      'Changes orders and its 2 indexes; checks 2 foreign keys, 1 by reading a whole table for each row.',
      'Changes rows of orders; for each the old entry goes out of indexes idx_price and idx_placed, and the new one in.',
      fromLines,
      fromNotes,
    ],
    [
      'update alone set b = 1',
      'Changes alone and not its index.',
      'Changes rows of alone in place. Index alone_a stays as it is: no changed column is in it.',
    ],
    [
      'delete from orders where id = 3',
      'Deletes from orders and its 2 indexes; checks 2 foreign keys, 1 by reading a whole table for each row; runs 2 foreign key actions.',
      'Takes rows out of orders, and for each its entry out of indexes idx_price and idx_placed.',
      fromLines,
      fromNotes,
      'Writes rows of notes that refer to a changed one (ON DELETE SET NULL); to find them it reads all of notes: 2,000 rows, for each row.',
      'Deletes rows of lines (and in 1 index of it) that refer to a changed one (ON DELETE CASCADE); to find them it searches lines by index idx_lines, for each row.',
    ],
    [
      'delete from kept',
      'Deletes from kept; checks 1 foreign key, 1 by reading a whole table for each row; runs 1 foreign key action.',
      'Takes rows out of kept.',
      'Reads all of keeper, for each row that is changed, because no index begins with kept_id, to see whether a row still refers to it.',
      'Reads all of keeper, for each row, and refuses the change if a row refers to it (RESTRICT).',
    ],
    [
      'delete from alone',
      'Deletes from alone and its index.',
      'Empties alone and index alone_a page by page, without visiting the rows (70 rows): there is no WHERE, and no trigger or foreign key that has to see each row.',
    ],
    [
      'delete from alone where b = 3',
      'Deletes from alone and its index.',
      'Takes rows out of alone, and for each its entry out of index alone_a.',
    ],
    [
      'delete from cheap where id = 3',
      'Changes no table itself; runs 1 trigger.',
      'Trigger cheaper, for each row: deletes rows of lines (and in 1 index of it); reads all of lines: 900,000 rows; searches orders by its key.',
    ],
  ])('%s', (sql, ...sentences) => {
    expect(told(sql)).toEqual(sentences);
  });

  it('is silent about questions', () => {
    for (const sql of [
      'select 1',
      'explain delete from alone',
      'create table x (y)',
      'pragma user_version',
    ]) {
      expect(told(sql)).toEqual([]);
    }
  });

  it('says why there are no steps', () => {
    const noSteps = (sql: string) => {
      const { nodes, context } = plan.explained(sql);
      expect(nodes).toEqual([]);
      return context.facts && writeWords(context.facts, context)?.noSteps;
    };
    expect(noSteps('insert into alone values (1, 2)')).toMatch(
      /^No rows have to be found: they stand/,
    );
    expect(noSteps('delete from alone')).toMatch(/the table is emptied as a whole/);
  });

  it.each([
    [
      'update t set a = 1, "b c" = (select max(x), y from z), [d] = d where e = 3',
      ['a', 'b c', 'd'],
    ],
    ['update t set (a, b) = (1, 2), c = 4 from u', ['a', 'b', 'c']],
    ['insert into t values (1) on conflict do update set a = excluded.a, b = 2', ['a', 'b']],
    ['delete from t where set_a = 1', []],
    ['update', []],
  ])('reads what is set: %s', (sql, columns) => {
    expect(setColumns(sql)).toEqual(columns);
  });
});
