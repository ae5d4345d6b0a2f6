// Ends a run that takes too long. Asked between statements: a single one is never cut short.
import { formatCount } from '../../../../lib/format/format-count.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { Milliseconds } from '../../../model/units.ts';

export interface RunLimit {
  /** A run begins now. */
  begin(): void;
  /** Throws 'time-limit' when the run that began last has been going on for too long. */
  check(): void;
}

/** `limitMs` for one run of `rows` rows into `table`. Before the first run it never ends anything. */
export function createRunLimit(
  clock: () => Milliseconds,
  limitMs: Milliseconds,
  told: { table: string; rows: number },
): RunLimit {
  let end = Number.POSITIVE_INFINITY;
  return {
    begin() {
      end = clock() + limitMs;
    },
    check() {
      if (clock() < end) return;
      throw new EngineFailure({
        code: 'time-limit',
        message: `Writing ${formatCount(told.rows)} rows of ${told.table} took longer than ${Math.round(limitMs / 1000)} s and was ended. Nothing was kept.`,
        hint: 'Use fewer rows, or leave this technique out.',
      });
    },
  };
}
