// Which tables of a long list are drawn with their columns, and which of them a search finds.
import { foldName } from '../../../lib/sql-name.ts';
import type { TableRecipe } from './data-view.ts';

/** More would be slow to draw and longer than anybody scrolls; the rest open one by one. */
const mostOpenTables = 20;
const mostOpenColumns = 200;
/** A longer list can be searched. */
export const searchableTables = 8;

/** Names of the tables that are open until the user says otherwise: the first ones. */
export function firstOpenTables(
  tables: readonly Pick<TableRecipe, 'name' | 'columns'>[],
): Set<string> {
  const open = new Set<string>();
  let columnCount = 0;
  for (const { name, columns } of tables.slice(0, mostOpenTables)) {
    columnCount += columns.length;
    if (open.size > 0 && columnCount > mostOpenColumns) break;
    open.add(name);
  }
  return open;
}

/** Tables whose name, or the name of a column, contains the text. */
export function matchingTables<Named extends Pick<TableRecipe, 'name' | 'columns'>>(
  tables: readonly Named[],
  search: string,
): readonly Named[] {
  const text = foldName(search.trim());
  if (text === '') return tables;
  const has = (name: string) => foldName(name).includes(text);
  return tables.filter(({ name, columns }) => has(name) || columns.some((c) => has(c.column)));
}
