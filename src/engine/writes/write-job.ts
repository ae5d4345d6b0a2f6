// What a technique has to write, the same for all techniques of an operation.
// Who makes it from a database stands in prepare-job; how it is written, in techniques.
import type { Table } from '../model/database/schema.ts';
import type { Index } from '../model/playground.ts';
import type { SqlValue } from '../model/values.ts';
import type { WriteOperation } from '../model/writes/technique.ts';
import type { RowKey } from '../sql/tables/row-key.ts';

export interface WriteJob {
  operation: WriteOperation;
  table: Table;
  /** How rows are addressed: the columns of a key without NULLs, or a name of the rowid. */
  key: RowKey | null;
  /** Columns of `rows` of an insert, in the order of the table; generated ones are left out. */
  columns: readonly string[];
  /** Insert: the rows. Update and delete: the rows as they are before, in key order. */
  rows: readonly (readonly SqlValue[])[];
  /** Update and delete: the key's values of each row. */
  keys: readonly (readonly SqlValue[])[];
  /** Update: what is set, and the value that each row gets. */
  update: { column: string; expression: string; values: readonly SqlValue[] } | null;
  /** Rows in the table before. */
  rowsBefore: number;
  /** Indexes of the table that the user made and that are on. */
  indexes: readonly Index[];
  /** Rows a statement takes, of techniques that take several. */
  batchSize: number;
  /** Called between statements of a long run; throws when it takes too long. */
  checkLimit: () => void;
}
