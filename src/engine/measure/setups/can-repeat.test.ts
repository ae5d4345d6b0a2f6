import { expect, test } from 'vitest';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { canRepeat } from './can-repeat.ts';

const driver = await loadTestDriver();

function items() {
  const database = driver.open();
  database.run(`
    CREATE TABLE items (id INTEGER PRIMARY KEY, price REAL, state TEXT DEFAULT 'new');
    INSERT INTO items (price) VALUES (1), (2), (3);
  `);
  return database;
}

test.each([
  ['UPDATE items SET price = price + 1 WHERE id = :id', true],
  ['INSERT INTO items (price) VALUES (:id)', true],
  ['DELETE FROM items WHERE id = :id', false],
  ["UPDATE items SET state = 'old' WHERE state = 'new'", false],
  ['INSERT INTO items (id) VALUES (:id + 100)', false],
  ['UPDATE OR ROLLBACK items SET id = 1 WHERE id = 2', false],
])('%s', (sql, expected) => {
  const database = items();
  const before = database.all('SELECT * FROM items');
  expect(canRepeat(database, sql, [{ ':id': 1 }, { ':id': 2 }])).toBe(expected);
  expect(database.all('SELECT * FROM items')).toEqual(before);
  database.close();
});
