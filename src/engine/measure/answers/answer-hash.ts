// The answer of one execution in short: how many rows, and a hash of them that ignores their order.
// Used by every engine that executes a query, so that answers can be compared between them.
import { createRowHasher } from '../../../lib/hash/row-hash.ts';
import type { SqlValue } from '../../model/values.ts';
import { statementKind } from '../../sql/statements/statement-kind.ts';
import type { Database } from '../../sqlite/driver.ts';

export interface AnswerSummary {
  /** Rows of the answer; of an INSERT, UPDATE or DELETE the rows that it changed. */
  rowCount: number;
  /** Order-insensitive hash of all rows, real numbers to 12 significant digits. */
  resultHash: string;
}

export interface AnswerHasher {
  add(row: readonly SqlValue[]): void;
  /** To be asked right after the last step: a write's changes are read from the connection. */
  summary(database: Database): AnswerSummary;
}

/** Collects the rows of one execution of `sql`. */
export function createAnswerHasher(sql: string): AnswerHasher {
  const hasher = createRowHasher();
  return {
    add: (row) => hasher.add(row.map(comparableValue)),
    summary(database) {
      const rowsRead = hasher.rows;
      const changes = changesRows(sql) ? database.changes() : null;
      if (changes !== null) hasher.add([changes]);
      return { rowCount: changes ?? rowsRead, resultHash: hasher.digest() };
    },
  };
}

// SQLite keeps the count of the last write: after anything else it is that of entering the setup.
function changesRows(sql: string): boolean {
  return ['insert', 'update', 'delete'].includes(statementKind(sql));
}

/**
 * Real numbers are compared by 12 significant digits: sum() and avg() over rows in another order
 * may differ in the last bits, and that is the same answer.
 */
export function comparableValue(value: SqlValue): SqlValue {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Number(value.toPrecision(12));
}
