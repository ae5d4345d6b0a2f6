// Foreign keys that no row could satisfy: SQLite accepts them and fails at the first write.

import { foldName } from '../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../model/database/schema.ts';
import type { EngineError } from '../model/errors.ts';
import { quoteName } from '../sql/quote-name.ts';

/** One error for each foreign key whose parent is missing or not unique. Empty when all are sound. */
export function findForeignKeyProblems(schema: Schema): EngineError[] {
  const parents = new Map(schema.tables.map((table) => [foldName(table.name), table]));
  const views = new Set(schema.views.map((view) => foldName(view.name)));
  return schema.tables.flatMap((child) =>
    child.foreignKeys.flatMap((key) => {
      const parent = parents.get(foldName(key.parentTable));
      const isView = views.has(foldName(key.parentTable));
      const problem = parent ? keyProblem(key, parent) : missingParent(key, isView);
      return problem ? [toError(child, key, problem)] : [];
    }),
  );
}

interface Problem {
  /** Goes on from "The foreign key of orders (customer_id)". */
  predicate: string;
  hint: string;
}

function missingParent(key: ForeignKey, isView: boolean): Problem {
  const parent = key.parentTable;
  return isView
    ? {
        predicate: `refers to ${parent}, which is a view.`,
        hint: 'A foreign key needs a table: refer to the table that the view reads.',
      }
    : {
        predicate: `refers to the table ${parent}, which does not exist.`,
        hint: `Create the table ${quoteName(parent)}, or change REFERENCES to a table that exists.`,
      };
}

function keyProblem(key: ForeignKey, parent: Table): Problem | null {
  const columns = key.parentColumns;
  if (columns.length === 0) {
    return {
      predicate: `refers to ${parent.name}, which has no primary key.`,
      hint: `Give ${parent.name} a PRIMARY KEY, or name a UNIQUE column: REFERENCES ${quoteName(parent.name)} (...).`,
    };
  }
  const known = new Set(parent.columns.map((column) => foldName(column.name)));
  const missing = columns.find((column) => !known.has(foldName(column)));
  if (missing !== undefined) {
    return {
      predicate: `refers to ${parent.name}.${missing}, a column that does not exist.`,
      hint: `${parent.name} has the columns ${parent.columns.map((column) => column.name).join(', ')}.`,
    };
  }
  if (columns.length !== key.columns.length) {
    return {
      predicate: `has ${count(key.columns)}, but the key of ${parent.name} has ${count(columns)}.`,
      hint: `Name as many columns as REFERENCES ${quoteName(parent.name)} (${columns.map(quoteName).join(', ')}) has.`,
    };
  }
  if ([parent.primaryKey, ...parent.uniques].some((unique) => isSameSet(unique, columns))) {
    return null;
  }
  const list = columns.map(quoteName).join(', ');
  return {
    predicate: `refers to ${parent.name} (${columns.join(', ')}), which is not unique.`,
    hint: `Add UNIQUE (${list}) to the table ${parent.name}; an index of the bench does not count, because it can be switched off.`,
  };
}

function count(columns: readonly string[]): string {
  return columns.length === 1 ? '1 column' : `${columns.length} columns`;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other.map(foldName));
  return one.length === names.size && one.every((name) => names.has(foldName(name)));
}

function toError(child: Table, key: ForeignKey, { predicate, hint }: Problem): EngineError {
  return {
    code: 'foreign-key-invalid',
    message: `The foreign key of ${child.name} (${key.columns.join(', ')}) ${predicate}`,
    hint,
    place: { source: 'schema', name: child.name },
  };
}
