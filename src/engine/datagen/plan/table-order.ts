// The order in which tables are filled: parents before children.
// A cycle is cut at a foreign key that may be NULL.

import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';

export interface TableOrder {
  tables: Table[];
  /** Foreign keys that stay NULL, because their parents are filled later. */
  cut: Set<ForeignKey>;
  problems: EngineError[];
}

/** Orders all tables; `needsRows` says which of them are filled, only those can be a problem. */
export function orderTables(schema: Schema, needsRows: (table: Table) => boolean): TableOrder {
  const waiting = [...schema.tables];
  const order: TableOrder = { tables: [], cut: new Set(), problems: [] };
  const known = new Set(schema.tables.map((table) => foldName(table.name)));
  const done = new Set<string>();
  const blocking = (table: Table) =>
    table.foreignKeys.filter(
      (key) =>
        !isSameName(key.parentTable, table.name) &&
        known.has(foldName(key.parentTable)) &&
        !done.has(foldName(key.parentTable)),
    );
  const leadsTo = (from: Table, to: Table, seen = new Set<Table>()): boolean =>
    blocking(from).some((key) => {
      const parent = waiting.find((table) => isSameName(table.name, key.parentTable));
      if (!parent || seen.has(parent)) return false;
      return parent === to || leadsTo(parent, to, seen.add(parent));
    });
  while (waiting.length > 0) {
    const circle = () => waiting.filter((table) => leadsTo(table, table));
    const next =
      waiting.find((table) => blocking(table).length === 0) ??
      circle().find((table) => blocking(table).every((key) => canBeNull(key, table))) ??
      circle()[0];
    if (!next) break;
    for (const key of blocking(next)) {
      order.cut.add(key);
      if (!canBeNull(key, next) && needsRows(next)) order.problems.push(cycleProblem(key, next));
    }
    waiting.splice(waiting.indexOf(next), 1);
    done.add(foldName(next.name));
    order.tables.push(next);
  }
  return order;
}

/** True when one of the key's columns may be NULL: then the key is not checked. */
export function canBeNull(key: ForeignKey, table: Table): boolean {
  return key.columns.some((name) =>
    table.columns.some((column) => isSameName(column.name, name) && isNullable(table, name)),
  );
}

/** NOT NULL, the rowid, and keys of WITHOUT ROWID tables cannot be NULL. */
export function isNullable(table: Table, name: string): boolean {
  const column = table.columns.find((each) => isSameName(each.name, name));
  if (!column || column.isNotNull || column.isRowidAlias) return false;
  return column.primaryKeyPosition === 0;
}

function cycleProblem(key: ForeignKey, table: Table): EngineError {
  const columns = key.columns.join(', ');
  return {
    code: 'data-unsatisfiable',
    message: `${table.name} (${columns}) must refer to ${key.parentTable}, and ${key.parentTable} needs rows of ${table.name} first: no first row is possible.`,
    hint: `Allow NULL in ${table.name}.${columns}, or in one of the other foreign keys of this circle.`,
    place: { source: 'schema', name: table.name },
  };
}
