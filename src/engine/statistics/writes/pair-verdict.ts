// The verdict on two contenders of a group, neither of which need be its baseline.
// Pure: the samples of the same rounds are paired, as they are with the baseline's.
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { WriteSample } from '../../model/writes/writes.ts';
import { inverseRatio, pairedRatio } from '../paired-ratio.ts';
import { shortRounds } from '../stop-rule.ts';
import { shortVerdict, verdictWithin } from '../verdict.ts';
import { pairByRound, roundTimes } from './paired-rounds.ts';
import { noiseOfRounds, plainRatios, scatterOf } from './round-noise.ts';

export interface ContenderPair {
  /** Whose time is compared. */
  contenderId: string;
  /** With whose. */
  againstId: string;
  /** Of their group: how far it lies from itself is the noise. */
  baselineId: string;
}

/**
 * The verdict on a pair, in a family of `comparisons`. `margin` is what the interval of the group's
 * baseline against itself reaches to: what lies within it is no difference. Null where one of the
 * two has too few rounds for an interval: then the rule of the short mode holds, with the noise of
 * the rounds that both have: the baseline's and their own.
 */
export function pairVerdict(
  samples: readonly WriteSample[],
  { contenderId, againstId, baselineId }: ContenderPair,
  margin: number | null,
  comparisons: number,
): Verdict {
  const own = roundTimes(samples, contenderId);
  const other = roundTimes(samples, againstId);
  const pairs = pairByRound(own, other);
  if (margin === null) {
    const shared = new Map([...own].filter(([round]) => other.has(round)));
    const control = roundTimes(samples, baselineId, true);
    const noise = noiseOfRounds(shared, control, roundTimes(samples, baselineId));
    const ratios = plainRatios(pairs);
    return shortVerdict(ratios, [...noise, scatterOf(ratios)], shortRounds);
  }
  const ratio = pairedRatio(pairs.times, pairs.against, comparisons);
  // Whoever gets rounds enough for an interval is not judged by less before.
  if (!ratio) return { kind: 'too-few-runs', rounds: pairs.times.length };
  return verdictWithin(ratio, margin, pairs.times.length);
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
