// Where the contenders of a group stand after their samples: verdicts against the group's baseline.
// Takes no time and writes nothing: the same samples always give the same standing.
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { ContenderStanding, WriteSample } from '../../model/writes/writes.ts';
import { medianInterval } from '../distributions/median-interval.ts';
import { median } from '../distributions/quantiles.ts';
import { leastRounds } from '../distributions/signed-rank.ts';
import { pairedDifference } from '../paired-difference.ts';
import { pairedRatio } from '../paired-ratio.ts';
import { isPrecise, shortRounds } from '../stop-rule.ts';
import { equalMargin, shortMargin, shortVerdict, verdictOf } from '../verdict.ts';
import { pairByRound, roundTimes } from './paired-rounds.ts';
import { noiseOfRounds, plainRatios, scatterOf } from './round-noise.ts';

export interface GroupQuestion {
  baselineId: string;
  contenders: readonly StandingContender[];
  /** Of this group, its controls among them. */
  samples: readonly WriteSample[];
}

export interface StandingContender {
  id: string;
  /** Of one that cannot be judged: failed, over the limit, different content. */
  verdict: Verdict | null;
}

export interface GroupStanding {
  cells: Record<string, ContenderStanding>;
  /** Null before the least number of rounds, and where nothing is compared. */
  margin: number | null;
  /** Those whose intervals are as narrow as their size asks; none before the control's is. */
  preciseIds: string[];
}

/**
 * The standing of a group; its contenders are paired with the baseline of the same rounds. Those with
 * rounds enough for an interval are one family; the others are judged by the short mode. Who has how
 * many rounds depends on costs alone, so that neither does this.
 */
export function groupStanding({ baselineId, contenders, samples }: GroupQuestion): GroupStanding {
  const baseline = contenders.find(({ id }) => id === baselineId);
  const baseTimes = roundTimes(samples, baselineId);
  const controlTimes = roundTimes(samples, baselineId, true);
  const again = pairByRound(controlTimes, baseTimes);
  const canCompare = baseline !== undefined && baseline.verdict === null;
  const measured = contenders.map((contender) => {
    const byRound = roundTimes(samples, contender.id);
    return { ...contender, byRound, pairs: pairByRound(byRound, baseTimes) };
  });
  const compared = measured.filter(({ id, verdict }) => id !== baselineId && verdict === null);
  const counts = compared.map(({ id, pairs }) => ({ id, pairs: pairs.times.length }));
  const family = canCompare ? familyOf(counts, again.times.length) : new Set<string>();
  const control = canCompare ? pairedRatio(again.times, again.against, family.size) : null;
  const isShortGroup = canCompare && compared.length > 0 && family.size === 0;
  const preciseIds: string[] = [];
  const cells: Record<string, ContenderStanding> = {};

  for (const { id, verdict, byRound, pairs } of measured) {
    const times = [...byRound.values()];
    const isCompared = canCompare && verdict === null && id !== baselineId;
    const isFull = family.has(id);
    const ratio = isFull ? pairedRatio(pairs.times, pairs.against, family.size) : null;
    if (isFull && isPrecise([ratio], control)) preciseIds.push(id);
    cells[id] = {
      status: statusOf(verdict, times.length),
      verdict: verdict ?? ownVerdict(),
      isShort: id === baselineId ? isShortGroup : isCompared && !isFull,
      samples: times.length,
      medianMs: times.length === 0 ? null : median(times),
      interval: medianInterval(times),
      difference: isFull ? pairedDifference(pairs.times, pairs.against, family.size) : null,
    };

    function ownVerdict(): Verdict {
      if (!canCompare) return { kind: 'too-few-runs', rounds: 0 };
      if (id === baselineId) return { kind: 'baseline' };
      if (!isFull) {
        const ratios = plainRatios(pairs);
        return shortVerdict(ratios, [...noiseOf(byRound), scatterOf(ratios)], shortRounds);
      }
      return verdictOf(ratio, control, pairs.times.length);
    }
  }
  return { cells, margin: marginOf(), preciseIds };

  function marginOf(): number | null {
    if (control && family.size > 0) return equalMargin(control);
    if (!isShortGroup || baseTimes.size < shortRounds) return null;
    const noise = noiseOf(baseTimes).map((ratio) => Math.max(ratio, 1 / ratio) - 1);
    return Math.max(shortMargin, ...noise);
  }

  function noiseOf(rounds: ReadonlyMap<number, unknown>): number[] {
    return noiseOfRounds(rounds, controlTimes, baseTimes);
  }
}

/**
 * Those with as many pairs as the intervals of so many contenders together need; `controls` are the
 * pairs of the baseline with itself, of which an interval is needed, too.
 */
function familyOf(
  counts: readonly { id: string; pairs: number }[],
  controls: number,
): ReadonlySet<string> {
  const largest = Math.max(0, ...counts.map(({ pairs }) => pairs));
  for (let least = leastRounds(1); least <= largest; least++) {
    const family = counts.filter(({ pairs }) => pairs >= least);
    const needed = leastRounds(family.length);
    if (needed <= least && needed <= controls) return new Set(family.map(({ id }) => id));
  }
  return new Set();
}

function statusOf(verdict: Verdict | null, samples: number): ContenderStanding['status'] {
  if (verdict?.kind === 'failed' || verdict?.kind === 'over-limit') return 'failed';
  return samples === 0 ? 'waiting' : 'measured';
}
