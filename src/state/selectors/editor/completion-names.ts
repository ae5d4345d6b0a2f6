// The names of the schema that an editor offers while one types.
import type { Schema } from '../../../engine/model/database/schema.ts';
import { quoteName } from '../../../engine/sql/quote-name.ts';

export interface CompletionName {
  name: string;
  /** As it must be written: quoted where needed. */
  sql: string;
  kind: 'table' | 'view' | 'column';
  detail: string;
}

/** Tables, views and columns; a column that several tables have comes once, with all of them. */
export function completionNames({ tables, views }: Schema): CompletionName[] {
  const columns = new Map<string, string[]>();
  for (const table of tables) {
    for (const { name, type } of table.columns) {
      const places = columns.get(name) ?? [];
      columns.set(name, [...places, type === '' ? table.name : `${table.name} ${type}`]);
    }
  }
  const toName = (name: string, kind: CompletionName['kind'], detail: string): CompletionName => ({
    name,
    sql: quoteName(name),
    kind,
    detail,
  });
  return [
    ...tables.map(({ name }) => toName(name, 'table', 'table')),
    ...views.map(({ name }) => toName(name, 'view', 'view')),
    ...[...columns].map(([name, places]) => toName(name, 'column', places.join(', '))),
  ];
}
