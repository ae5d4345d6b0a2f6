import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sqlSnippet } from '../sql-text.testing.ts';
import { isDeterministicText } from './deterministic-text.ts';

test.each([
  'SELECT random FROM t',
  'SELECT \'random()\', "current_date" FROM t -- random()',
  'SELECT date(placed), current_day FROM t',
  "SELECT strftime('%Y', placed) FROM t",
  "SELECT 'now'",
  'UPDATE t SET a = abs(b)',
])('the data alone decides the answer of %s', (sql) => {
  expect(isDeterministicText(sql)).toBe(true);
});

test.each([
  'SELECT * FROM t ORDER BY random()',
  'SELECT "RANDOM" ( )',
  'SELECT hex(randomBlob(4))',
  'SELECT current_timestamp',
  "SELECT datetime('now')",
  "SELECT date(' NOW ', '-1 day')",
  'SELECT julianday( /* the present */ )',
  "SELECT strftime('%s')",
  'SELECT changes()',
])('chance, the clock or the connection decide the answer of %s', (sql) => {
  expect(isDeterministicText(sql)).toBe(false);
});

test('views of the schema are seen through', () => {
  const schema = `
    CREATE TABLE t(id);
    CREATE VIEW plain AS SELECT * FROM t;
    CREATE VIEW IF NOT EXISTS main."Lucky" AS SELECT *, random() AS r FROM t;
    CREATE VIEW shown AS SELECT id FROM lucky;`;
  expect(isDeterministicText('SELECT * FROM plain', schema)).toBe(true);
  expect(isDeterministicText('SELECT * FROM LUCKY', schema)).toBe(false);
  expect(isDeterministicText('SELECT * FROM [shown]', schema)).toBe(false);
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(sqlSnippet, sqlSnippet, (sql, schema) => {
      expect(typeof isDeterministicText(sql, schema)).toBe('boolean');
    }),
  );
});
