// What SQLite answers to EXPLAIN: compiles a statement and executes nothing of it.
// How the rows are read stands where they are asked for.
import type { SqlValue } from '../model/values.ts';
import { splitStatements } from '../sql/statements/split-statements.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { PlacedError } from '../sqlite/placed-error.ts';

/**
 * The rows for the first statement of `sql`. EXPLAIN gives the bytecode: addr, opcode, p1, p2, p3,
 * p4, p5, comment; EXPLAIN QUERY PLAN gives id, parent, cost, detail. Throws SQLite's error when it
 * does not compile.
 */
export function explainRows(
  database: Database,
  question: 'EXPLAIN' | 'EXPLAIN QUERY PLAN',
  sql: string,
  binding: Binding = [],
): SqlValue[][] {
  // SQLite reads over empty statements in front of one, but not behind EXPLAIN.
  const text = sql.slice(splitStatements(sql)[0]?.start ?? 0);
  try {
    return database.all(`${question} ${text}`, binding);
  } catch (thrown) {
    if (!(thrown instanceof PlacedError)) throw thrown;
    const offset = thrown.offset - question.length - 1 + sql.length - text.length;
    throw new PlacedError(thrown.message, sql, offset);
  }
}
