import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../words.testing.ts';
import { setColumns } from './write-text.ts';
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
CREATE TABLE named (a TEXT PRIMARY KEY, b UNIQUE, c);
CREATE INDEX named_c ON named (c);
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
CREATE TABLE parents (id INTEGER PRIMARY KEY, code TEXT UNIQUE, note);
CREATE TABLE children (
  parent_id INTEGER REFERENCES parents (id), code TEXT REFERENCES parents (code), note
);
CREATE INDEX children_parent ON children (parent_id);
CREATE TABLE source (n);
CREATE TABLE keyed (a, b, note, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE unique_codes (id INTEGER PRIMARY KEY, code UNIQUE, note);
CREATE TABLE keyless_index (id INTEGER PRIMARY KEY, note);
CREATE TABLE itself (id INTEGER PRIMARY KEY, up REFERENCES itself DEFERRABLE INITIALLY DEFERRED);
CREATE VIEW cheap AS SELECT id, price FROM orders WHERE price < 10;
CREATE VIRTUAL TABLE ft USING fts4(body);
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

  it.each([
    [
      "insert into orders values (1, 2, '3', 4)",
      'Writes to orders and its 2 indexes; checks 1 foreign key.',
      'Puts each row into orders, and an entry for it into indexes idx_price and idx_placed.',
      toCustomer,
    ],
    [
      "insert or replace into customers values (1, 'a', 'b')",
      'Writes to customers and its index; checks 1 foreign key, 1 by reading a whole table for each row that is replaced.',
      'Puts each row into customers, and an entry for it into the index of its PRIMARY KEY or UNIQUE. A row with the same key that is there already goes (OR REPLACE).',
      'Reads all of orders: 300,000 rows, for each row that is replaced, and for no other, because no index begins with customer_id, to see whether a row still refers to it.',
    ],
    [
      "insert into customers values (1, 'a', 'b') on conflict (name) do update set city = 'c'",
      'Writes to customers and its index.',
      'Puts each row into customers, and an entry for it into the index of its PRIMARY KEY or UNIQUE. A row with the same key that is there already is changed instead (ON CONFLICT).',
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
      'Changes rows of orders: each goes out of the table and comes in again, under its new key, and with it its entry in indexes idx_price and idx_placed.',
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

  it.each([
    [
      // A row of a parent alone can only mend references: nothing is read while all are whole.
      'insert into parents select n, n, n from source',
      'Writes to parents and its index; checks 2 foreign keys, only while a reference leads nowhere.',
      'Puts each row into parents, and an entry for it into the index of its PRIMARY KEY or UNIQUE.',
      'Only while a reference leads nowhere: searches children by index children_parent for each row, to see whether one of its rows waits for the new one.',
      'Only while a reference leads nowhere: reads all of children for each row, because no index begins with code, to see whether one of its rows waits for the new one.',
    ],
    [
      // Each key by its own columns: one has an index, the other has none.
      'delete from parents where id = 3',
      'Deletes from parents and its index; checks 2 foreign keys, 1 by reading a whole table for each row.',
      'Takes rows out of parents, and for each its entry out of the index of its PRIMARY KEY or UNIQUE.',
      'Searches children by index children_parent, once for each row that is changed, to see whether a row still refers to it.',
      'Reads all of children, for each row that is changed, because no index begins with code, to see whether a row still refers to it.',
    ],
    [
      'insert into children values (1, 2, 3)',
      'Writes to children and its index; checks 2 foreign keys.',
      'Puts each row into children, and an entry for it into index children_parent.',
      'Searches parents by its key, once for each row, to see that the parent_id of children is there.',
      'Searches parents by the index of its PRIMARY KEY or UNIQUE, once for each row, to see that the code of children is there.',
    ],
    [
      'update children set code = 3',
      'Changes children and not its index; checks 1 foreign key.',
      'Changes rows of children in place. Index children_parent stays as it is: no changed column is in it.',
      'Searches parents by the index of its PRIMARY KEY or UNIQUE, once for each row, to see that the code of children is there.',
    ],
    [
      'update parents set rowid = 7 where id = 3',
      'Changes parents and its index; checks 1 foreign key.',
      'Changes rows of parents: each goes out of the table and comes in again, under its new key, and with it its entry in the index of its PRIMARY KEY or UNIQUE.',
      'Searches children by index children_parent, once for each row that is changed, to see whether a row still refers to it.',
    ],
    ['update keyed set note = 1 where a = 2', 'Changes keyed.', 'Changes rows of keyed in place.'],
    [
      'update keyed set b = 1 where a = 2',
      'Changes keyed.',
      'Changes rows of keyed: each goes out of the table and comes in again, under its new key.',
    ],
    [
      'update or replace unique_codes set code = 3 where id = 2',
      'Changes unique_codes and its index.',
      'Changes rows of unique_codes; for each the old entry goes out of the index of its PRIMARY KEY or UNIQUE, and the new one in. Other rows that have the key of a changed one go (OR REPLACE).',
    ],
    [
      'update or replace unique_codes set note = 3 where id = 2',
      'Changes unique_codes and not its index.',
      'Changes rows of unique_codes in place. The index of its PRIMARY KEY or UNIQUE stays as it is: no changed column is in it.',
    ],
    [
      'replace into keyless_index values (1, 2)',
      'Writes to keyless_index.',
      'Puts each row into keyless_index. A row with the same key that is there already goes (OR REPLACE).',
    ],
    [
      'insert into itself values (1, 2)',
      'Writes to itself; checks 1 foreign key; checks 1 other, only while a reference leads nowhere.',
      'Puts each row into itself.',
      'Searches itself by its key, once for each row, to see that the up of itself is there.',
      'Only while a reference leads nowhere: reads all of itself for each row, because no index begins with up, to see whether one of its rows waits for the new one.',
    ],
  ])('tells each key and each row by what the program does: %s', (sql, ...sentences) => {
    expect(told(sql)).toEqual(sentences);
  });

  it('does not take a virtual table for none', () => {
    const said = 'Changes the virtual table ft; its own code decides what it writes.';
    expect(told("INSERT INTO ft (body) VALUES ('x')")).toEqual([said]);
    expect(told("UPDATE ft SET body = 'y' WHERE body MATCH 'x'")).toEqual([said]);
    expect(told('DELETE FROM main."ft"')).toEqual([said]);
  });

  it('takes no index of the SELECT for the way of a foreign key check', () => {
    expect(told("INSERT INTO lines SELECT 1, id, 2 FROM orders WHERE placed = 'today'")).toContain(
      'Searches orders by its key, once for each row, to see that the order_id of lines is there.',
    );
  });

  it('says which indexes are those of keys', () => {
    expect(told("INSERT INTO named VALUES ('a', 1, 2)")).toContain(
      'Puts each row into named, and an entry for it into index named_c and the 2 indexes of its keys.',
    );
    expect(told('INSERT INTO customers VALUES (1, 2, 3)').join(' ')).toMatch(
      /an entry for it into the index of its PRIMARY KEY or UNIQUE\./,
    );
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
