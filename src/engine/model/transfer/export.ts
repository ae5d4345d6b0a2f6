// Files going out: what is wanted, as plain data. The work is done in engine/transfer.
import type { Fraction } from '../units.ts';

/** What becomes a file. */
export type ExportRequest =
  /** The database as a setup has it: its indexes, its statistics, packed. */
  | ({ format: 'sqlite' } & ExportedSetup)
  /** The same as a script of statements. */
  | ({ format: 'sql' } & ExportedSetup)
  | { format: 'csv'; table: string; csv: CsvOptions }
  | { format: 'json'; table: string };

export interface ExportedSetup {
  /** Names of the indexes that are on. */
  indexes: string[];
  /** Names of all indexes that a setup can switch; others, and those of keys, stay. */
  switchable: string[];
  hasStatistics: boolean;
}

/** Safe: cells that a spreadsheet would run as a formula get a ' in front. Raw: exactly the values. */
export interface CsvOptions {
  isRaw: boolean;
}

export interface ExportProgress {
  fraction: Fraction;
}
