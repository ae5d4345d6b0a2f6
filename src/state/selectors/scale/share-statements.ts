// Statements that find the values of a column which keep a given share of a table's rows.
// Pure: text and numbers; who runs the statements stands in commands.
import type { Parameter } from '../../../engine/model/playground.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import type { LiteralValue, SqlValue } from '../../../engine/model/values.ts';
import type { RangeParameter } from '../../../engine/sql/parameters/range-parameters.ts';
import { quoteName } from '../../../engine/sql/quote-name.ts';

/** Rows of the table, and those that any value of the parameter can keep: two results. */
export function countStatements(range: RangeParameter): string {
  const table = quoteName(range.table);
  return `SELECT count(*) FROM ${table}; SELECT count(*) FROM ${table} WHERE ${eligible(range)};`;
}

/**
 * The values at these shares of `total` rows, most selective first. Rows that compare equal come
 * or go together, so the share that a value really keeps has to be counted.
 */
export function quantileStatement(
  range: RangeParameter,
  shares: readonly Fraction[],
  { total, kept }: { total: number; kept: number },
): string {
  const [column, table] = [quoteName(range.column), quoteName(range.table)];
  const direction = range.operator.startsWith('>') ? 'DESC' : 'ASC';
  // A value keeps what lies before it, with >= and <= itself too.
  const beyond = range.operator.endsWith('=') ? 0 : 1;
  const positions = shares.map((share) =>
    Math.min(kept, Math.max(1, Math.round(share * total) + beyond)),
  );
  return `SELECT value FROM (
  SELECT ${column} AS value, row_number() OVER (ORDER BY ${column} ${direction}) AS position
  FROM ${table} WHERE ${eligible(range)}
) WHERE position IN (${[...new Set(positions)].join(', ')}) ORDER BY position`;
}

/** How many rows each value keeps: one result for each, in order. */
export function keptRowsScript(
  range: RangeParameter,
  values: readonly LiteralValue[],
): { sql: string; parameters: Parameter[] } {
  const [column, table] = [quoteName(range.column), quoteName(range.table)];
  const condition = range.restriction === null ? '' : ` AND ${range.restriction}`;
  const statements = values.map(
    (_, at) =>
      `SELECT count(*) FROM ${table} WHERE ${column} ${range.operator} :value${at}${condition};`,
  );
  return {
    sql: statements.join('\n'),
    parameters: values.map((value, at) => constant(`:value${at}`, value)),
  };
}

/** The least or the greatest value: what the other bound of a BETWEEN is set to. */
export function extremeStatement({ column, table, operator }: RangeParameter): string {
  const extreme = operator.startsWith('<') ? 'min' : 'max';
  return `SELECT ${extreme}(${quoteName(column)}) FROM ${quoteName(table)}`;
}

export function constant(name: string, value: LiteralValue): Parameter {
  return { name, generator: { kind: 'constant', value } };
}

/** The value as a parameter's constant; undefined for blobs and integers that numbers cannot hold. */
export function toLiteral(value: SqlValue | undefined): LiteralValue | undefined {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return undefined;
}

function eligible({ column, restriction }: RangeParameter): string {
  const isThere = `${quoteName(column)} IS NOT NULL`;
  return restriction === null ? isThere : `${isThere} AND ${restriction}`;
}
