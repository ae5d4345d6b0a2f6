// Values as text that ends in the table as the bound value does, so that all techniques agree.
// Keeps to what the drivers bind: 32-bit integers as integers, other numbers as reals, bigints as
// text, which every affinity but that of a column without type turns back.
import type { Affinity } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { sqlLiteral } from '../../../sql/sql-literal.ts';

/** True for numbers that drivers bind as an integer. -0 is one of them: it becomes 0. */
export function isBoundAsInteger(value: number): boolean {
  return value === (value | 0);
}

/** The value as an SQL literal for a column of this affinity. */
export function boundLiteral(value: SqlValue, affinity: Affinity): string {
  if (typeof value === 'number') return sqlLiteral(value, !isBoundAsInteger(value));
  if (typeof value === 'bigint' && affinity === 'blob') return `'${value}'`;
  return sqlLiteral(value, false);
}
