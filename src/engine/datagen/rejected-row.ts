// A generated row that SQLite refused, in words: what no generator understood beforehand.
import type { EngineError } from '../model/errors.ts';
import type { Table } from '../model/schema.ts';
import type { SqlValue } from '../model/values.ts';
import type { RowRejected } from '../sqlite/driver.ts';
import type { PlannedColumn } from './plan-table.ts';

interface Reason {
  constraint: string;
  hint: string;
}

/** The error for the user: table, row, its values, the constraint, and what to change. */
export function rejectedRowProblem(
  table: Table,
  columns: readonly PlannedColumn[],
  rejected: RowRejected,
): EngineError {
  const { constraint, hint } = reasonOf(table, rejected.message);
  const values = columns
    .map(({ column }, at) => `${column.name} = ${shown(rejected.values[at] ?? null)}`)
    .join(', ');
  return {
    code: 'data-unsatisfiable',
    message: `Row ${rejected.row + 1} generated for ${table.name} (${values}) was refused: ${constraint}.`,
    hint,
    place: { source: 'recipe', name: table.name },
  };
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
