// What the text of a statement says of its sources: which names stand for which tables, and where.
// Read from the tokens alone; half-written statements give what can be read of them.

/**
 * An item of a FROM clause, or the table that an INSERT, UPDATE or DELETE changes. The `excluded` of
 * an ON CONFLICT is the changed table under that alias.
 */
export interface ScopeSource {
  /** 'function': a table-valued function; 'common-table': one of a WITH that is in scope. */
  kind: 'table' | 'common-table' | 'subquery' | 'function';
  /** As written, without quotes; null for a subquery. */
  name: string | null;
  /** `main` of `main.t`; null where there is none. */
  schema: string | null;
  alias: string | null;
  /** How it is joined to those before it; 'first' for the first. Commas and CROSS JOIN are 'inner'. */
  join: 'first' | 'inner' | 'left' | 'right' | 'full';
  /** UTF-16 offsets of the item with its alias. */
  start: number;
  end: number;
  /** Of the condition behind ON, without the keyword; null without ON. */
  on: { start: number; end: number } | null;
  /** For a subquery: position of its first SELECT among the scopes. */
  scope: number | null;
  /** It stands in a parenthesised join together with others. */
  isGrouped: boolean;
}

/** One SELECT (an arm of a compound is one of its own), UPDATE, DELETE or INSERT. */
export interface QueryScope {
  kind: 'select' | 'update' | 'delete' | 'insert';
  /** UTF-16 offsets: where its sources can be named. At `end` stands what ended it, or nothing. */
  start: number;
  end: number;
  /** Position of the scope that it stands in, always a smaller one; null for the outermost. */
  parent: number | null;
  /**
   * False where the parent's own sources cannot be named, though those around the parent can:
   * subqueries in FROM, common tables, the SELECT of an INSERT.
   */
  seesParent: boolean;
  sources: ScopeSource[];
  /** Of the condition behind WHERE, without the keyword; null without WHERE. */
  where: { start: number; end: number } | null;
  /** Where a WHERE clause would be put: right behind the FROM clause; null where none can stand. */
  whereAt: number | null;
  /** Of a SELECT: the items of its list. None for VALUES; a join in parentheses is a star. */
  items: ResultItem[];
  /** The names of the items, as far as the text gives them; '*' for stars. */
  columns: string[];
  /** Names and values of WITH in front of it. */
  commonTables: CommonTable[];
}

export type ResultItem =
  /** `*`, or `t.*` */
  | { kind: 'star'; qualifier: string | null }
  /** A column under its own or another name. */
  | { kind: 'column'; name: string; qualifier: string | null; column: string }
  /** Anything else; null without a name of its own. */
  | { kind: 'computed'; name: string | null };

export interface CommonTable {
  name: string;
  /** Named behind the name; null when they come from its SELECT. */
  columns: string[] | null;
  /** Position of its first SELECT among the scopes; null when there is none yet. */
  scope: number | null;
  isRecursive: boolean;
}
