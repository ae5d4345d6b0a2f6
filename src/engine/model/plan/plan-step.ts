// What a line of a query plan says, as data: the grammar of EXPLAIN QUERY PLAN in SQLite 3.54.
// The line itself is never lost: what is not understood is 'unknown', with its text kept beside.

/** Whose rows a step reads or makes. */
export interface PlanSource {
  /** As the line prints it: the alias where there is one, else the name. */
  label: string;
  /**
   * 'table': a table of the schema; 'virtual': a virtual table or table-valued function;
   * 'transient': rows that the statement itself makes (view, common table, subquery, join);
   * 'unknown': a name that neither schema nor statement knows.
   */
  kind: 'table' | 'virtual' | 'transient' | 'unknown';
  /** Name of the table, view, common table or module behind the label; null for unnamed ones. */
  name: string | null;
}

/** A term that narrows a search. `=` also stands for IN, IS and IS NULL; `>` and `<` for >= and <=. */
export interface PlanTerm {
  /** 'skip' is SQLite's ANY(column): every value of the column is searched in turn. */
  relation: 'equal' | 'above' | 'below' | 'skip';
  /** Several for a row value; null for an expression. 'rowid' for the rowid. */
  columns: string[] | null;
  /** As the line prints it: `a=?`. */
  text: string;
}

/** By which b-tree, and by which terms, rows are reached. */
export type AccessPath =
  /** The table's own b-tree from one end to the other. */
  | { kind: 'table' }
  | { kind: 'rowid'; terms: PlanTerm[] }
  /** The key of a WITHOUT ROWID table. */
  | { kind: 'primary-key'; terms: PlanTerm[] }
  | { kind: 'index'; index: string; isCovering: boolean; terms: PlanTerm[] }
  /** An index made for this execution alone; `isPartial`: of the rows that constant terms keep. */
  | { kind: 'automatic-index'; isPartial: boolean; terms: PlanTerm[] }
  /** What the module's xBestIndex chose. */
  | { kind: 'virtual'; number: string; text: string };

export type CompoundOperator = 'UNION' | 'UNION ALL' | 'INTERSECT' | 'EXCEPT';

export type PlanStep =
  | {
      kind: 'loop';
      /** As SQLite says it. SEARCH without terms is a MIN/MAX plan, which may read everything. */
      verb: 'scan' | 'search';
      source: PlanSource;
      access: AccessPath;
      /** EXISTS made into a join that ends at the first match. */
      isExists: boolean;
      /** The right table of a LEFT or FULL JOIN. */
      isLeftJoin: boolean;
    }
  /** Rows that stand in the statement itself: a SELECT without FROM, VALUES. */
  | { kind: 'constant-rows'; rows: number }
  | {
      kind: 'sort';
      purpose: 'order-by' | 'group-by' | 'distinct' | 'aggregate';
      /** Only so many of the last terms are sorted, the others come in order; null for all. */
      lastTerms: number | null;
      /** `count(DISTINCT)`, `group_concat(ORDER BY)`; null for other purposes. */
      aggregate: string | null;
    }
  /** Rows of a subquery, handed out one at a time while they are made. */
  | { kind: 'co-routine'; source: PlanSource }
  /** Rows of a subquery, all stored before they are read. */
  | { kind: 'materialize'; source: PlanSource }
  /** A subquery in an expression; correlated: once for each row of the loop that it stands in. */
  | { kind: 'subquery'; form: 'scalar' | 'list'; number: number; isCorrelated: boolean }
  /** The rows of a subquery that was computed above. */
  | { kind: 'reuse'; form: 'scalar' | 'list'; number: number }
  /** IN asks a table's rowid or an index that is there already. */
  | { kind: 'in-lookup'; table: string | null; index: string | null }
  /** Spares lookups that would find nothing. `source`: null for the one of an IN list. */
  | { kind: 'bloom-filter'; source: PlanSource | null; terms: PlanTerm[] }
  /** One search for each arm of an OR; rows found twice count once. */
  | { kind: 'multi-index-or' }
  | { kind: 'or-arm'; number: number }
  | { kind: 'compound' }
  /** `operator`: null for the first. */
  | { kind: 'compound-arm'; operator: CompoundOperator | null; isTempBTree: boolean }
  /** Both arms are sorted and merged. */
  | { kind: 'merge'; operator: CompoundOperator }
  | { kind: 'merge-arm'; side: 'left' | 'right' }
  | { kind: 'recursion'; part: 'setup' | 'step' }
  /** The second pass of a RIGHT or FULL JOIN: rows that matched nothing. */
  | { kind: 'right-join'; source: PlanSource }
  | { kind: 'unknown' };

/**
 * How a step hangs under what stands above it. 'then': once, after its elder siblings; 'for-each':
 * for each row of the loop above; 'part': a part of the step above (arm, subplan, filter);
 * 'foreign-key': reads the other side of a foreign key for each row that is changed.
 */
export type PlanEdge = 'then' | 'for-each' | 'part' | 'foreign-key';

/** A step in the tree as it is drawn: sibling loops of SQLite's rows stand inside one another. */
export interface StepNode {
  /** Place in the drawn tree, from 1: '1', '1.2'. Unique within the plan; links name it. */
  path: string;
  /** Position of its row among the plan's rows, from 0. */
  row: number;
  /** The line as SQLite wrote it. */
  detail: string;
  /** The planner's estimate per invocation, 10*log2; 0 where it gives none. */
  cost: number;
  step: PlanStep;
  edge: PlanEdge;
  children: StepNode[];
}
