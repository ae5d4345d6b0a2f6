// How many rows of an update get another value than they have: what a unit of work sends depends on it.
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { isSameValue } from '../../techniques/unit-of-work/entity.ts';
import type { OperationJob } from './prepare-job.ts';

/** A sentence where some rows keep theirs; else null. */
export function unchangedRowsNote({ rows, columns, update }: OperationJob): string | null {
  if (!update) return null;
  const place = columns.indexOf(update.column);
  const changed = rows.filter(
    (row, at) => !isSameValue(row[place] ?? null, update.values[at] ?? null),
  ).length;
  if (changed === rows.length) return null;
  return `${changed} of ${formatCountOf(rows.length, 'row')} get another value than they have: a unit of work updates only these, all other techniques every row.`;
}
