// What a recipe cannot meet, said before anything is generated: where, why, what to change.

import type { Column, ForeignKey, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Generator } from '../generator.ts';

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
  const counted = possible === 1 ? 'only 1 value is' : `only ${possible} different values are`;
  return {
    code: 'data-unsatisfiable',
    message: `${columns} must be unique (${constraint}), but ${counted} possible (${described}) and ${rows} rows are to be generated.`,
    hint: `Set the rows of ${table.name} to ${free} or fewer, remove ${constraint}, or allow more values.`,
    place: { source: 'recipe', name: table.name },
  };
}

/** A foreign key that must have a value, to a table without rows. */
export function parentProblem(key: ForeignKey, table: Table, rows: number): EngineError {
  const columns = key.columns.map((name) => `${table.name}.${name}`).join(', ');
  return {
    code: 'data-unsatisfiable',
    message: `${columns} is NOT NULL and must refer to a row of ${key.parentTable} (FOREIGN KEY), but ${key.parentTable} has no rows and ${rows} rows of ${table.name} are to be generated.`,
    hint: `Give ${key.parentTable} at least 1 row, or set the rows of ${table.name} to 0.`,
    place: { source: 'recipe', name: table.name },
  };
}

/** CHECK constraints that leave no value. */
export function contradictionProblem(column: Column, table: Table): EngineError {
  return {
    code: 'data-unsatisfiable',
    message: `No value of ${table.name}.${column.name} satisfies all its CHECK constraints: ${table.checks.join(' and ')}.`,
    hint: 'Change the CHECK constraints so that they allow a common value.',
    place: { source: 'schema', name: table.name },
  };
}
