// Executes statements many times, as an application would: prepare once, bind, step, reset, free.
// Returns how often it executed; knows neither transactions nor what is written.
import type { SqlValue } from '../../../model/values.ts';
import type { Database, Statement } from '../../../sqlite/driver.ts';
import type { WriteJob } from '../../write-job.ts';

/** Rows between two looks at the limit. */
export const rowsPerLook = 1000;

/** Executes one statement for each row, with the values that `binding` gives for it. */
export function executeEach(
  database: Database,
  { checkLimit }: Pick<WriteJob, 'checkLimit'>,
  sql: string,
  rows: number,
  binding: (row: number) => readonly SqlValue[],
): number {
  const statement = database.prepare(sql);
  try {
    for (let row = 0; row < rows; row++) {
      if (row % rowsPerLook === 0) checkLimit();
      execute(statement, binding(row));
    }
    return rows;
  } finally {
    statement.free();
  }
}

/** Rows in one execution: the first, and the one behind the last. */
interface Batch {
  sql(rows: number): string;
  binding(from: number, to: number): readonly SqlValue[];
}

/**
 * Executes one statement for each `size` rows, and another one for the rest. Each of the two is
 * compiled once.
 */
export function executeBatches(
  database: Database,
  { checkLimit }: Pick<WriteJob, 'checkLimit'>,
  rows: number,
  size: number,
  batch: Batch,
): number {
  let statement: Statement | null = null;
  let compiledFor = 0;
  let executions = 0;
  let nextLook = 0;
  try {
    for (let from = 0; from < rows; from += size) {
      if (from >= nextLook) {
        checkLimit();
        nextLook = from + rowsPerLook;
      }
      const count = Math.min(size, rows - from);
      if (!statement || count !== compiledFor) {
        statement?.free();
        statement = null;
        statement = database.prepare(batch.sql(count));
        compiledFor = count;
      }
      execute(statement, batch.binding(from, from + count));
      executions++;
    }
    return executions;
  } finally {
    statement?.free();
  }
}

/** Executes a statement once. */
export function executeOnce(
  database: Database,
  sql: string,
  binding: readonly SqlValue[] = [],
): number {
  const statement = database.prepare(sql);
  try {
    execute(statement, binding);
    return 1;
  } finally {
    statement.free();
  }
}

function execute(statement: Statement, binding: readonly SqlValue[]): void {
  statement.bind(binding);
  statement.step();
  statement.reset();
}
