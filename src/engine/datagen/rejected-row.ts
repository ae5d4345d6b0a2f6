// A generated row that SQLite refused, in words: what no generator understood beforehand.

import type { Table } from '../model/database/schema.ts';
import type { EngineError } from '../model/errors.ts';
import type { SqlValue } from '../model/values.ts';
import { RowRejected } from '../sqlite/driver.ts';
import type { PlannedColumn } from './plan/plan-table.ts';

interface Reason {
  constraint: string;
  hint: string;
}

/**
 * The error for the user: table, row and its values where known, the constraint, what to change.
 * Null when what was thrown is no answer of SQLite.
 */
export function rejectedRowProblem(
  table: Table,
  columns: readonly PlannedColumn[],
  thrown: unknown,
): EngineError | null {
  if (!(thrown instanceof Error)) return null;
  // A trap of WebAssembly has a name of its own.
  if (!(thrown instanceof RowRejected) && thrown.name !== 'Error') return null;
  const { constraint, hint } = reasonOf(table, thrown.message);
  const subject =
    thrown instanceof RowRejected
      ? `Row ${thrown.row + 1} generated for ${table.name} (${valuesText(columns, thrown.values)}) was`
      : `The rows generated for ${table.name} were`;
  return {
    code: 'data-unsatisfiable',
    message: `${subject} refused: ${constraint}.`,
    hint,
    place: { source: 'recipe', name: table.name },
  };
}

function valuesText(columns: readonly PlannedColumn[], values: readonly SqlValue[]): string {
  return columns
    .map(({ column }, at) => `${column.name} = ${shown(values[at] ?? null)}`)
    .join(', ');
}

function reasonOf(table: Table, message: string): Reason {
  const detail = message.slice(message.indexOf(': ') + 2);
  if (message.startsWith('CHECK constraint failed')) {
    return {
      constraint: `it does not satisfy CHECK (${detail})`,
      hint: `The generators obey comparisons with numbers, BETWEEN, IN, length() and comparisons of two columns joined by AND. Write the CHECK of ${table.name} in these forms, or set its rows to 0.`,
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
      hint: `Columns that stand in several foreign keys of ${table.name} cannot always be filled: leave one of the keys out.`,
    };
  }
  return {
    constraint: message,
    hint: `Change the definition of ${table.name} or its triggers, or set its rows to 0.`,
  };
}

function shown(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value !== 'string') return String(value);
  return value.length > 40 ? `'${value.slice(0, 37)}...'` : `'${value}'`;
}
