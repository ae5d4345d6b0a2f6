// The built database: what the page asks for and what it is told about the result.
import type { EngineError } from '../errors.ts';
import type { Index, Recipe } from '../playground.ts';
import type { Bytes, Fraction, Milliseconds } from '../units.ts';
import type { EngineInfo } from './engine-info.ts';
import type { ImportedData } from './imported-data.ts';

/** Everything a database is made from. The same request always gives the same content. */
export interface DatabaseRequest {
  schemaSql: string;
  recipe: Recipe;
  indexes: Index[];
  /** True when a setup has statistics on: ANALYZE runs after the indexes are built. */
  needsStatistics: boolean;
  /** The data of a file; schema and recipe are then not carried out. */
  imported?: ImportedData;
  /** Keeps the image in the browser's storage; absent for what is measured once. */
  isKept?: true;
}

export interface BuildProgress {
  /** 'loading': from a kept image. 'keeping': into the browser's storage, for the next time. */
  phase: 'loading' | 'schema' | 'rows' | 'indexes' | 'statistics' | 'keeping';
  /** Of the whole build. */
  fraction: Fraction;
  /** What is being made: a table or an index. */
  name?: string;
  rowsDone?: number;
  /** While rows are made: rows of all tables per second, since the first. */
  rowsPerSecond?: number;
}

/** A row of sqlite_stat1; `idx` is null for a table without index. */
export interface StatisticsRow {
  tbl: string;
  idx: string | null;
  stat: string;
}

export type BuiltIndex =
  | { status: 'built'; name: string; sizeBytes: Bytes; buildMs: Milliseconds }
  /** `sql` is the statement that failed. */
  | { status: 'failed'; name: string; sql: string; error: EngineError };

export interface DatabaseSummary {
  tables: { name: string; rows: number }[];
  /** Rows of all tables. */
  rowCount: number;
  sizeBytes: Bytes;
  indexes: BuiltIndex[];
  statistics: StatisticsRow[];
  /** Time that making it took; of a restored image, when it was made. */
  buildMs: Milliseconds;
  /** Names its image, if it was worth keeping; absent where none are kept. */
  imageId?: string;
  /** Time of loading the image that it came from; absent when it was made now. */
  loadMs?: Milliseconds;
  /** Why it is not kept for the next time, as a sentence; absent when there is nothing to say. */
  notKept?: string;
  /** What there is to say of its rows, as sentences: rules of the schema that left some out. */
  notes?: string[];
  engine: EngineInfo;
}
