// Reads rows into memory, row by row, and ends where they are too many bytes or take too long.
// What they are read for is not known here.
import { statementLimitMs } from '../../../model/comparison/comparison.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { Bytes, Milliseconds } from '../../../model/units.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { Database } from '../../../sqlite/driver.ts';

/** The rows of one statement. Throws an EngineFailure, 'too-large' or 'time-limit', between rows. */
export type ReadRows = (database: Database, sql: string) => Iterable<SqlValue[]>;

/** Of one statement: rows, keys and new values stay in memory side by side. */
const mostBytes = 512 * 1024 * 1024;

/** Without a clock only the bytes are bounded. */
export function createReadRows(
  clock: () => Milliseconds = () => 0,
  limitBytes: Bytes = mostBytes,
): ReadRows {
  return function* read(database, sql) {
    const endsAt = clock() + statementLimitMs;
    let bytes = 0;
    const statement = database.prepare(sql);
    try {
      while (statement.step()) {
        const row = statement.row();
        for (const value of row) bytes += sizeOf(value);
        if (bytes > limitBytes) throw tooLarge(limitBytes);
        if (clock() > endsAt) throw tooSlow();
        yield row;
      }
    } finally {
      statement.free();
    }
  };
}

/** About what JavaScript takes for a value in an array. */
function sizeOf(value: SqlValue): Bytes {
  if (typeof value === 'string') return 16 + 2 * value.length;
  // Not its length: here V8 11.3 (Node 20) compiles that into code that crashes the process.
  return value instanceof Uint8Array ? 16 + value.byteLength : 16;
}

function tooLarge(limitBytes: Bytes): EngineFailure {
  const size = Math.round(limitBytes / 1024 / 1024);
  return new EngineFailure({
    code: 'too-large',
    message: `The rows to write, or their new values, take more than ${size} MB: too much to be kept in memory.`,
    hint: 'Use fewer rows, or smaller values.',
  });
}

function tooSlow(): EngineFailure {
  return new EngineFailure({
    code: 'time-limit',
    message: `Reading the rows to write, or their new values, took longer than ${statementLimitMs / 1000} s and was ended.`,
    hint: 'Use fewer rows, or an expression that takes less time.',
  });
}
