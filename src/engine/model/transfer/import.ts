// Files coming in: what is found in one, what the user decides, what becomes of it.
// Plain data; the work is done in engine/transfer, in a worker that is thrown away afterwards.
import type { ImportedData } from '../database/imported-data.ts';
import type { EngineError } from '../errors.ts';
import type { Index } from '../playground.ts';
import type { Bytes, Fraction } from '../units.ts';
import type { SqlValue } from '../values.ts';

/** Encodings of texts that are read, under the names that TextDecoder knows. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file turned out to be, by its content; its name counts where that is not clear. */
export type FileReport =
  | DatabaseFileReport
  | ScriptFileReport
  | RowsFileReport
  /** A .dyno.json: the page opens it. */
  | { kind: 'playground' }
  /** One sentence of a fixed list (engine/transfer/refusals.ts). */
  | { kind: 'refused'; error: EngineError };

export interface DatabaseFileReport {
  kind: 'database';
  sizeBytes: Bytes;
  /** Rows as a walk along a small file or sqlite_stat1 tells; null when only counting would. */
  tables: { name: string; columns: string[]; rows: number | null }[];
  indexCount: number;
  viewCount: number;
  triggerCount: number;
  /** Modules that sql.js lacks: 'fts5', 'rtree'. With any, the official build opens it. */
  modules: string[];
  /** What the user should know: WAL mode, a text encoding, tables that were left out. */
  warnings: string[];
}

export interface ScriptFileReport {
  kind: 'script';
  sizeBytes: Bytes;
  /** What its bytes are to be decoded as, also by a page that takes it as text. */
  encoding: TextEncoding;
  /** Statements by what they begin with: 'CREATE TABLE', 'INSERT'. */
  statements: { kind: string; count: number }[];
  /**
   * True when it may become text of the playground, which links carry: small, of statements that make
   * a schema and its rows, and every character of it was read (no NUL, nothing that the encoding has not).
   */
  fitsPlayground: boolean;
  warnings: string[];
}

export type RowsFormat = 'csv' | 'json';
export type ImportedColumnType = 'INTEGER' | 'REAL' | 'TEXT' | 'BLOB';

export interface RowsFileReport {
  kind: 'rows';
  format: RowsFormat;
  sizeBytes: Bytes;
  encoding: TextEncoding;
  options: RowsOptions;
  /** False for rows that name their columns themselves: JSON objects. */
  canHaveHeader: boolean;
  columns: RowsColumn[];
  /** The first rows as they will be stored. */
  rows: SqlValue[][];
  /** Rows in all, reckoned from the part that was read. */
  expectedRows: number;
  badRows: BadRow[];
  badRowUnit: BadRowUnit;
  warnings: string[];
}

/** What the number of a bad row counts: lines of the file, or rows of a JSON list. */
export type BadRowUnit = 'line' | 'row';

/** How a file of rows is read; detected, then the user's to change. JSON takes `hasHeader`. */
export interface RowsOptions {
  delimiter: ',' | ';' | '\t' | '|';
  hasHeader: boolean;
  /**
   * True: an empty field is NULL, unless it is "" in a column that takes texts; false: it is an empty
   * text.
   */
  emptyIsNull: boolean;
}

export interface RowsColumn {
  name: string;
  type: ImportedColumnType;
}

/** A row that could not be taken, and why: always told, never dropped silently. */
export interface BadRow {
  /** 1-based line of the file where the row begins; in a JSON list the number of the row. */
  line: number;
  reason: string;
  /** The beginning of its text. */
  excerpt: string;
}

export interface RowsTarget {
  /** Table that gets the rows: made anew, or one that is there. */
  table: string;
  isNew: boolean;
  /** By position in the file; the column that takes the field, null to leave it out. */
  columns: { name: string; type: ImportedColumnType }[] | (string | null)[];
}

export interface ImportProgress {
  phase: 'reading' | 'checking' | 'loading' | 'keeping';
  fraction: Fraction;
  rowsDone?: number;
}

/** A playground's data, as the import made it. */
export interface ImportOutcome {
  imported: ImportedData;
  /** CREATE TABLE, VIEW, TRIGGER of what is in it. */
  schemaSql: string;
  /** Its CREATE INDEX statements, in order of creation. */
  indexes: Index[];
  /** True when it holds the answers of ANALYZE. */
  hasStatistics: boolean;
  /** Rows that were taken in. */
  rowCount: number;
  /** The first rows that were not taken; `badRowCount` counts them all. */
  badRows: BadRow[];
  badRowCount: number;
  badRowUnit: BadRowUnit;
  warnings: string[];
}

/** Bad rows that are told in full; more are counted. */
export const maxBadRows = 100;
/** Rows of a preview. */
export const previewRows = 20;
