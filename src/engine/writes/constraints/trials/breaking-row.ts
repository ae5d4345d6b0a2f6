// Finds a row that breaks one constraint and, if there is one, no other.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { SqlValue } from '../../../model/values.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { type Change, candidateChanges } from './candidate-changes.ts';
import type { GoodRows } from './good-rows.ts';
import type { RowLook, RowProbe } from './row-probe.ts';
import { rowWith, type TrialTable } from './trial-table.ts';

export type BreakingRow =
  | { kind: 'found'; row: SqlValue[]; changes: Change[]; broken: WrittenConstraint[] }
  /** No row breaks it, and for this one it does not say that it is kept. */
  | { kind: 'passes'; row: SqlValue[]; changes: Change[]; reason: string }
  | { kind: 'none'; tried: number };

/** A row takes about 30 microseconds to ask about. */
const mostCandidates = 4000;
/** Rows that break other constraints too are passed over so often. */
const mostUnclean = 600;

/** Tries candidates in their order. */
export function breakingRow(
  trial: TrialTable,
  rows: GoodRows,
  constraint: WrittenConstraint,
  probe: RowProbe,
): BreakingRow {
  let best: (BreakingRow & { kind: 'found' }) | null = null;
  let unknown: { row: SqlValue[]; changes: Change[] } | null = null;
  let tried = 0;
  let unclean = 0;
  for (const changes of candidateChanges(trial, rows, constraint)) {
    if (tried >= mostCandidates || unclean >= mostUnclean) break;
    tried++;
    const row = rowWith(trial, rows.template, changes);
    const look = lookAt(probe, row);
    if (!look) continue;
    const { broken } = look;
    if (look.unknown.includes(constraint)) unknown ??= { row, changes };
    if (!broken.includes(constraint)) continue;
    if (!best || broken.length < best.broken.length) best = { kind: 'found', row, changes, broken };
    if (broken.length === 1) break;
    unclean++;
  }
  if (best) return best;
  if (unknown) {
    const reason =
      'The expression is NULL for this row, and SQLite takes a CHECK that is NULL as kept. No row was found for which it is false.';
    return { kind: 'passes', ...unknown, reason };
  }
  const [column = ''] = constraint.columns;
  const isRowid = trial.table.columns.some(
    (each) => each.isRowidAlias && isSameName(each.name, column),
  );
  if (constraint.kind === 'not-null' && isRowid) {
    const changes = [{ column, value: null }];
    const reason = `${column} is the rowid: SQLite puts the next number in the place of NULL.`;
    return { kind: 'passes', row: rowWith(trial, rows.template, changes), changes, reason };
  }
  return { kind: 'none', tried };
}

/** Null for a row that not even a table without constraints takes: a text as the rowid. */
function lookAt(probe: RowProbe, row: readonly SqlValue[]): RowLook | null {
  try {
    return probe.look(row);
  } catch (thrown) {
    if (isSqliteError(thrown)) return null;
    throw thrown;
  }
}
