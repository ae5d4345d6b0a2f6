// The verdict on two contenders of a group, neither of which need be its baseline.
// Pure: the samples of the same rounds are paired, as they are with the baseline's.
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { WriteSample } from '../../model/writes/writes.ts';
import { inverseRatio, logRatios, pairedRatio } from '../paired-ratio.ts';
import { shortRounds } from '../stop-rule.ts';
import { shortVerdict, verdictWithin } from '../verdict.ts';
import { pairByRound, roundTimes } from './paired-rounds.ts';

export interface ContenderPair {
  /** Whose time is compared. */
  contenderId: string;
  /** With whose. */
  againstId: string;
}

/**
 * The verdict on a pair, in a family of `comparisons`. `margin` is what the group's baseline showed
 * against itself, as far as known: what lies within it is no difference. Where the slower of the two
 * had too few rounds for an interval, the rule of the short mode holds: all rounds on one side.
 */
export function pairVerdict(
  samples: readonly WriteSample[],
  { contenderId, againstId }: ContenderPair,
  margin: number | null,
  comparisons: number,
): Verdict {
  const { times, against } = pairByRound(
    roundTimes(samples, contenderId),
    roundTimes(samples, againstId),
  );
  const ratio = pairedRatio(times, against, comparisons);
  if (ratio && margin !== null) return verdictWithin(ratio, margin, times.length);
  const ratios = logRatios(times, against).map(Math.exp);
  return shortVerdict(ratios, margin === null ? [] : [1 + margin], shortRounds);
}

/** The verdict read the other way round; itself where it has no direction. */
export function mirrorVerdict(verdict: Verdict): Verdict {
  switch (verdict.kind) {
    case 'faster':
      return { ...verdict, kind: 'slower', ratio: inverseRatio(verdict.ratio) };
    case 'slower':
      return { ...verdict, kind: 'faster', ratio: inverseRatio(verdict.ratio) };
    case 'equal':
    case 'unresolved':
    case 'too-noisy':
      return { ...verdict, ratio: inverseRatio(verdict.ratio) };
    case 'clearly-faster':
      return { ...verdict, kind: 'clearly-slower', low: 1 / verdict.high, high: 1 / verdict.low };
    case 'clearly-slower':
      return { ...verdict, kind: 'clearly-faster', low: 1 / verdict.high, high: 1 / verdict.low };
    default:
      return verdict;
  }
}
