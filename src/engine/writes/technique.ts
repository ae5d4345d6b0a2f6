// A technique: one way to write the rows of a job. Each stands in a file of its own.
// Knows no clock and no transaction: who measures begins and ends both.
import type { TechniqueFacts } from '../model/writes/technique.ts';
import type { Database } from '../sqlite/driver.ts';
import type { WriteJob } from './write-job.ts';

export interface Technique {
  facts: TechniqueFacts;
  /** Why it cannot do this job, as a sentence for the user; null when it can. */
  refusal(job: WriteJob): string | null;
  /**
   * Brings the database to where the technique begins, outside of the time and inside of its
   * transaction: a source table that is filled, indexes that are dropped. Absent when it begins with
   * the job's own state.
   */
  prepare?(database: Database, job: WriteJob): void;
  /**
   * Writes all rows of the job and returns how many statements it executed. Everything that an
   * application would do from its rows in memory is in here: building texts, preparing, binding.
   * Never begins or ends a transaction. Throws what SQLite throws; the caller takes back.
   */
  write(database: Database, job: WriteJob): number;
}
