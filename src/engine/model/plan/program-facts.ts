// What a compiled statement does to tables and indexes, read from its instructions: exact where the
// lines of the plan are only words.

/** A table or index that the program reads. */
export interface TreeRead {
  table: string;
  /** Null for the table itself. */
  index: string | null;
  /** Every entry is visited, in a loop without any constraint (Next or Prev with p5 = 1). */
  isFullScan: boolean;
  /**
   * Each of its full scans may end before the last entry: at a LIMIT (also one that stands behind a
   * GROUP BY, a subquery, a window or a UNION), at the first row that fits (EXISTS, MIN, MAX), at the
   * end of the other side (INTERSECT, EXCEPT).
   */
  mayStopEarly: boolean;
  /** Its entries are counted page by page (Count). */
  isCounted: boolean;
  /** Instructions that go to a place in it by key or rowid. */
  seeks: number;
  /** Of a table: rows are looked up one by one because an index lacks columns that are read. */
  isLookedUp: boolean;
  /**
   * Its loops, each by a cursor of its own, in the order of the plan's lines; null where the program
   * does not tell that order and they differ. Looking up single rows is no loop.
   */
  loops: TreeLoop[] | null;
  /** Columns read from its records, in the order of the record; 'rowid' for the rowid. */
  columns: string[];
}

/** One way along a tree: what TreeRead says of all of them together. */
export type TreeLoop = Pick<TreeRead, 'isFullScan' | 'mayStopEarly'>;

/** A table or index that the program changes. */
export interface TreeWrite {
  table: string;
  index: string | null;
  /** Instructions that put in or take out an entry. */
  inserts: number;
  deletes: number;
  /** Those that take out the entry of another row, whose key a new one has (OR REPLACE). */
  replacements: number;
  /** Emptied as a whole (Clear): DELETE without WHERE. */
  isCleared: boolean;
}

/** A structure that exists for the execution alone. */
export interface Transient {
  kind: 'sorter' | 'automatic-index' | 'table';
  /** Of which table an automatic index is. */
  table: string | null;
  /**
   * Of a sorter: it never holds more than the first LIMIT + OFFSET rows, as the last one goes whenever
   * a better one comes. False for all others.
   */
  keepsFirst: boolean;
}

/**
 * 'each-row': for each row that is changed; 'replaced': for rows that go because a new one has their
 * key (OR REPLACE); 'open-references': for each row, but only while a reference leads nowhere
 * (FkIfZero), which a row put in may mend.
 */
export type CheckOccasion = 'each-row' | 'replaced' | 'open-references';

/** A look at the other side of a foreign key, as the program does it for a row (fkey.c). */
export interface ForeignKeyLook {
  /**
   * 'children': for rows that refer to a row that goes or comes, each of which is a line of the plan
   * (StepNode.edge 'foreign-key'), in the same order; 'parent': for the row that a new one refers to.
   */
  side: 'children' | 'parent';
  /** The table that is looked at. */
  table: string;
  /** By which index; null for the table itself. */
  index: string | null;
  /** Every entry is read; else it is a search. */
  isScan: boolean;
  /** Columns of the table that are compared: those of the key are among them. 'rowid' for the rowid. */
  columns: string[];
  occasion: CheckOccasion;
}

/** What one program does; triggers and foreign key actions have programs of their own. */
export interface ProgramWork {
  reads: TreeRead[];
  writes: TreeWrite[];
  transients: Transient[];
  /** Rows are handed to a virtual table, whose own code writes them (VUpdate). */
  changesVirtual: boolean;
  /** In the order of the program. */
  foreignKeyLooks: ForeignKeyLook[];
}

export interface Subprogram extends ProgramWork {
  kind: 'trigger' | 'foreign-key-action';
  /** As SQLite names it; null for a foreign key action, which has no name. */
  name: string | null;
}

export interface ProgramFacts extends ProgramWork {
  /** Which columns of each table must be known to answer: what a covering index must hold. */
  columnsRead: { table: string; columns: string[] }[];
  /**
   * No loop without constraint goes on after the first row that fits: what `SEARCH t` without terms
   * (MIN, MAX) means where it is meant well.
   */
  stopsAtFirstRow: boolean;
  subprograms: Subprogram[];
}
