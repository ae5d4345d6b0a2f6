// What a run of the Writes lab works on: copies of the database at their start states, the rows to
// write, and who writes them how. Takes no times and counts nothing: both stand on this.
import type { Schema } from '../model/database/schema.ts';
import type { RefusedContender, WriteContender } from '../model/writes/writes.ts';
import type { Database, OpenOptions } from '../sqlite/driver.ts';
import type { Technique } from './technique.ts';
import type { WriteJob } from './write-job.ts';

/** What opens databases: a Driver, or one whose databases can do more. */
export interface DatabaseOpener<D extends Database> {
  open(image?: Uint8Array, options?: OpenOptions): D;
}

export interface WriteBench<D extends Database = Database> {
  /** In the order of the request, without those that were refused. */
  contenders: BenchContender<D>[];
  refused: RefusedContender[];
  /** Rows that each run writes. */
  rows: number;
  /** Rows of the table at the start of the first operation. */
  rowsBefore: number;
  /** What was done to the copy before, as sentences. */
  notes: string[];
  /** The tables whose content the writes may change; hash these. */
  changing: Schema;
  /** Frees all copies. */
  close(): void;
}

export interface BenchContender<D extends Database = Database> {
  contender: WriteContender;
  technique: Technique;
  /** `checkLimit` counts from the last inTransaction or openCopy. */
  job: WriteJob;
  /**
   * Runs `work` on the run's one database, in a transaction that is rolled back, also when it
   * throws; the indexes that are off are hidden. For techniques that are not autocommit.
   */
  inTransaction<Result>(work: (database: D) => Result): Result;
  /** A fresh copy in which the indexes that are off are dropped. The caller closes it. */
  openCopy(): D;
}
