// What of a row breaks a constraint, in words.
import { formatList } from '../../../../lib/format/format-list.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import type { Change } from './candidate-changes.ts';
import { foreignKeyOf, positionOf, type TrialTable } from './trial-table.ts';

const mostCharacters = 40;
const mostBytes = 8;

/**
 * 'price is -1'; "code is 'CS101', as in a row inserted just before"; 'enrolled is 31 where capacity
 * is 30'. `standing` is the row that the trial put into the table first.
 */
export function breachSentence(
  trial: TrialTable,
  constraint: WrittenConstraint,
  changes: readonly Change[],
  row: readonly SqlValue[],
  standing: readonly SqlValue[],
): string {
  const what = formatList(changes.map(({ column, value }) => `${column} is ${written(value)}`));
  const isStanding = changes.every(
    ({ column, value }) => standing[positionOf(trial, column)] === value,
  );
  const others = constraint.columns
    .filter((name) => !changes.some(({ column }) => column === name))
    .map((name) => ({ name, at: positionOf(trial, name) }))
    .filter(({ at }) => at >= 0)
    .map(({ name, at }) => `${name} is ${written(row[at] ?? null)}`);
  const where = others.length > 0 ? `${what} where ${formatList(others)}` : what;
  switch (constraint.kind) {
    case 'unique':
    case 'primary-key':
      return `${what}, as in ${isStanding ? 'a row inserted just before' : 'another row'}`;
    case 'foreign-key':
      return `${where}, which ${foreignKeyOf(trial, constraint)?.parentTable ?? 'no table'} does not have`;
    case 'strict-type': {
      const [first] = changes;
      const type = trial.table.columns.find(({ name }) => name === first?.column)?.type;
      return `${what}, and its type is ${type ?? 'another'}`;
    }
    case 'check':
      return where;
    case 'not-null':
      return what;
  }
}

function written(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') {
    const text = value.replaceAll("'", "''");
    if (text.length <= mostCharacters) return `'${text}'`;
    return `'${text.slice(0, mostCharacters)}…' (${value.length} characters)`;
  }
  if (!(value instanceof Uint8Array)) return String(value);
  const bytes = [...value.subarray(0, mostBytes)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `x'${bytes.join('')}'${value.length > mostBytes ? ` (${value.length} bytes)` : ''}`;
}
