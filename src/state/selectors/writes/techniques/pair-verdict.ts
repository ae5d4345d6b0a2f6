// The verdict on two contenders of a group, neither of which need be its baseline.
// Pure: the samples of the same rounds are paired, as the engine pairs them with the baseline's.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { WriteSample } from '../../../../engine/model/writes/writes.ts';
import {
  inverseRatio,
  logRatios,
  pairedRatio,
} from '../../../../engine/statistics/paired-ratio.ts';
import { shortRounds } from '../../../../engine/statistics/stop-rule.ts';
import { shortVerdict, verdictOf } from '../../../../engine/statistics/verdict.ts';

export interface Pair {
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
  { contenderId, againstId }: Pair,
  margin: number | null,
  comparisons: number,
): Verdict {
  const { times, against } = pairedTimes(samples, contenderId, againstId);
  const ratio = pairedRatio(times, against, comparisons);
  if (ratio && margin !== null) {
    // verdictOf takes of the control only how far it reaches from 1.
    const control = { estimate: 1, low: 1 / (1 + margin), high: 1 + margin, level: ratio.level };
    return verdictOf(ratio, control, times.length);
  }
  const ratios = logRatios(times, against).map(Math.exp);
  return shortVerdict(ratios, margin === null ? [] : [1 + margin], shortRounds);
}

/** Times of both in the rounds that have both. */
export function pairedTimes(
  samples: readonly WriteSample[],
  contenderId: string,
  againstId: string,
): { times: number[]; against: number[] } {
  const byRound = (id: string) =>
    new Map(
      samples
        .filter((sample) => sample.contenderId === id && !sample.isControl && sample.elapsedMs > 0)
        .map(({ round, elapsedMs }) => [round, elapsedMs]),
    );
  const others = byRound(againstId);
  const pairs = [...byRound(contenderId)].flatMap(([round, time]) => {
    const other = others.get(round);
    return other === undefined ? [] : [{ time, other }];
  });
  return { times: pairs.map(({ time }) => time), against: pairs.map(({ other }) => other) };
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
