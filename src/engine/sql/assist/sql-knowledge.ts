// What an editor knows while one writes SQL: the schema, the indexes of all setups, rows by table.
// Plain data; where it comes from, and what is offered from it, is said elsewhere.
import type { Schema } from '../../model/database/schema.ts';

export interface SqlKnowledge {
  schema: Schema;
  /** Those of the playground, whether on in a setup or not, then those of constraints. */
  indexes: KnownIndex[];
  /** Rows by table, its name folded (foldName); a table of which nothing is known is not in it. */
  rows: ReadonlyMap<string, number>;
}

export interface KnownIndex {
  /** As INDEXED BY takes it; null for the index of a constraint, which has no name to write. */
  name: string | null;
  table: string;
  terms: KnownTerm[];
  isUnique: boolean;
  /** The condition of a partial index as written; null for a whole one. */
  condition: string | null;
}

export interface KnownTerm {
  /** Null for an expression. */
  column: string | null;
  /** As written, with COLLATE and DESC. */
  text: string;
}

export const noKnowledge: SqlKnowledge = {
  schema: { tables: [], views: [], triggers: [] },
  indexes: [],
  rows: new Map(),
};
