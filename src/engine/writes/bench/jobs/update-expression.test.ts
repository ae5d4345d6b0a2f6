import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EngineFailure } from '../../../model/errors.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import { rowKeyOf } from '../../../sql/tables/row-key.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { checkUpdate, newValuesSql } from './update-expression.ts';

const database = (await loadTestDriver()).open();
database.run(`
  CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL, name TEXT, twice REAL AS (price * 2));
  INSERT INTO t (id, price, name) VALUES (1, 2.5, 'a'), (2, 5, 'b');
`);
const [table] = readSchema(database).tables;
if (!table) throw new Error('no table');
const key = rowKeyOf(table);

const check = (expression: string, column = 'price') =>
  checkUpdate(database, table, key, { column, expression });

test.each([
  'price * 1.1',
  'price + 1 -- a little more',
  '/* all */ upper(name)',
  '(SELECT max(price) FROM t)',
  'CASE WHEN price > 3 THEN 1 ELSE (2) END',
  "')'",
])('takes %s', (expression) => {
  expect(check(expression, 'PRICE')).toEqual({ column: 'price', expression });
  expect(database.all(newValuesSql(table, expression))).toHaveLength(2);
});

test.each([
  ['', 'empty'],
  ['-- nothing', 'empty'],
  ['price *', 'price *'],
  ['1) --', 'never opened'],
  ['price) FROM t; DELETE FROM t; SELECT (1', 'never opened'],
  ['(price', 'never closed'],
  ['1; DELETE FROM t', 'more than one'],
  ['1 /* and', 'never closed'],
  ["'open", 'cannot read'],
  [':value', 'Nothing is bound to :value'],
  ['1, 2', '1, 2'],
  ['max(price)', 'aggregate'],
  ['row_number() OVER ()', 'window'],
  ['colour', 'no column "colour"'],
])('refuses %s', (expression, message) => {
  expect(() => check(expression)).toThrow(message);
  expect(() => check(expression)).toThrow(EngineFailure);
});

test.each([
  ['nothing', 'has no column "nothing"'],
  ['twice', 'generated'],
  ['id', 'found by'],
])('refuses the column %s', (column, message) => {
  expect(() => check('1', column)).toThrow(message);
});

test('whatever is written, it is refused in words or has one value for each row', () => {
  const piece = fc.constantFrom(
    ...[
      '(',
      ')',
      '1',
      'price',
      ',',
      ';',
      '--',
      '/*',
      '*/',
      "'",
      '"',
      ' ',
      '\n',
      'FROM t',
      '+',
      'SELECT',
      '?',
      'AS x',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const expression = pieces.join('');
      try {
        check(expression);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(EngineFailure);
        return;
      }
      expect(database.prepare(newValuesSql(table, expression)).columns).toHaveLength(1);
      expect(database.all(newValuesSql(table, expression))).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
  expect(database.all('SELECT count(*), sum(price) FROM t')).toEqual([[2, 7.5]]);
});
