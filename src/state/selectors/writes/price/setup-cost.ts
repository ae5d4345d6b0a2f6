// What writing a row costs in a setup against the baseline: in time with its verdict, and in counts.
// Pure; the setups' sets of indexes stand for them.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { TimeDifference } from '../../../../engine/model/interval.ts';
import type { Setup, SetupLetter } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type { WriteCounters } from '../../../../engine/model/writes/writes.ts';
import { pairedDifference } from '../../../../engine/statistics/paired-difference.ts';
import { pairByRound, roundTimes } from '../../../../engine/statistics/writes/paired-rounds.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { workOf } from '../counts/counted-work.ts';
import { differencePerRow } from '../run/figure-words.ts';
import { verdictBetween } from '../run/verdict-between.ts';
import { measuredSet, type PriceRequest, setWith } from './price-run.ts';

/** From the baseline to another setup. */
export interface SetupChange {
  baseline: Setup;
  setup: Setup;
  letter: SetupLetter;
}

export interface SetupCost {
  /** Of a row, from paired rounds; null while there are too few. */
  difference: TimeDifference | null;
  /** On the two sets against each other: neither need be the one without an index. */
  verdict: Verdict;
  /** Of the whole run with either set; null before it is counted. */
  work: { before: WriteCounters; after: WriteCounters } | null;
}

export function setupCost(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  { baseline, setup }: SetupChange,
): SetupCost {
  const [before, after] = [baseline, setup].map(({ indexes }) => {
    const set = setWith(request, indexes);
    return set && measuredSet(run, operation, set.id);
  });
  if (!before || !after) {
    return { difference: null, verdict: { kind: 'too-few-runs', rounds: 0 }, work: null };
  }
  // Sets with each other's: at most so many that a setup can have besides the baseline's.
  const comparisons = Math.max(request.indexSets.length - 1, 1);
  const { times, against } = pairByRound(
    roundTimes(run.samples, after.contender.id),
    roundTimes(run.samples, before.contender.id),
  );
  const difference = pairedDifference(times, against, comparisons);
  const counted = [before, after].map(({ contender }) => workOf(run, contender.id));
  const [countedBefore, countedAfter] = counted;
  return {
    difference: difference && differencePerRow(difference, run.opened?.rows ?? request.rows),
    verdict: verdictBetween(run, after, before, comparisons),
    work: countedBefore && countedAfter ? { before: countedBefore, after: countedAfter } : null,
  };
}
