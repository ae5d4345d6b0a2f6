// A contender that can be run: what the rounds of a run measure.
// How it runs (in a transaction, on a clone, in a table of its own) is its maker's affair.
import type { Milliseconds } from '../../model/units.ts';
import type { WriteContender, WriteProof } from '../../model/writes/writes.ts';

export interface MeasuredContender {
  contender: WriteContender;
  /**
   * Writes all rows once and takes everything back. `isFirst`: also reads the proof, outside of the
   * time. Throws an EngineFailure, after which the database is as it was before.
   */
  run(isFirst: boolean): ContenderRun;
}

export interface ContenderRun {
  elapsedMs: Milliseconds;
  /** Of the first run. */
  proof: WriteProof | null;
}
