// Bytes of each table and index of a database, counted from its pages.
import type { Bytes } from '../units.ts';

export interface StorageSize {
  name: string;
  kind: 'table' | 'index';
  /** The table itself, or the one that the index is of. */
  table: string;
  /** Pages of its tree, overflow pages among them. */
  pages: number;
  sizeBytes: Bytes;
  /** Entries: rows of a table, keys of an index. */
  entries: number;
}
