// Rows as their table stores them: values with the types of their columns, generated columns, and
// what each CHECK says. The table stands in a scratch database without its constraints.
import { isSameName } from '../../../../lib/sql-name.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { variantSql } from '../variants/variant-sql.ts';
import { positionOf, type TrialTable } from './trial-table.ts';

export interface StoredRow {
  /** As it was given. */
  given: readonly SqlValue[];
  /** What a column of it holds; NULL for a column that there is not. */
  valueOf(column: string): SqlValue;
  /** Whether a CHECK is true for it; null where its expression is NULL, which SQLite lets pass. */
  isKept(check: WrittenConstraint): boolean | null;
}

export interface StoredRows {
  /** Null when SQLite did not store it. Throws what SQLite throws: a text is no rowid. */
  store(row: readonly SqlValue[]): StoredRow | null;
  free(): void;
}

/** `scratch` is an empty database, the caller's to close behind free(). */
export function createStoredRows(trial: TrialTable, scratch: Database): StoredRows {
  const { table, constraints, columns } = trial;
  const name = `main.${quoteName(table.name)}`;
  scratch.run(variantSql(table));
  const names = columns.map(quoteName).join(', ');
  // Where the same row comes again, it takes the place of the one before.
  const insert = scratch.prepare(
    `INSERT OR REPLACE INTO ${name} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const checks = constraints.filter(({ kind }) => kind === 'check');
  const expressions = checks.map(({ expression }) => `, (${expression}\n)`).join('');
  const generated = table.columns.filter(({ isGenerated }) => isGenerated).map((each) => each.name);
  const made = generated.map((column) => `, ${quoteName(column)}`).join('');
  const read = scratch.prepare(`SELECT ${names}${made}${expressions} FROM ${name}`);
  const checksAt = columns.length + generated.length;

  function valuesOf(row: readonly SqlValue[]): SqlValue[] | null {
    scratch.run(`DELETE FROM ${name}`);
    try {
      insert.bind([...row]);
      insert.step();
    } finally {
      insert.reset();
    }
    try {
      read.bind([]);
      return read.step() ? read.row() : null;
    } finally {
      read.reset();
    }
  }

  function placeOf(column: string): number {
    const at = positionOf(trial, column);
    const behind = generated.findIndex((each) => isSameName(each, column));
    return at >= 0 || behind < 0 ? at : columns.length + behind;
  }

  return {
    store(given) {
      const values = valuesOf(given);
      return (
        values && {
          given,
          valueOf: (column) => values[placeOf(column)] ?? null,
          isKept(check) {
            const result = values[checksAt + checks.indexOf(check)] ?? null;
            return result === null ? null : isTrue(scratch, result);
          },
        }
      );
    },
    free() {
      insert.free();
      read.free();
    },
  };
}

/** Numbers are true unless zero; SQLite makes a number of everything else first. */
function isTrue(scratch: Database, value: SqlValue): boolean {
  if (typeof value === 'number') return value !== 0;
  return scratch.all('SELECT ? AND 1', [value])[0]?.[0] === 1;
}
