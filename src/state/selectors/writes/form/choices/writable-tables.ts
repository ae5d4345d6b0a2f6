// The tables that the lab can write to, why others are left out, and which forbid deletes. Pure.
import {
  isVirtualTable,
  type Schema,
  type Table,
} from '../../../../../engine/model/database/schema.ts';
import type { Playground } from '../../../../../engine/model/playground.ts';
import { formatCountOf } from '../../../../../lib/format/format-count.ts';
import { foldName, isSameName } from '../../../../../lib/sql-name.ts';
import type { TableRowCounts } from '../../../data/table-row-counts.ts';
import { indexesOn } from '../setups/index-sets.ts';
import type { WritesChoice } from '../writes-fields.ts';

/** Every table and view; what cannot be written to has its reason. */
export function tableChoices(schema: Schema, counts: TableRowCounts): WritesChoice[] {
  const tables = schema.tables.map((table) => {
    const rows = rowsOf(counts, table.name);
    return {
      value: table.name,
      label: table.name,
      ...(rows !== null && { detail: formatCountOf(rows, 'row') }),
      reason: tableReason(schema, table),
    };
  });
  const views = schema.views.map(({ name }) => ({
    value: name,
    label: name,
    reason: `${name} is a view: it has no rows of its own.`,
  }));
  return [...tables, ...views];
}

/** The one that was chosen, else the one with the most indexes, of those with the most rows. */
export function chosenTable(
  playground: Playground,
  schema: Schema,
  counts: TableRowCounts,
  wanted: string | null,
): Table | null {
  const able = schema.tables.filter((table) => tableReason(schema, table) === null);
  const weight = ({ name }: Table): [number, number] => [
    indexesOn(playground, name).length,
    rowsOf(counts, name) ?? 0,
  ];
  const byWeight = able
    .map((table) => ({ table, weight: weight(table) }))
    .sort((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1]);
  return able.find(({ name }) => name === wanted) ?? byWeight[0]?.table ?? null;
}

/** Null where nobody has counted them yet. */
export function rowsOf({ rows, arePlanned }: TableRowCounts, table: string): number | null {
  return rows.get(foldName(table)) ?? (arePlanned ? null : 0);
}

/** The tables whose foreign keys forbid to delete rows that they refer to; not itself. */
export function blockingTables(schema: Schema, table: string): string[] {
  const blocking = new Set<string>();
  const known = new Set([foldName(table)]);
  const open = [table];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const child of schema.tables) {
      if (isSameName(child.name, table)) continue;
      for (const key of child.foreignKeys) {
        if (!isSameName(key.parentTable, parent)) continue;
        const action = key.onDelete.toUpperCase();
        if (action === 'NO ACTION' || action === 'RESTRICT') blocking.add(child.name);
        // What is deleted with it may be referred to in turn.
        if (action === 'CASCADE' && !known.has(foldName(child.name))) {
          known.add(foldName(child.name));
          open.push(child.name);
        }
      }
    }
  }
  return [...blocking];
}

const shadowTable = /_(data|idx|content|docsize|config|segments|segdir|stat|node|rowid|parent)$/i;

function tableReason(schema: Schema, table: Table): string | null {
  if (isVirtualTable(table)) {
    return `${table.name} is a virtual table: its rows are a module's, and cannot be taken back.`;
  }
  const owner = schema.tables.find(
    (other) =>
      isVirtualTable(other) &&
      shadowTable.test(table.name) &&
      isSameName(table.name.replace(shadowTable, ''), other.name),
  );
  return owner ? `${table.name} belongs to the virtual table ${owner.name}.` : null;
}
