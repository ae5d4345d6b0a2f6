// The names of the schema by their folded form, made once for each knowledge: an editor asks at
// every letter.

import { foldName } from '../../../../lib/sql-name.ts';
import type { Column, Table, View } from '../../../model/database/schema.ts';
import { functionsNamed } from '../../functions/catalogue.ts';
import type { KnownIndex, SqlKnowledge } from '../sql-knowledge.ts';

export interface KnownNames {
  tables: ReadonlyMap<string, Table>;
  views: ReadonlyMap<string, View>;
  /** By the table's name. */
  indexes: ReadonlyMap<string, KnownIndex[]>;
}

const made = new WeakMap<SqlKnowledge, KnownNames>();

export function knownNames(knowledge: SqlKnowledge): KnownNames {
  const kept = made.get(knowledge);
  if (kept) return kept;
  const indexes = new Map<string, KnownIndex[]>();
  for (const index of knowledge.indexes) {
    const table = foldName(index.table);
    const known = indexes.get(table);
    if (known) known.push(index);
    else indexes.set(table, [index]);
  }
  const { tables, views } = knowledge.schema;
  const names: KnownNames = {
    tables: new Map(tables.map((table) => [foldName(table.name), table])),
    views: new Map(views.map((view) => [foldName(view.name), view])),
    indexes,
  };
  made.set(knowledge, names);
  return names;
}

/** A column that can be named, and where it comes from. */
export interface NamedColumn {
  name: string;
  /** Declared type; '' when there is none or it is not known. */
  type: string;
  /** The column of the schema that it is, through whatever it was read; null for computed ones. */
  origin: { table: Table; column: Column } | null;
}

export function columnsOfTable(table: Table): NamedColumn[] {
  return table.columns.map((column) => ({
    name: column.name,
    type: column.type,
    origin: { table, column },
  }));
}

export function columnsOfFunction(name: string): NamedColumn[] {
  const tableFunction = functionsNamed(name).find(({ kind }) => kind === 'table-valued');
  return (tableFunction?.columns ?? []).map((each) => ({ name: each, type: '', origin: null }));
}
