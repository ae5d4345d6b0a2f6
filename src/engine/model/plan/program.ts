// A compiled statement: the instructions that EXPLAIN lists, and the b-trees that they name by number.
import type { PlanRow } from './plan.ts';

/** One row of EXPLAIN. The comment column is empty in the builds used here. */
export interface Instruction {
  address: number;
  opcode: string;
  p1: number;
  p2: number;
  p3: number;
  /** As SQLite prints it; null where there is none. */
  p4: string | null;
  p5: number;
}

/** A table or index as a b-tree of the database file. */
export interface BTree {
  /** Page number of its root: what OpenRead and OpenWrite name. */
  rootPage: number;
  schema: 'main' | 'temp';
  table: string;
  /** Null for the table itself (of a WITHOUT ROWID table: its key's tree). */
  index: string | null;
  /**
   * What its records hold, in the order of Column's p2; null for an expression. An index ends with
   * what finds the row: 'rowid', or the key of a WITHOUT ROWID table.
   */
  columns: (string | null)[];
  /** The column that is the table's rowid; null where none is. */
  rowidColumn: string | null;
}

/** All there is to know of a statement's plan in one setup, without executing it. */
export interface Explanation {
  rows: PlanRow[];
  /** The statement's program; those of triggers and foreign key actions follow, each from address 0. */
  instructions: Instruction[];
  trees: BTree[];
}
