// Other values for rows that SQLite refused: generate-and-test, for what no generator understood.
// Only free columns change; the first attempt that passes wins, the same on every machine.

import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { Table } from '../../model/database/schema.ts';
import type { SqlValue } from '../../model/values.ts';
import type { PlannedColumn } from '../plan/plan-table.ts';
import { isNullable } from '../plan/table-order.ts';
import { type CheckedColumns, readCheckedColumns } from './check-columns.ts';

/** Draws other values for refused rows of one table. */
export interface Redraw {
  /** The next values to try for a row (attempts count from 1), or null to give up; valid until the next call. */
  next(row: number, attempt: number, message: string): SqlValue[] | null;
  /** What the last refused row has been tried with, for the error. */
  tried(): Tried | null;
}

export interface Tried {
  columns: string[];
  attempts: number;
  /** The first few, different ones. */
  values: SqlValue[][];
  /** Text of the CHECK; null for another constraint. */
  check: string | null;
}

/** Attempts in all, and how many of them come before NULL is tried where the columns allow it. */
const mostAttempts = 500;
const drawsBeforeNulls = 16;
const nullTurns = 15;
/** Far from the numbers of real rows, and without a common factor with 2^32. */
const step = 0x9e3779b;
const shownValues = 6;

/**
 * `columns` are those that get values, in their order in the INSERT; nothing is tried any more once
 * `mayGoOn` says no.
 */
export function createRedraw(
  table: Table,
  columns: readonly PlannedColumn[],
  rows: number,
  mayGoOn: () => boolean = () => true,
): Redraw {
  const checks = readCheckedColumns(table);
  const known = new Map<string, Group | null>();
  let values: SqlValue[] = [];
  let attempts = 0;
  let last: Group | null = null;
  let seen: SqlValue[][] = [];

  function groupFor(message: string): Group | null {
    const group = known.get(message);
    if (group !== undefined) return group;
    const refusal = refusalOf(table, checks, columns, message);
    const made = refusal && groupOf(refusal, table, columns);
    known.set(message, made);
    return made;
  }

  function next(row: number, attempt: number, message: string): SqlValue[] | null {
    if (attempt === 1) values = columns.map(({ generator }) => generator?.at(row) ?? null);
    const group = groupFor(message);
    if (group !== last || attempt === 1) {
      attempts = 0;
      seen = [];
      last = group;
    }
    if (!group) return null;
    attempts++;
    if (seen.length < shownValues) seen.push(group.looked.map((at) => values[at] ?? null));
    if (group.drawn.length === 0 || attempt > mostAttempts || !mayGoOn()) return null;
    const far = row + attempt * step;
    const position = group.followsRows ? far % Math.max(1, rows) : far;
    for (const at of group.drawn) values[at] = columns[at]?.generator?.at(position) ?? null;
    const nullTurn = attempt - drawsBeforeNulls;
    if (nullTurn > 0 && nullTurn <= nullTurns) {
      // The bits of the turn say which of the columns are NULL: every set of them has its turn.
      for (const [bit, at] of group.nullable.entries()) {
        if ((nullTurn >> bit) % 2 === 1) values[at] = null;
      }
    }
    return values;
  }

  return {
    next,
    tried: () =>
      last && {
        columns: last.looked.map((at) => columns[at]?.column.name ?? ''),
        attempts,
        values: seen,
        check: last.check,
      },
  };
}

/** What is changed when a constraint refuses a row; places in the INSERT. */
interface Group {
  check: string | null;
  /** The columns that the constraint looks at. */
  looked: number[];
  /** Those of them that may have other values. */
  drawn: number[];
  /** Those of them that may be NULL. */
  nullable: number[];
  followsRows: boolean;
}

function groupOf(
  { names, check }: Refusal,
  table: Table,
  columns: readonly PlannedColumn[],
): Group {
  const places = [...columns.keys()];
  const looked = places.filter((at) => names.has(foldName(columns[at]?.column.name ?? '')));
  const drawn = looked.filter((at) => columns[at]?.isFree === true);
  return {
    check,
    looked,
    drawn,
    nullable: drawn.filter((at) => mayBecomeNull(table, columns[at])),
    followsRows: drawn.some((at) => followsRows(columns[at])),
  };
}

// Values that the user chose are not replaced by NULL, unless NULLs were asked for as well.
function mayBecomeNull(table: Table, column: PlannedColumn | undefined): boolean {
  if (!column || !isNullable(table, column.column.name)) return false;
  return !column.isExplicit || column.nullShare > 0;
}

interface Refusal {
  names: ReadonlySet<string>;
  check: string | null;
}

// Which columns a refusal is about; null when other values cannot help.
function refusalOf(
  table: Table,
  checks: readonly CheckedColumns[],
  columns: readonly PlannedColumn[],
  message: string,
): Refusal | null {
  const all = () => new Set(columns.map(({ column }) => foldName(column.name)));
  const detail = message.slice(message.indexOf(': ') + 2);
  if (message.startsWith('CHECK constraint failed')) {
    const check = checks.find(({ shown }) => shown === detail);
    return { names: check?.columns ?? all(), check: check?.text ?? detail };
  }
  const isComputed = (name: string) =>
    table.columns.some((column) => column.isGenerated && isSameName(column.name, name)) ||
    columns.some(({ column, generator }) => !generator && isSameName(column.name, name));
  if (message.startsWith('UNIQUE constraint failed')) {
    const names = detail.split(', ').map((name) => name.slice(table.name.length + 1));
    return names.some(isComputed) ? { names: all(), check: null } : null;
  }
  if (message.startsWith('FOREIGN KEY constraint failed')) {
    const hasComputed = table.foreignKeys.some((key) => key.columns.some(isComputed));
    return hasComputed ? { names: all(), check: null } : null;
  }
  if (message.startsWith('NOT NULL constraint failed')) {
    const name = detail.slice(table.name.length + 1);
    return isComputed(name) ? { names: all(), check: null } : null;
  }
  return null;
}

// Moments that rise with the rows, and values in turn, are asked for rows that there are.
function followsRows(planned: PlannedColumn | undefined): boolean {
  const settings = planned?.settings;
  return settings?.kind === 'moment' ? settings.order === 'rows' : settings?.kind === 'list';
}
