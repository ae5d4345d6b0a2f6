// One statement, executed through hooks: what watches or answers statements stands on these.
// What a hook is for (log, result cache, ...) is written where that is.
import type { StatementTime } from '../model/database/run.ts';
import type { Bytes, Milliseconds } from '../model/units.ts';
import type { SqlValue } from '../model/values.ts';
import { statementKind } from '../sql/statements/statement-kind.ts';
import type { Binding, Database, Statement } from './driver.ts';

/** A statement about to be executed. */
export interface StatementCall {
  readonly sql: string;
  readonly binding: Binding;
}

export interface StatementResult {
  columns: string[];
  /** The rows kept, at most as many as were asked for. */
  rows: SqlValue[][];
  /** All rows that came. */
  rowCount: number;
  isTruncated: boolean;
  /** Rows inserted, updated or deleted by this statement. */
  changes: number;
  time: StatementTime;
}

/** How a call ended. `answeredBy` is null when SQLite executed it. */
export type CallOutcome =
  | { status: 'done'; result: StatementResult; answeredBy: StatementHook | null }
  | { status: 'failed'; thrown: unknown };

/**
 * Hooks stand in front of a statement like layers, the first outermost: `before` is asked from the
 * first to the last until one answers; `after` is told to those that let the call pass, from the
 * last to the first. So a log before a cache sees every call, a log behind it only the misses.
 */
export interface StatementHook {
  /** Answers the call in SQLite's place, or lets it pass with null. */
  before?(call: StatementCall): StatementResult | null;
  after?(call: StatementCall, outcome: CallOutcome): void;
}

export interface ExecuteOptions {
  hooks?: readonly StatementHook[];
  /** A monotonic clock (Platform.now). */
  clock: () => Milliseconds;
  /** Rows to keep; those beyond are stepped over and counted, their columns are not read. */
  keep: number;
  /** Memory for kept rows, counted down as they come; the first row is kept in any case. */
  room?: { bytes: Bytes };
  /** The call's statement, if it is compiled already, and what compiling took. Not freed here. */
  prepared?: { statement: Statement; prepareMs: Milliseconds };
}

/**
 * Executes one statement to its end. Times are taken around compiling, stepping and reading the
 * columns of kept rows; a hook's answer has the times that the hook says. Throws what SQLite throws.
 */
export function executeStatement(
  database: Database,
  call: StatementCall,
  options: ExecuteOptions,
): StatementResult {
  const hooks = options.hooks ?? [];
  let passed = 0;
  const tell = (outcome: CallOutcome) => {
    for (let index = passed - 1; index >= 0; index--) hooks[index]?.after?.(call, outcome);
  };
  for (const hook of hooks) {
    const result = hook.before?.(call);
    if (result) {
      tell({ status: 'done', result, answeredBy: hook });
      return result;
    }
    passed++;
  }
  let result: StatementResult;
  try {
    result = execute(database, call, options);
  } catch (thrown) {
    tell({ status: 'failed', thrown });
    throw thrown;
  }
  tell({ status: 'done', result, answeredBy: null });
  return result;
}

function execute(
  database: Database,
  call: StatementCall,
  { clock, keep, room, prepared }: ExecuteOptions,
): StatementResult {
  const start = clock();
  const statement = prepared?.statement ?? database.prepare(call.sql);
  const prepareMs = prepared?.prepareMs ?? clock() - start;
  try {
    statement.bind(call.binding);
    const rows: SqlValue[][] = [];
    let fetchMs = 0;
    let rowCount = 0;
    const begin = clock();
    while (statement.step()) {
      if (rowCount++ >= keep || (room && room.bytes <= 0 && rows.length > 0)) continue;
      const stepped = clock();
      const row = statement.row();
      rows.push(row);
      if (room) room.bytes -= sizeOf(row);
      fetchMs += clock() - stepped;
    }
    const executeMs = Math.max(0, clock() - begin - fetchMs);
    return {
      columns: statement.columns,
      rows,
      rowCount,
      isTruncated: rowCount > rows.length,
      changes: isWrite(call.sql) ? database.changes() : 0,
      time: { prepareMs, executeMs, fetchMs },
    };
  } finally {
    if (!prepared) statement.free();
  }
}

// Estimated: a JavaScript string takes one or two bytes a character, a cell 8 in its array.
function sizeOf(row: readonly SqlValue[]): Bytes {
  let bytes = 0;
  for (const value of row) {
    bytes += 8;
    if (typeof value === 'string') bytes += 2 * value.length;
    else if (value instanceof Uint8Array) bytes += value.byteLength;
  }
  return bytes;
}

// SQLite keeps the count of the last write: after anything else it says nothing of this statement.
function isWrite(sql: string): boolean {
  const kind = statementKind(sql);
  return kind === 'insert' || kind === 'update' || kind === 'delete';
}
