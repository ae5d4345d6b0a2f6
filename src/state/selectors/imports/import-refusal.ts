// Why a file cannot be taken in as decided: the sentence beside the button.

import { foldName } from '../../../lib/sql-name.ts';
import { isBusy } from '../../activity.ts';
import type { ImportState, RowsChoice } from '../../import-store.ts';
import type { Activity } from '../../runs-store.ts';

/** Null when nothing stands in the way. */
export function importRefusal(
  { rows, isReading }: Extract<ImportState, { status: 'ready' }>,
  activity: Activity,
): string | null {
  if (isReading) return 'Reading the file again…';
  return decisionRefusal(rows) ?? (isBusy(activity) ? busyWords : null);
}

const busyWords = 'The engine is at work: wait, or press Stop.';

function decisionRefusal(rows: RowsChoice | null): string | null {
  if (!rows) return null;
  if (!rows.isNew) {
    const taken = rows.mapping.filter((name) => name !== null);
    if (taken.length === 0)
      return `No field goes to a column of ${rows.table}: choose at least one.`;
    const twice = taken.find((name, position) => taken.indexOf(name) !== position);
    return twice === undefined
      ? null
      : `Two fields go to ${rows.table}.${twice}: choose one of them.`;
  }
  if (rows.table.trim() === '') return 'Give the table a name.';
  if (/^sqlite_/i.test(rows.table)) return 'Names that begin with sqlite_ belong to SQLite.';
  const names = rows.columns.map(({ name }) => foldName(name));
  if (names.some((name) => name.trim() === '')) return 'Every column needs a name.';
  const twice = rows.columns.find(
    ({ name }, position) => names.indexOf(foldName(name)) !== position,
  );
  return twice ? `Two columns are named ${twice.name}.` : null;
}
