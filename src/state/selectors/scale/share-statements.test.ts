import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  RangeOperator,
  RangeParameter,
} from '../../../engine/sql/parameters/range-parameters.ts';
import type { Database } from '../../../engine/sqlite/driver.ts';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import {
  countStatements,
  extremeStatement,
  keptRowsScript,
  quantileStatement,
  toLiteral,
} from './share-statements.ts';

const driver = await loadTestDriver();

function tableOf(values: readonly (number | string | null)[]): Database {
  const database = driver.open();
  database.run('CREATE TABLE "a table"("a column")');
  for (const value of values) {
    database.all('INSERT INTO "a table" VALUES (:value)', { ':value': value });
  }
  return database;
}

function rangeOf(operator: RangeOperator, restriction: string | null = null): RangeParameter {
  const [table, column] = ['a table', 'a column'];
  return { name: ':p', table, column, operator, partner: null, restriction };
}

/** The values for these shares, each with the rows that it keeps. */
function valuesAt(database: Database, range: RangeParameter, shares: number[]) {
  const [total, kept] = countStatements(range)
    .split(';')
    .slice(0, 2)
    .map((sql) => Number(database.all(sql)[0]?.[0]));
  const counts = { total: total ?? 0, kept: kept ?? 0 };
  const values = database
    .all(quantileStatement(range, shares, counts))
    .map(([value]) => toLiteral(value));
  const { sql, parameters } = keptRowsScript(
    range,
    values.map((value) => value ?? null),
  );
  return sql.split('\n').map((statement, at) => {
    const value = values[at];
    expect(parameters[at]).toEqual({
      name: `:value${at}`,
      generator: { kind: 'constant', value },
    });
    const rows = Number(database.all(statement, { [`:value${at}`]: value ?? null })[0]?.[0]);
    return { value, rows };
  });
}

test.each(['<', '<=', '>', '>='] as const)(
  'distinct values keep exactly the share asked: %s',
  (operator) => {
    const database = tableOf(Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1000));
    const found = valuesAt(database, rangeOf(operator), [0.001, 0.01, 0.1, 0.5]);
    expect(found.map(({ rows }) => rows)).toEqual([1, 10, 100, 500]);
    const [whole] = valuesAt(database, rangeOf(operator), [1]);
    expect(whole?.rows).toBeGreaterThanOrEqual(999);
    database.close();
  },
);

test('NULLs are never kept, and a literal bound of BETWEEN limits what can be', () => {
  const database = tableOf([null, null, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(valuesAt(database, rangeOf('<='), [0.2, 1])).toEqual([
    { value: 2, rows: 2 },
    { value: 8, rows: 8 },
  ]);
  expect(valuesAt(database, rangeOf('<=', '"a column" >= 5'), [0.1, 1])).toEqual([
    { value: 5, rows: 1 },
    { value: 8, rows: 4 },
  ]);
  expect(database.all(extremeStatement(rangeOf('<=')))).toEqual([[1]]);
  expect(database.all(extremeStatement(rangeOf('>=')))).toEqual([[8]]);
  database.close();
});

test('of any column, more selective values come first and none keeps more than asked and its ties', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom('a', 'b', 'c'));
  const operators = fc.constantFrom<RangeOperator>('<', '<=', '>', '>=');
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), operators, (values, operator) => {
      const database = tableOf(values);
      const found = valuesAt(database, rangeOf(operator), [0.01, 0.1, 0.5, 1]);
      const rows = found.map((each) => each.rows);
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
      expect(found.length).toBeGreaterThanOrEqual(1);
      for (const each of found) expect(values).toContain(each.value);
      database.close();
    }),
    { numRuns: 40 },
  );
});

test('blobs and integers beyond numbers are no literals', () => {
  expect(toLiteral(new Uint8Array(2))).toBeUndefined();
  expect(toLiteral(2n ** 60n)).toBeUndefined();
  expect(toLiteral(null)).toBeNull();
});
