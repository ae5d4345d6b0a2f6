// Which names the lines of a plan may hold: plan lines never quote, so names must be known to be read.
// Says nothing about the lines themselves: how they are cut stands in grammar/.

import { foldName, isSameName } from '../../lib/sql-name.ts';
import { isVirtualTable, type Schema } from '../model/database/schema.ts';
import type { PlanSource } from '../model/plan/plan-step.ts';
import type { BTree } from '../model/plan/program.ts';
import { type StatementSource, statementSources } from './names/statement-sources.ts';
import { statementText, viewFinder } from './names/statement-text.ts';
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
  /** By the labels that the statement and the views in it give to their sources; each once. */
  labels: ReadonlyMap<string, readonly NamedSource[]>;
  /** How many sources go by each of these labels: the same table may do so several times. */
  uses: ReadonlyMap<string, number>;
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
  const statement = statementText(sql);
  const viewOf = viewFinder(schema);
  const labels = new Map<string, Set<NamedSource>>();
  const uses = new Map<string, number>();
  const columns = new Set<string>(['rowid']);
  const seen = new Set<NamedSource>();
  const add = (label: string, named: NamedSource) => {
    uses.set(label, (uses.get(label) ?? 0) + 1);
    labels.set(label, (labels.get(label) ?? new Set()).add(named));
    if (seen.has(named)) return;
    seen.add(named);
    for (const column of named.columns ?? []) columns.add(column);
  };
  const toNamed = sourceNamer(tables);
  for (const source of statementSources(statement, viewOf)) {
    const named = toNamed(source);
    for (const label of source.labels) add(foldName(label), named);
  }
  const written = writtenTable(sql, statement, schema, viewOf);
  // Foreign keys are checked under the tables' own names, whatever the statement calls so.
  for (const child of written?.children ?? []) {
    const table = tables.get(child);
    if (table !== undefined) add(child, table);
  }
  return {
    labels: new Map([...labels].map(([label, sources]) => [label, [...sources]])),
    uses,
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
  const found = names.labels.get(folded) ?? names.labels.get(withoutSchema(folded));
  if (found !== undefined) return found;
  const table = names.tables.get(folded) ?? names.tables.get(withoutSchema(folded));
  return table === undefined ? [] : [table];
}

/** The label without the schema that is written in front of a table's name. */
export function unqualified({ label, name }: Pick<PlanSource, 'label' | 'name'>): string {
  const bare = withoutSchema(label);
  // An alias may look like a schema and a table.
  return name !== null && isSameName(bare, name) ? bare : label;
}

// A name that is written with its schema is printed with it.
function withoutSchema(label: string): string {
  return label.replace(/^(?:main|temp)\./i, '');
}

function tablesOf(schema: Schema, trees: readonly BTree[]): Map<string, NamedSource> {
  const tables = new Map<string, NamedSource>();
  for (const tree of trees) {
    if (tree.index !== null) continue;
    const columns = tree.columns.filter((column) => column !== null);
    tables.set(foldName(tree.table), { kind: 'table', name: tree.table, columns });
  }
  for (const table of schema.tables) {
    tables.set(foldName(table.name), {
      kind: isVirtualTable(table) ? 'virtual' : 'table',
      name: table.name,
      columns: table.columns.map(({ name }) => name),
    });
  }
  return tables;
}

// Sources that mean the same become one: a view may be read some hundred times.
function sourceNamer(
  tables: ReadonlyMap<string, NamedSource>,
): (source: StatementSource) => NamedSource {
  const made = new Map<readonly string[], NamedSource>();
  return ({ kind, name, columns }) => {
    if (kind === 'transient') {
      const known = columns === null ? undefined : made.get(columns);
      const named = known ?? { kind, name, columns };
      if (columns !== null) made.set(columns, named);
      return named;
    }
    if (kind === 'function') return { kind: 'virtual', name, columns: null };
    const table = name === null ? undefined : tables.get(foldName(name));
    if (table !== undefined) return table;
    // SQLite's own tables stand in no schema.
    const isOwn = /^sqlite_/i.test(name ?? '');
    return { kind: isOwn ? 'table' : 'unknown', name, columns: null };
  };
}
