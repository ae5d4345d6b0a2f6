// The one place where time is taken: around stepping through all rows of a statement and reading
// their columns. Preparing, entering a setup and undoing writes stay outside.
import type { Milliseconds } from '../../model/units.ts';
import type { Bindings } from '../../model/values.ts';
import type { Database, Statement } from '../../sqlite/driver.ts';

/** A query compiled inside a setup, ready to be called. */
export interface PreparedCall {
  database: Database;
  statement: Statement;
  /** A second call would find other data than the first: every call is undone before the next. */
  isUndone: boolean;
}

/** What a call does with a compiled statement. It binds first: sql.js forgets values at a reset. */
export type CallWork = (statement: Statement, binding: Bindings) => void;

/** Binds, steps to the end and reads every row; what it reads is dropped. */
export function drain(statement: Statement, binding: Bindings): void {
  statement.bind(binding);
  while (statement.step()) statement.row();
}

/** Binds and steps to the end; no column is read. */
export function stepThrough(statement: Statement, binding: Bindings): void {
  statement.bind(binding);
  while (statement.step());
}

/**
 * Calls the query with each of `bindings` in turn, `repeats` times, and returns the time of all
 * calls together. A call reads all rows, unless `work` says otherwise.
 *
 * Reads, and writes that can be repeated (canRepeat), are timed as one stretch. Other writes would
 * find other data at the second call (a DELETE nothing left, an INSERT its own row): each stands in
 * a SAVEPOINT, which is undone outside of the time, and the calls' times are added. Below the
 * clock's tick each of these is 0 or a whole tick; their sum is right on average, and its spread
 * shows in the baseline against itself.
 */
export function timeCalls(
  clock: () => Milliseconds,
  { database, statement, isUndone }: PreparedCall,
  bindings: readonly Bindings[],
  repeats: number,
  work: CallWork = drain,
): Milliseconds {
  if (isUndone) {
    let elapsedMs = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const binding of bindings) {
        elapsedMs += undone(database, () => {
          const start = clock();
          work(statement, binding);
          return clock() - start;
        });
      }
    }
    return elapsedMs;
  }
  const start = clock();
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const binding of bindings) work(statement, binding);
  }
  const elapsedMs = clock() - start;
  statement.reset();
  return elapsedMs;
}

/** Runs `work` in a savepoint inside the open transaction and takes back what it wrote. */
function undone(database: Database, work: () => Milliseconds): Milliseconds {
  database.run('SAVEPOINT call');
  const elapsedMs = work();
  database.run('ROLLBACK TO call; RELEASE call');
  return elapsedMs;
}

/**
 * One call that nobody times, undone if it writes. The first call after a setup is entered pays
 * for what is not its own: the read lock of a transaction that has not written, caches of the
 * processor that the entering has emptied. (Seen: 25 us instead of 3 for a lookup.)
 */
export function callOnce(call: PreparedCall, binding: Bindings): void {
  timeCalls(() => 0, call, [binding], 1);
}
