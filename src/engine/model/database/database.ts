// The built database: what the page asks for and what it is told about the result.
import type { EngineError } from '../errors.ts';
import type { Index, Recipe } from '../playground.ts';
import type { Bytes, Fraction, Milliseconds } from '../units.ts';

/** Everything a database is made from. The same request always gives the same content. */
export interface DatabaseRequest {
  schemaSql: string;
  recipe: Recipe;
  indexes: Index[];
  /** True when a setup has statistics on: ANALYZE runs after the indexes are built. */
  needsStatistics: boolean;
}

export interface BuildProgress {
  phase: 'schema' | 'rows' | 'indexes' | 'statistics';
  /** Of the whole build. */
  fraction: Fraction;
  /** What is being made: a table or an index. */
  name?: string;
  rowsDone?: number;
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
  buildMs: Milliseconds;
  engine: EngineInfo;
}

export interface EngineInfo {
  name: 'sql.js' | 'sqlite-wasm';
  sqliteVersion: string;
}
