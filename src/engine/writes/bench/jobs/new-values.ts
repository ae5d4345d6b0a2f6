// The values that an update gives its rows, as an application would bind them: one for each row, so
// that techniques of single rows write what the one statement over all of them writes.
import type { Column, Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { UpdateSetting } from '../../../model/writes/writes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { isBoundAsInteger } from '../../techniques/parts/bound-literal.ts';
import { isSameValue } from '../../techniques/unit-of-work/entity.ts';
import type { ReadRows } from './read-rows.ts';
import { newValueName, newValuesSql } from './update-expression.ts';

/**
 * `tail`: the order and number of the rows. Throws an EngineFailure when the expression fails for a
 * row, gives other values each time, or gives numbers that cannot be bound.
 */
export function readNewValues(
  database: Database,
  table: Table,
  { column, expression }: UpdateSetting,
  tail: string,
  read: ReadRows,
): SqlValue[] {
  const told = `The new value "${expression}" of ${column}`;
  const target = table.columns.find(({ name }) => name === column);
  if (isOfTheMoment(database, table, expression)) throw ofTheMoment(told);
  const sql = boundValuesSql(newValuesSql(table, expression) + tail, target);
  try {
    const values: SqlValue[] = [];
    for (const [value = null, type] of read(database, sql)) {
      if (target?.affinity === 'blob' && !isBindable(value, type)) {
        throw notBindable(told, column, value, type);
      }
      values.push(value);
    }
    let at = 0;
    for (const [value = null] of read(database, sql)) {
      if (!isSameValue(value, values[at++] ?? null)) throw ofTheMoment(told);
    }
    return values;
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    throw new EngineFailure({
      code: 'sql-failed',
      message: `${told} fails for a row: ${thrown.message}.`,
      hint: 'Write an expression that has a value for every row.',
    });
  }
}

/**
 * A number becomes text as the column makes it: once it is read, 2.0 cannot be told from 2. Other
 * affinities store what is bound as they store the expression's value.
 */
function boundValuesSql(values: string, target: Column | undefined): string {
  const value =
    target?.affinity === 'text'
      ? `CASE WHEN typeof(${newValueName}) IN ('integer', 'real') THEN CAST(${newValueName} AS TEXT) ELSE ${newValueName} END`
      : newValueName;
  return `SELECT ${value}, typeof(${newValueName}) FROM (${values})`;
}

/**
 * SQLite knows its functions of time, chance and state, and refuses them in a generated column; some
 * of them only for a row. What it cannot judge there (a subquery) is no such expression here.
 */
function isOfTheMoment(database: Database, table: Table, expression: string): boolean {
  const copy = `temp.${quoteName(table.name)}`;
  const names = table.columns.map(({ name }) => quoteName(name)).join(', ');
  try {
    database.run(`CREATE TABLE ${copy} (${names}, ${newValueName} AS (\n${expression}\n));
      INSERT INTO ${copy} (${names}) SELECT ${names} FROM main.${quoteName(table.name)} LIMIT 1;
      CREATE INDEX temp.sqldyno_index ON ${quoteName(table.name)} (${newValueName});`);
    return false;
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    return /non-deterministic/.test(thrown.message);
  } finally {
    database.run(`DROP TABLE IF EXISTS ${copy}`);
  }
}

/** Whether a column that converts nothing gets the same value when it is bound. */
function isBindable(value: SqlValue, type: SqlValue | undefined): boolean {
  const isInteger = typeof value === 'number' && isBoundAsInteger(value);
  return type === 'integer' ? isInteger : type !== 'real' || !isInteger;
}

function ofTheMoment(told: string): EngineFailure {
  return new EngineFailure({
    code: 'sql-invalid',
    message: `${told} gives other values each time: it depends on the time, on chance, or on what was written before.`,
    hint: 'Write an expression over the row alone, such as price * 1.1 or upper(name).',
  });
}

function notBindable(
  told: string,
  column: string,
  value: SqlValue,
  type: SqlValue | undefined,
): EngineFailure {
  const what = type === 'real' ? `the real ${value}.0` : `the integer ${value}`;
  return new EngineFailure({
    code: 'sql-invalid',
    message: `${told} gives ${what}, which JavaScript cannot bind as such, and ${column} has no type that would convert it: techniques would store different values.`,
    hint: `Declare a type for ${column}, or write another expression.`,
  });
}
