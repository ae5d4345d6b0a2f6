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
   * Each of its full scans may end before the last entry: at a LIMIT, at the first row that fits
   * (EXISTS, MIN, MAX).
   */
  mayStopEarly: boolean;
  /** Its entries are counted page by page (Count). */
  isCounted: boolean;
  /** Instructions that go to a place in it by key or rowid. */
  seeks: number;
  /** Of a table: rows are looked up one by one because an index lacks columns that are read. */
  isLookedUp: boolean;
  /** Columns read from its records, in the order of the record; 'rowid' for the rowid. */
  columns: string[];
}

/** A table or index that the program changes. */
export interface TreeWrite {
  table: string;
  index: string | null;
  /** Instructions that put in or take out an entry. */
  inserts: number;
  deletes: number;
  /** Emptied as a whole (Clear): DELETE without WHERE. */
  isCleared: boolean;
}

/** A structure that exists for the execution alone. */
export interface Transient {
  kind: 'sorter' | 'automatic-index' | 'table';
  /** Of which table an automatic index is. */
  table: string | null;
}

/** What one program does; triggers and foreign key actions have programs of their own. */
export interface ProgramWork {
  reads: TreeRead[];
  writes: TreeWrite[];
  transients: Transient[];
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
