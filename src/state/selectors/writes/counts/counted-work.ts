// The work that was counted of a run, by contender; whether and how it can be counted, and what has to
// be known of it. Pure: no times come in here.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { WriteCounters } from '../../../../engine/model/writes/writes.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { contenderWords } from '../contender-words.ts';

/** Null where it was not counted, or could not be. */
export function workOf(
  { counts }: Pick<WritesRun, 'counts'>,
  contenderId: string | undefined,
): WriteCounters | null {
  const outcome = counts?.find((each) => each.contenderId === contenderId);
  return outcome?.status === 'counted' ? outcome.counters : null;
}

/** Why counting this one failed; null where it did not. */
export function countFailure(
  { counts }: Pick<WritesRun, 'counts'>,
  contenderId: string,
): EngineError | null {
  const outcome = counts?.find((each) => each.contenderId === contenderId);
  return outcome?.status === 'failed' ? outcome.error : null;
}

/** The button below a run's results. */
export interface CountAction {
  /** Why the work cannot be counted now, as a sentence; null when it can. */
  refusal: string | null;
  /** What a press does. */
  explanation: string;
}

/** Null while nothing was measured, while it measures, and once the work is counted. */
export function countAction(run: WritesRun, isStale: boolean): CountAction | null {
  const { status, samples, counts } = run;
  const isCounted = counts !== null && counts.length > 0;
  if (samples.length === 0 || isCounted || status === 'measuring') return null;
  const explanation =
    'Runs each of these writes once more in SQLite’s official build, which counts VM steps and pages written: noise cannot change them.';
  const refusal = isStale
    ? 'The playground has changed since: measure again before the work is counted.'
    : null;
  return { explanation, refusal };
}

/** How it was counted, for the tip of a counted figure. */
export const howCounted =
  'Counted by SQLite’s official build in one run on a fresh copy, COMMIT included: no time is in it, so noise cannot change it.';

/** Sentences to stand with a run's figures; none before it is counted. */
export function countNotes(run: WritesRun): string[] {
  const { counts, opened, subject } = run;
  if (!counts || counts.length === 0) return [];
  const failed = counts.flatMap(({ status, contenderId }) => {
    const contender = opened?.contenders.find(({ id }) => id === contenderId);
    return status === 'failed' && contender ? [contenderWords(contender, subject)] : [];
  });
  return [
    'VM steps and pages written are counted, not timed: SQLite’s official build did the same writes once, each on a fresh copy of the database, with a real COMMIT. VM steps are those of the writing statements alone; a page that is written twice counts twice. The same data gives the same counts on every machine.',
    ...(failed.length === 0 ? [] : [`The work could not be counted of ${formatList(failed)}.`]),
  ];
}
