// A generated row that SQLite refused, in words: what no generator understood beforehand.

import { isSameName } from '../../../lib/sql-name.ts';
import type { ForeignKey, NamedSql, Schema, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { SqlValue } from '../../model/values.ts';
import { RowRejected } from '../../sqlite/driver.ts';
import { isSqliteError } from '../../sqlite/is-sqlite-error.ts';
import type { PlannedColumn } from '../plan/plan-table.ts';
import { hasConflictClause } from './lost-rows.ts';
import type { Tried } from './redraw.ts';

interface Reason {
  constraint: string;
  hint: string;
}

/** What is known of the rows that were refused. */
export interface RefusedRows {
  table: Table;
  columns: readonly PlannedColumn[];
  /** What the last row has been tried with; null when no other values could be tried. */
  tried: Tried | null;
  /** Whose triggers and clauses may be the cause; empty where none are in force. */
  schema: Pick<Schema, 'tables' | 'triggers'>;
}

/**
 * The error for the user: table, row and its values where known, the constraint, what to change.
 * Null when what was thrown is no answer of SQLite.
 */
export function rejectedRowProblem(refused: RefusedRows, thrown: unknown): EngineError | null {
  if (!(thrown instanceof RowRejected) && !isSqliteError(thrown)) return null;
  const { table, columns, tried } = refused;
  const { constraint, hint } = reasonOf(refused, thrown.message);
  const subject =
    thrown instanceof RowRejected
      ? `Row ${thrown.row + 1} generated for ${table.name} (${valuesText(columns, thrown.values)}) was`
      : `The rows generated for ${table.name} were`;
  const isTried = tried !== null && thrown instanceof RowRejected && tried.attempts > 1;
  return {
    code: 'data-unsatisfiable',
    message: `${subject} refused: ${constraint}.${isTried ? triedText(table, tried) : ''}`,
    hint,
    place: { source: 'recipe', name: table.name },
  };
}

function triedText(table: Table, { columns, attempts, values }: Tried): string {
  const names = columns.map((name) => `${table.name}.${name}`).join(', ');
  const shownValues = values.map((row) =>
    row.length === 1 ? shown(row[0] ?? null) : `(${row.map(shown).join(', ')})`,
  );
  return ` None of ${attempts} values tried for ${names} fits: ${shownValues.join(', ')}${attempts > values.length ? ', ...' : ''}`;
}

function valuesText(columns: readonly PlannedColumn[], values: readonly SqlValue[]): string {
  return columns
    .map(({ column }, at) => `${column.name} = ${shown(values[at] ?? null)}`)
    .join(', ');
}

function reasonOf({ table, tried, schema }: RefusedRows, message: string): Reason {
  const detail = message.slice(message.indexOf(': ') + 2);
  if (message.startsWith('CHECK constraint failed')) {
    return {
      constraint: `it does not satisfy CHECK (${tried?.check ?? detail})`,
      hint: `Choose a generator for ${checkedText(table, tried)} that makes values which fit, write the CHECK of ${table.name} with comparisons, BETWEEN, IN or LIKE, or set the rows of ${table.name} to 0.`,
    };
  }
  if (message.startsWith('UNIQUE constraint failed')) {
    return {
      constraint: `another row has the same ${detail} (UNIQUE)`,
      hint: `Lower the rows of ${table.name}, or allow more values in ${detail}.`,
    };
  }
  if (message.startsWith('NOT NULL constraint failed')) {
    return {
      constraint: `${detail} must not be NULL`,
      hint: `Allow NULL in ${detail}, or give the table that it refers to some rows.`,
    };
  }
  if (message.startsWith('FOREIGN KEY constraint failed')) {
    const keys = table.foreignKeys.map((key) => `${key.columns.join(', ')} to ${key.parentTable}`);
    return {
      constraint: `a FOREIGN KEY is violated (${keys.join('; ')})`,
      hint: missingParentHint(table, schema),
    };
  }
  const stored = /^cannot store \w+ value in (\w+) column (.*)$/.exec(message);
  if (stored) {
    return {
      constraint: `${message}, and the table is STRICT`,
      hint: `Choose another generator for ${stored[2]}, one that makes ${stored[1]}, or change the type of the column.`,
    };
  }
  const triggers = triggersOf(table, schema);
  const trigger = triggers.find(({ sql }) => /\braise\b/i.test(sql) && sql.includes(message));
  const suspects = trigger ? [trigger] : triggers.filter(({ sql }) => /\braise\b/i.test(sql));
  if (suspects.length > 0) {
    const names = suspects.map(({ name }) => name).join(', ');
    return {
      constraint: `the trigger ${names} says: ${message}`,
      hint: `Choose generators for ${table.name} whose values the trigger takes, remove the trigger ${names}, or set the rows of ${table.name} to 0.`,
    };
  }
  return {
    constraint: message,
    hint: `Change the definition of ${table.name} or its triggers, or set its rows to 0.`,
  };
}

function triggersOf(table: Table, { triggers }: RefusedRows['schema']): NamedSql[] {
  return triggers.filter((trigger) => isSameName(trigger.table, table.name));
}

// A row is made for parents that are planned: SQLite must have left some of them out.
function missingParentHint(table: Table, schema: RefusedRows['schema']): string {
  const keys = table.foreignKeys;
  const isShared = (key: ForeignKey) =>
    key.columns.some((name) =>
      keys.some((other) => other !== key && other.columns.some((each) => isSameName(each, name))),
    );
  if (keys.some(isShared)) {
    return `Columns that stand in several foreign keys of ${table.name} cannot always be filled: leave one of the keys out.`;
  }
  const parents = schema.tables.filter((each) =>
    keys.some((key) => isSameName(key.parentTable, each.name)),
  );
  const causes = parents.flatMap((parent) => [
    ...triggersOf(parent, schema).map(({ name }) => `the trigger ${name} of ${parent.name}`),
    ...(hasConflictClause(parent) ? [`the ON CONFLICT clause of ${parent.name}`] : []),
  ]);
  const names = parents.map(({ name }) => name).join(', ');
  if (causes.length === 0) {
    return `See that no trigger changes or removes rows of ${names}, or set the rows of ${table.name} to 0.`;
  }
  return `Rows of ${names} may have been left out or changed by ${causes.join(', ')}: remove that, choose generators for ${names} whose rows it leaves alone, or set the rows of ${table.name} to 0.`;
}

function checkedText(table: Table, tried: Tried | null): string {
  const names = tried?.columns.map((name) => `${table.name}.${name}`) ?? [];
  return names.length === 0 ? `the columns of ${table.name}` : names.join(', ');
}

function shown(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value !== 'string') return String(value);
  return value.length > 40 ? `'${value.slice(0, 37)}...'` : `'${value}'`;
}
