// Where the bytes of a database are, by dbstat of SQLite's official build. Plain data.
import type { Bytes, Fraction } from '../units.ts';

/** One b-tree: a table or an index. */
export interface TreeStorage {
  name: string;
  kind: 'table' | 'index';
  /** The table itself, or the one that the index is of. */
  table: string;
  /** Key and row in one tree. */
  isWithoutRowid: boolean;
  /** The virtual table of which it keeps a part; null for a tree that stands for itself. */
  virtualTable: string | null;
  pages: number;
  sizeBytes: Bytes;
  /** Pages by what they hold; they add up to `pages`. */
  interiorPages: number;
  leafPages: number;
  overflowPages: number;
  /** Bytes of its pages that hold nothing. */
  unusedBytes: Bytes;
  /** 1 - unusedBytes / sizeBytes. */
  fill: Fraction;
  /** Levels, 1 for a single page. */
  depth: number;
  /** Rows of a table, entries of an index. */
  entries: number;
  /** Entries per leaf page. */
  entriesPerLeaf: number;
  /** Of the longest row or key, without the headers of cells and pages. */
  largestPayloadBytes: Bytes;
}

export interface StorageReport {
  pageSizeBytes: Bytes;
  pages: number;
  freePages: number;
  sizeBytes: Bytes;
  /** In order of creation, sqlite_schema first. */
  trees: TreeStorage[];
  sqliteVersion: string;
}
