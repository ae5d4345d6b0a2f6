// Which names the lines of a plan may hold: plan lines never quote, so names must be known to be read.
// Says nothing about the lines themselves: how they are cut stands in grammar/.
import type { Schema } from '../model/database/schema.ts';
import type { PlanSource } from '../model/plan/plan-step.ts';
import type { BTree } from '../model/plan/program.ts';
import { foldName } from '../sql/quote-name.ts';
import { readScopes } from '../sql/scopes/read-scopes.ts';
import { type StatementSource, statementSources } from './names/statement-sources.ts';
import { type WrittenTable, writtenTable } from './names/written-table.ts';

/** What a label of a plan line stands for. */
export interface NamedSource {
  kind: PlanSource['kind'];
  name: string | null;
  /** Null where they are not known. */
  columns: readonly string[] | null;
}

/** Every map goes by folded names. */
export interface PlanNames {
  /** By the labels that the statement and the views in it give to their sources. */
  labels: ReadonlyMap<string, readonly NamedSource[]>;
  /** The tables of the schema, whether the statement names them or not. */
  tables: ReadonlyMap<string, NamedSource>;
  indexes: ReadonlyMap<string, BTree>;
  /** Key columns of the tables WITHOUT ROWID. */
  keys: ReadonlyMap<string, readonly (string | null)[]>;
  /** All columns of what the statement reads: for sources whose own are not known. */
  columns: ReadonlySet<string>;
  /** What a write changes, and what else may be read for it; null for a SELECT. */
  written: WrittenTable | null;
}

/**
 * Takes linear time in the sizes of statement, schema and trees. An empty schema or no trees give
 * what the statement alone tells; lines are then read as for well-behaved names.
 */
export function planNames(sql: string, schema: Schema, trees: readonly BTree[]): PlanNames {
  const tables = tablesOf(schema, trees);
  const scopes = readScopes(sql);
  const sources = statementSources(scopes, schema);
  const labels = new Map<string, NamedSource[]>();
  const columns = new Set<string>(['rowid']);
  for (const source of sources) {
    const named = namedSource(source, tables);
    for (const label of source.labels) addTo(labels, foldName(label), named);
    for (const column of named.columns ?? []) columns.add(column);
  }
  const written = writtenTable(sql, scopes, schema);
  // Foreign keys are checked under the tables' own names, whatever the statement calls so.
  for (const child of written?.children ?? []) {
    const table = tables.get(child);
    if (table !== undefined) addTo(labels, child, table);
  }
  return {
    labels,
    tables,
    indexes: new Map(
      trees.flatMap((tree) => (tree.index === null ? [] : [[foldName(tree.index), tree]])),
    ),
    keys: new Map(schema.tables.map((table) => [foldName(table.name), table.primaryKey])),
    columns,
    written,
  };
}

/** What a label may stand for: as the statement says, else a table of the schema of that name. */
export function sourcesOf(label: string, names: PlanNames): readonly NamedSource[] {
  const folded = foldName(label);
  const found = names.labels.get(folded) ?? names.labels.get(unqualified(folded));
  if (found !== undefined) return found;
  const table = names.tables.get(folded) ?? names.tables.get(unqualified(folded));
  return table === undefined ? [] : [table];
}

// A name that is written with its schema is printed with it.
function unqualified(label: string): string {
  return label.replace(/^(?:main|temp)\./, '');
}

function tablesOf(schema: Schema, trees: readonly BTree[]): Map<string, NamedSource> {
  const tables = new Map<string, NamedSource>();
  for (const tree of trees) {
    if (tree.index !== null) continue;
    const columns = tree.columns.filter((column) => column !== null);
    tables.set(foldName(tree.table), { kind: 'table', name: tree.table, columns });
  }
  for (const table of schema.tables) {
    const isVirtual = /^\s*CREATE\s+VIRTUAL\b/i.test(table.sql);
    tables.set(foldName(table.name), {
      kind: isVirtual ? 'virtual' : 'table',
      name: table.name,
      columns: table.columns.map(({ name }) => name),
    });
  }
  return tables;
}

function namedSource(
  { kind, name, columns }: StatementSource,
  tables: ReadonlyMap<string, NamedSource>,
): NamedSource {
  if (kind === 'transient') return { kind, name, columns };
  if (kind === 'function') return { kind: 'virtual', name, columns: null };
  const table = name === null ? undefined : tables.get(foldName(name));
  if (table !== undefined) return table;
  // SQLite's own tables stand in no schema.
  const isOwn = /^sqlite_/i.test(name ?? '');
  return { kind: isOwn ? 'table' : 'unknown', name, columns: null };
}

function addTo(map: Map<string, NamedSource[]>, label: string, source: NamedSource): void {
  const others = map.get(label);
  if (others === undefined) map.set(label, [source]);
  else others.push(source);
}
