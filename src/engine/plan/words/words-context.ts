// What the words about a plan need to know besides its steps: names, rows, facts, counts.
// Plain data with one function; who gathers it from the stores stands elsewhere.
import type { Schema } from '../../model/database/schema.ts';
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { BTree } from '../../model/plan/program.ts';
import type { ProgramFacts } from '../../model/plan/program-facts.ts';
import type { RowWeights } from '../row-weights.ts';

export interface WordsContext {
  schema: Schema;
  /** The statement whose plan it is, as written: its conditions and hints are looked at. */
  sql: string;
  /** Of the same statement in the same setup; null while they are not known. */
  facts: ProgramFacts | null;
  /** Tables and indexes that are there in the setup (Explanation.trees); empty while not known. */
  trees: readonly BTree[];
  /** Rows of a table of the schema, whatever the case of its letters; null when not known. */
  rowsOf(table: string): number | null;
  /** True when rowsOf counts what a database holds, false when it says what the recipe makes. */
  areRowsLoaded: boolean;
  /** Whether ANALYZE has been run in the setup. */
  hasStatistics: boolean;
  /** By position of the plan's row; null when nothing was counted. */
  loopCounts: ReadonlyMap<number, LoopCount> | null;
  /** Rows of the result, where they were counted with the loops. */
  resultRows?: number | null;
  /** From how many rows on something is worth a word. */
  weights: RowWeights;
}
