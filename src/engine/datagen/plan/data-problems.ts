// What a recipe cannot meet, said before anything is generated: where, why, what to change.

import { formatCount } from '../../../lib/format/format-count.ts';
import type { Column, ForeignKey, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Generator } from '../generator.ts';
import { type ChildrenWanted, rowsWithParent } from './references/parent-pick.ts';

/** UNIQUE or PRIMARY KEY with fewer possible values than rows. */
export function uniqueProblem(
  table: Table,
  key: readonly string[],
  isPrimary: boolean,
  rows: number,
  taken: number,
  possible: number,
  generators: readonly Generator[],
): EngineError {
  const columns = key.map((name) => `${table.name}.${name}`).join(', ');
  const constraint = isPrimary ? 'PRIMARY KEY' : 'UNIQUE';
  const free = Math.max(0, possible - taken);
  const described = generators.map((generator) => generator.description).join('; ');
  const counted =
    possible === 1 ? 'only 1 value is' : `only ${formatCount(possible)} different values are`;
  return {
    code: 'data-unsatisfiable',
    message: `${columns} must be unique (${constraint}), but ${counted} possible (${described}) and ${formatCount(rows)} rows are to be generated.`,
    hint: `Set the rows of ${table.name} to ${formatCount(free)} or fewer, remove ${constraint}, or allow more values.`,
    place: { source: 'recipe', name: placeOf(table, key) },
  };
}

/** A foreign key that must have a value, to a table without rows. */
export function parentProblem(key: ForeignKey, table: Table, rows: number): EngineError {
  const columns = key.columns.map((name) => `${table.name}.${name}`).join(', ');
  return {
    code: 'data-unsatisfiable',
    message: `${columns} is NOT NULL and must refer to a row of ${key.parentTable} (FOREIGN KEY), but ${key.parentTable} has no rows and ${formatCount(rows)} rows of ${table.name} are to be generated.`,
    hint: `Give ${key.parentTable} at least 1 row, or set the rows of ${table.name} to 0.`,
    place: { source: 'recipe', name: placeOf(table, key.columns) },
  };
}

/** CHECK constraints that leave no value. */
export function contradictionProblem(column: Column, table: Table): EngineError {
  return {
    code: 'data-unsatisfiable',
    message: `No value of ${table.name}.${column.name} satisfies all its CHECK constraints: ${table.checks.join(' and ')}.`,
    hint: 'Change the CHECK constraints so that they allow a common value.',
    place: { source: 'schema', name: placeOf(table, [column.name]) },
  };
}

/** A setting of the recipe that the column cannot have. */
export function settingsRefused(
  table: Table,
  column: string,
  why: string,
  change: string,
): EngineError {
  const name = `${table.name}.${column}`;
  return {
    code: 'data-unsatisfiable',
    message: `${name} cannot be made as the recipe says: ${why.replace(/\.$/, '')}.`,
    hint: change,
    place: { source: 'recipe', name },
  };
}

/** Settings for a table that is not there. */
export function unknownTableProblem(name: string): EngineError {
  return {
    code: 'data-unsatisfiable',
    message: `The recipe has settings for columns of ${name}, but there is no such table.`,
    hint: 'Create the table, or remove the settings.',
    place: { source: 'recipe', name },
  };
}

/** More or fewer rows than the parents can have children. */
export function childrenProblem(
  key: ForeignKey,
  table: Table,
  wanted: ChildrenWanted,
  parents: number,
): EngineError {
  const name = `${table.name}.${key.columns.join(', ')}`;
  const filled = rowsWithParent(wanted);
  const [least, most] = [parents * wanted.min, parents * wanted.max];
  return {
    code: 'data-unsatisfiable',
    message: `${name} is to give every row of ${key.parentTable} ${wanted.min} to ${wanted.max} children, which are ${least} to ${most} for ${parents} rows, but ${filled} rows of ${table.name} are to refer to them.`,
    hint: `Set the rows of ${table.name} to between ${least} and ${most}, or allow other numbers of children.`,
    place: { source: 'recipe', name: placeOf(table, key.columns) },
  };
}

/** A reference to rows of the same table that are not there yet. */
export function laterSelfProblem(key: ForeignKey, table: Table): EngineError {
  const columns = key.columns.join(', ');
  return {
    code: 'data-unsatisfiable',
    message: `${table.name}.${columns} is NOT NULL and refers to ${table.name} itself: each row can only refer to rows before it.`,
    hint: `Choose the spread 'earlier rows', or allow NULL in ${table.name}.${columns}.`,
    place: { source: 'recipe', name: placeOf(table, key.columns) },
  };
}

/** A reference to a generated column, whose values only SQLite knows. */
export function computedParentProblem(key: ForeignKey, table: Table): EngineError {
  const columns = key.columns.map((name) => `${table.name}.${name}`).join(', ');
  const parents = key.parentColumns.map((name) => `${key.parentTable}.${name}`).join(', ');
  return {
    code: 'data-unsatisfiable',
    message: `${columns} refers to ${parents} (FOREIGN KEY), a generated column: its values are not known before SQLite has computed them.`,
    hint: `Refer to the primary key of ${key.parentTable}, or set the rows of ${table.name} to 0.`,
    place: { source: 'recipe', name: placeOf(table, key.columns) },
  };
}

/** The table's first column of these: where the page marks the problem. */
function placeOf(table: Table, [column]: readonly string[]): string {
  return column === undefined ? table.name : `${table.name}.${column}`;
}
