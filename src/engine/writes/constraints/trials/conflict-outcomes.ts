// One statement with a bad row among good ones, under each conflict clause, and what stays of it.
// Everything is counted by key while the transaction is open, then taken back.
import { toEngineError } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import {
  type ConflictClause,
  type ConflictOutcome,
  conflictClauses,
} from '../../../model/writes/constraint-trial.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import type { GoodRows } from './good-rows.ts';
import { countAll, countKept, insertRows, type TrialTable } from './trial-table.ts';

/**
 * Tries all clauses. `isDeferred`: the constraint is checked at COMMIT, so COMMIT is tried as well
 * where the bad row got in.
 */
export function conflictOutcomes(
  trial: TrialTable,
  rows: GoodRows,
  bad: readonly SqlValue[],
  isDeferred: boolean,
): ConflictOutcome[] {
  const total = countAll(trial);
  return conflictClauses.map((clause) =>
    outcomeOf(trial, rows, bad, { clause, isDeferred, total }),
  );
}

/** SQLite's message when the row is inserted by itself; null when it is taken. Nothing stays. */
export function singleMessage(
  trial: TrialTable,
  bad: readonly SqlValue[],
  isDeferred: boolean,
): string | null {
  const { database } = trial;
  database.run('BEGIN');
  try {
    // The constraint's own conflict clause, which might skip the row silently, is overridden.
    return (
      messageOf(() => insertRows(trial, 'ABORT', [bad])) ??
      (isDeferred ? commitMessage(trial) : null)
    );
  } finally {
    takeBack(database);
  }
}

function outcomeOf(
  trial: TrialTable,
  { earlier, before, after }: GoodRows,
  bad: readonly SqlValue[],
  { clause, isDeferred, total }: { clause: ConflictClause; isDeferred: boolean; total: number },
): ConflictOutcome {
  const { database } = trial;
  database.run('BEGIN');
  let isTransactionOpen = false;
  try {
    for (const row of earlier) insertRows(trial, 'ABORT', [row]);
    const atStatement = messageOf(() => insertRows(trial, clause, [...before, bad, ...after]));
    // Rows that triggers or foreign keys wrote or deleted do not count here.
    const inserted = atStatement === null ? database.changes() : 0;
    const atCommit = atStatement === null && isDeferred ? commitMessage(trial) : null;
    const earlierKept = countKept(trial, earlier);
    const beforeKept = countKept(trial, before);
    const afterKept = countKept(trial, after);
    const isBadRowIn = inserted > beforeKept + afterKept;
    const expected = total + earlierKept + beforeKept + afterKept + Number(isBadRowIn);
    // No other clause deletes rows; counting all of a large table takes its time.
    const replaced = clause === 'REPLACE' ? Math.max(0, expected - countAll(trial)) : 0;
    isTransactionOpen = takeBack(database);
    return {
      clause,
      message: atStatement ?? atCommit,
      earlierKept,
      beforeKept,
      afterKept,
      isBadRowIn,
      replaced,
      isTransactionOpen,
      ...(atCommit !== null && { isAtCommit: true as const }),
    };
  } finally {
    if (!isTransactionOpen) takeBack(database);
  }
}

/** What COMMIT says. It is not tried when no foreign key is broken: then it would succeed. */
function commitMessage({ database, table }: TrialTable): string | null {
  const broken = database.all(`PRAGMA main.foreign_key_check(${quoteName(table.name)})`);
  return broken.length === 0 ? null : messageOf(() => database.run('COMMIT'));
}

function messageOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    return toEngineError(thrown).message;
  }
}

/** True when a transaction was open. */
function takeBack(database: Database): boolean {
  return messageOf(() => database.run('ROLLBACK')) === null;
}
