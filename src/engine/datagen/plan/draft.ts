// A table's plan while it is being made: what each column has got so far, and what stands in the way.
// The steps that fill it stand in files of their own; plan-table.ts calls them in order.

import { foldName } from '../../../lib/sql-name.ts';
import type { Column, ForeignKey, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Recipe } from '../../model/playground.ts';
import type { ColumnGenerator, ColumnRecipe } from '../../model/recipe/column-generator.ts';
import type { Fraction } from '../../model/units.ts';
import type { Stream } from '../draws/random.ts';
import type { Generator } from '../generator.ts';
import type { ParentKeys, ParentPick } from '../generators/reference.ts';
import { readCheckRules } from './checks/check-rules.ts';
import { type ColumnRules, noRules, type Rules } from './checks/column-rules.ts';
import type { ExistingRows } from './existing-rows.ts';
import type { Children } from './references/parent-pick.ts';
import type { KeyPart } from './unique-values.ts';

export interface TableContext {
  rows: number;
  /** Of this table under the recipe's seed. */
  stream: Stream;
  version: Recipe['generatorsVersion'];
  existing: ExistingRows;
  /** Settings of the recipe by folded column name. */
  recipes: ReadonlyMap<string, ColumnRecipe>;
  /** Foreign keys whose parents are filled after this table. */
  cut: ReadonlySet<ForeignKey>;
  /** Folded names of the columns that foreign keys refer to: their values must be known. */
  referredTo: ReadonlySet<string>;
  /** The keys of a parent; null when it has none that can be referred to. */
  parentKeys(key: ForeignKey): ParentKeys | null;
  /** True when a generated column is referred to: its values are not known beforehand. */
  isComputed(key: ForeignKey): boolean;
  /** True when the parent's own foreign key makes this one hold as well. */
  isImplied(key: ForeignKey, by: ForeignKey): boolean;
}

/** Which parent each row has. */
export interface PickedParent {
  key: ForeignKey;
  keys: ParentKeys;
  pick: ParentPick;
  /** What further keys with the same columns ask of the parent of a row. */
  accepts: ((parent: number, row: number) => boolean)[];
  /** Of a reference with a given number of children. */
  children: Children | null;
}

/** All names are folded. */
export interface TableDraft {
  readonly table: Table;
  readonly context: TableContext;
  readonly rules: Rules;
  /** Settings of the recipe that this column can have. */
  readonly explicit: Map<string, ColumnRecipe>;
  /** Settings in force: explicit or inferred. */
  readonly settings: Map<string, ColumnGenerator>;
  readonly generators: Map<string, Generator>;
  /** What can be dealt out for UNIQUE, by each of its columns. */
  readonly parts: Map<string, (needed: number) => KeyPart | null>;
  readonly nullShares: Map<string, Fraction>;
  /** Columns whose values other columns or tables rely on: relations move the other side. */
  readonly fixed: Set<string>;
  /** References of which another one may stand in where a CHECK refuses a row. */
  readonly movable: Set<string>;
  /** Columns that SQLite makes: by an expression or a DEFAULT. */
  readonly madeBySqlite: Set<string>;
  readonly picked: Map<string, PickedParent>;
  /** Columns that are NULL at first and get their values when all tables are filled. */
  readonly later: Set<string>;
  readonly problems: EngineError[];
}

export function createDraft(table: Table, context: TableContext): TableDraft {
  return {
    table,
    context,
    rules: readCheckRules(table, context.version),
    explicit: new Map(),
    settings: new Map(),
    generators: new Map(),
    parts: new Map(),
    nullShares: new Map(),
    fixed: new Set(),
    movable: new Set(),
    madeBySqlite: new Set(),
    picked: new Map(),
    later: new Set(),
    problems: [],
  };
}

/** The columns that rows can give values to. */
export function writableColumns({ table }: TableDraft): Column[] {
  return table.columns.filter((column) => !column.isGenerated);
}

export function columnOf({ table }: TableDraft, name: string): Column | undefined {
  const folded = foldName(name);
  return table.columns.find((column) => foldName(column.name) === folded);
}

/** The column's generator so far; NULL while it has none. */
export function generatorOf(draft: TableDraft, name: string): Generator {
  return draft.generators.get(foldName(name)) ?? empty('NULL');
}

export function rulesOf(draft: TableDraft, name: string): ColumnRules {
  return draft.rules.get(foldName(name)) ?? noRules();
}

/** A generator of NULL. */
export function empty(description: string): Generator {
  return { name: 'empty', description, at: () => null };
}
