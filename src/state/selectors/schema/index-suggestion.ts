// A first text for a new index: on a column that the selected query names and no index leads with.
// Only a start for typing; what an index is worth is measured, not guessed here.

import type { Schema, Table } from '../../../engine/model/database/schema.ts';
import type { Query } from '../../../engine/model/playground.ts';
import { quoteName } from '../../../engine/sql/quote-name.ts';
import { isSameName } from '../../../lib/sql-name.ts';

/** `CREATE INDEX idx_<table>_<column> ON <table> (<column>)`, with a name that is not taken. */
export function suggestedIndexSql(
  schema: Schema,
  query: Pick<Query, 'sql'> | null,
  indexes: readonly { name: string; sql: string }[],
): string {
  const place = suggestedColumn(schema, query?.sql ?? '', indexes);
  if (!place) return 'CREATE INDEX idx_table_column ON table_name (column_name)';
  const stem = `idx_${place.table}_${place.column}`.replace(/\W+/g, '_');
  let name = stem;
  for (let number = 2; indexes.some((index) => isSameName(index.name, name)); number++) {
    name = `${stem}_${number}`;
  }
  return `CREATE INDEX ${name} ON ${quoteName(place.table)} (${quoteName(place.column)})`;
}

interface Place {
  table: string;
  column: string;
}

function suggestedColumn(
  { tables }: Schema,
  sql: string,
  indexes: readonly { sql: string }[],
): Place | null {
  const columns = tables.flatMap((table) => indexableColumns(table));
  const isLed = (place: Place) => indexes.some((index) => leads(index.sql, place));
  // What stands behind WHERE filters, joins or sorts: an index may serve it.
  const [before = '', ...behind] = sql.split(/\bWHERE\b/i);
  const used = (place: Place) => mentions(sql, place.table);
  const filtered = (place: Place) =>
    mentions(behind.join(' ') || orderPart(before), place.column) && used(place);
  return (
    columns.find((place) => filtered(place) && !isLed(place)) ??
    columns.find((place) => used(place) && !isLed(place)) ??
    columns.find((place) => !isLed(place)) ??
    columns[0] ??
    null
  );
}

function orderPart(sql: string): string {
  return sql
    .split(/\b(?:ON|GROUP BY|ORDER BY)\b/i)
    .slice(1)
    .join(' ');
}

/** Columns that have no index of their own by being the first of the primary key. */
function indexableColumns(table: Table): Place[] {
  return table.columns
    .filter((column) => column.primaryKeyPosition !== 1)
    .map((column) => ({ table: table.name, column: column.name }));
}

function leads(indexSql: string, { table, column }: Place): boolean {
  const target = /\bON\b(.*?)\((.*)/is.exec(indexSql);
  const first = target?.[2]?.split(/[,)]/)[0] ?? '';
  return mentions(target?.[1] ?? '', table) && mentions(first, column);
}

function mentions(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`, 'i').test(text);
}
