// The rows that a table has before bulk rows come: literal INSERTs of the schema.
// Generated keys go on after them, UNIQUE values avoid them, foreign keys may refer to them.
import type { SqlValue } from '../../model/values.ts';

/** What is known about rows already there. Tables by folded name. */
export interface ExistingRows {
  /** Null when it is not known. */
  count(table: string): number | null;
  /** The values of these columns of all rows. */
  values(table: string, columns: readonly string[]): SqlValue[][];
  /** The largest rowid; 0 when there is none. */
  maxRowid(table: string): number;
}

/** Nothing is known: no row can be referred to or avoided. */
export const unknownRows: ExistingRows = {
  count: () => null,
  values: () => [],
  maxRowid: () => 0,
};
