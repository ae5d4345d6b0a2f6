// What may be written at the caret: the kinds of things, not which of them there are.
import type { Token } from '../../token.ts';

export type CaretContext =
  /** A new name, or nothing that is known. */
  | { kind: 'nothing' }
  /** One of these words. */
  | { kind: 'words'; words: readonly string[] }
  | OperandContext
  /** Behind a dot. `isSource`: the dot stands where a table is named. */
  | { kind: 'member'; qualifier: string; isSource: boolean }
  /** The name of a table; 'read' takes views, common tables and functions too. */
  | { kind: 'source'; role: 'read' | 'write' | 'parent' | 'any'; words: readonly string[] }
  /** Behind an item of FROM: a join's condition may follow. */
  | { kind: 'joined'; hasCondition: boolean; isAliased: boolean; words: readonly string[] }
  | {
      kind: 'column-names';
      columns: ColumnPlace | null;
      taken: string[];
      /** Columns that a statement writes: generated ones are left out. */
      isWritten: boolean;
      words: readonly string[];
    }
  /** USING ( */
  | { kind: 'shared-columns' }
  | { kind: 'index'; table: string | null }
  | { kind: 'collation' }
  /** Behind OVER. */
  | { kind: 'window' }
  | { kind: 'type'; words: readonly string[] };

/** The beginning of an expression. */
export interface OperandContext {
  kind: 'operand';
  /** 'row': a single row's value. 'result': aggregates and window functions too. */
  takes: 'row' | 'aggregate' | 'result';
  /** True where the name of a result column counts: ORDER BY and the like. */
  takesResultNames: boolean;
  /** At the beginning of the condition behind ON. */
  isJoinCondition: boolean;
  /** Where the columns come from; null for the sources in scope. */
  columns: ColumnPlace | null;
  words: readonly string[];
}

export type ColumnPlace = { table: string } | { names: string[] };

/** The text and tokens that a context is read from. */
export interface CaretTokens {
  sql: string;
  before: readonly Token[];
  after: readonly Token[];
}
