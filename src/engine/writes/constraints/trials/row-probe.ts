// Asks of a row which constraints it would break, each by itself, before it is inserted: SQLite's
// own error names only the first of several.
import { EngineFailure } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import { isSameName, quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { fitsType } from '../variants/loaded-rows.ts';
import { variantSql } from '../variants/variant-sql.ts';
import { positionOf, type TrialTable } from './trial-table.ts';

export interface RowProbe {
  look(row: readonly SqlValue[]): RowLook;
  close(): void;
}

export interface RowLook {
  broken: WrittenConstraint[];
  /** CHECKs that are NULL for the row, and so pass. */
  unknown: WrittenConstraint[];
}

/**
 * `scratch` is an empty database, closed with the probe: the table stands there without its
 * constraints, so that values get the types of their columns and generated columns are there.
 */
export function createRowProbe(trial: TrialTable, scratch: Database): RowProbe {
  try {
    return probeIn(trial, scratch);
  } catch (thrown) {
    scratch.close();
    throw thrown;
  }
}

function probeIn(trial: TrialTable, scratch: Database): RowProbe {
  const { database, schema, table, constraints, columns } = trial;
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

  function store(row: readonly SqlValue[]): SqlValue[] {
    scratch.run(`DELETE FROM ${name}`);
    try {
      insert.bind([...row]);
      insert.step();
    } finally {
      insert.reset();
    }
    try {
      read.bind([]);
      return read.step() ? read.row() : [];
    } finally {
      read.reset();
    }
  }

  function exists(tableName: string, keys: readonly string[], values: SqlValue[]): boolean {
    const condition = keys.map((column) => `${quoteName(column)} = ?`).join(' AND ');
    const sql = `SELECT 1 FROM main.${quoteName(tableName)} WHERE ${condition} LIMIT 1`;
    return database.all(sql, values).length > 0;
  }

  const storedValue = (stored: readonly SqlValue[], column: string) => {
    const at = positionOf(trial, column);
    const behind = generated.findIndex((each) => isSameName(each, column));
    return stored[at >= 0 || behind < 0 ? at : columns.length + behind] ?? null;
  };
  const valuesOf = (stored: readonly SqlValue[], keys: readonly string[]) =>
    keys.map((column) => storedValue(stored, column));

  function refersToNothing(constraint: WrittenConstraint, stored: readonly SqlValue[]): boolean {
    const key = foreignKeyOf(trial, constraint);
    if (!key) return false;
    const values = valuesOf(stored, key.columns);
    if (values.includes(null)) return false;
    const isOwn = isSameName(key.parentTable, table.name);
    if (isOwn && valuesOf(stored, key.parentColumns).every((value, at) => value === values[at])) {
      return false;
    }
    const parent = schema.tables.find((each) => isSameName(each.name, key.parentTable));
    return !exists(parent?.name ?? key.parentTable, key.parentColumns, values);
  }

  function isBroken(
    constraint: WrittenConstraint,
    row: readonly SqlValue[],
    stored: readonly SqlValue[],
  ): boolean {
    const { kind, columns: named } = constraint;
    switch (kind) {
      case 'not-null':
        return named.some((column) => {
          const isRowid = table.columns.some(
            (each) => each.isRowidAlias && isSameName(each.name, column),
          );
          // Of a column that takes values, what is given: the stored one may be its default.
          const at = positionOf(trial, column);
          return !isRowid && (at >= 0 ? row[at] : storedValue(stored, column)) === null;
        });
      case 'unique':
      case 'primary-key': {
        const values = valuesOf(stored, named);
        return !values.includes(null) && exists(table.name, named, values);
      }
      case 'foreign-key':
        return refersToNothing(constraint, stored);
      case 'strict-type':
        return table.columns.some(({ name: column, type, isGenerated }) => {
          const value = stored[positionOf(trial, column)] ?? null;
          return !isGenerated && !fitsType(value, type.toUpperCase());
        });
      case 'check': {
        const result = stored[checksAt + checks.indexOf(constraint)] ?? null;
        return result !== null && !isTrue(scratch, result);
      }
    }
  }

  return {
    look(row) {
      const stored = store(row);
      if (stored.length === 0) {
        throw new EngineFailure({ code: 'engine-failed', message: 'A probed row was not stored.' });
      }
      return {
        broken: constraints.filter((constraint) => isBroken(constraint, row, stored)),
        unknown: checks.filter((_, at) => (stored[checksAt + at] ?? null) === null),
      };
    },
    close() {
      insert.free();
      read.free();
      scratch.close();
    },
  };
}

/** The foreign key of a definition, in the order in which both are declared. */
export function foreignKeyOf({ table, constraints }: TrialTable, constraint: WrittenConstraint) {
  const position = constraints.filter(({ kind }) => kind === 'foreign-key').indexOf(constraint);
  return table.foreignKeys[position] ?? null;
}

/** Numbers are true unless zero; SQLite makes a number of everything else first. */
function isTrue(scratch: Database, value: SqlValue): boolean {
  if (typeof value === 'number') return value !== 0;
  return scratch.all('SELECT ? AND 1', [value])[0]?.[0] === 1;
}
