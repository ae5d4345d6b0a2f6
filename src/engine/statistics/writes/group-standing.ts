// Where the contenders of a group stand after their samples: verdicts against the group's baseline.
// Takes no time and writes nothing: the same samples always give the same standing.
import type { RatioInterval, Verdict } from '../../model/comparison/verdict.ts';
import type { ContenderStanding, WriteSample } from '../../model/writes/writes.ts';
import { medianInterval } from '../distributions/median-interval.ts';
import { median } from '../distributions/quantiles.ts';
import { pairedDifference } from '../paired-difference.ts';
import { pairedRatio } from '../paired-ratio.ts';
import { isPrecise, shortRounds } from '../stop-rule.ts';
import { equalMargin, shortMargin, shortVerdict, verdictOf } from '../verdict.ts';
import { type PairedTimes, pairByRound, roundTimes } from './paired-rounds.ts';

export interface GroupQuestion {
  baselineId: string;
  contenders: readonly StandingContender[];
  /** Of this group, its controls among them. */
  samples: readonly WriteSample[];
}

export interface StandingContender {
  id: string;
  /** Judged by the short mode, however many rounds it has. */
  isShort: boolean;
  /** Of one that cannot be judged: failed, over the limit, different content. */
  verdict: Verdict | null;
}

export interface GroupStanding {
  cells: Record<string, ContenderStanding>;
  /** Null before the least number of rounds, and where nothing is compared. */
  margin: number | null;
  /** True when every interval is as narrow as its size asks; false where there is none. */
  isPrecise: boolean;
}

/**
 * Without a control nothing is known of the noise: the short mode then asks for so much more. By
 * 25 % alone 15 of 100 groups of nine equal contenders had a ranking on a busy machine, by this one
 * has (simulated; three of 100 with controls and 25 %).
 */
const uncontrolledRatio = 1.5;

/** The standing of a group; its contenders are paired with the baseline of the same rounds. */
export function groupStanding({ baselineId, contenders, samples }: GroupQuestion): GroupStanding {
  const baseline = contenders.find(({ id }) => id === baselineId);
  const baseTimes = roundTimes(samples, baselineId);
  const controlTimes = roundTimes(samples, baselineId, true);
  const again = pairByRound(controlTimes, baseTimes);
  const canCompare = baseline !== undefined && baseline.verdict === null;
  const compared = contenders.filter(({ id, verdict }) => id !== baselineId && verdict === null);
  const full = compared.filter(({ isShort }) => !isShort);
  const control = canCompare ? pairedRatio(again.times, again.against, full.length) : null;
  const ratios: (RatioInterval | null)[] = [];
  const cells: Record<string, ContenderStanding> = {};

  for (const { id, isShort, verdict } of contenders) {
    const byRound = roundTimes(samples, id);
    const times = [...byRound.values()];
    const pairs = pairByRound(byRound, baseTimes);
    const isCompared = canCompare && verdict === null && id !== baselineId;
    const isFull = isCompared && !isShort;
    const ratio = isFull ? pairedRatio(pairs.times, pairs.against, full.length) : null;
    if (isFull) ratios.push(ratio);
    cells[id] = {
      status: statusOf(verdict, times.length),
      verdict: verdict ?? ownVerdict(),
      isShort,
      samples: times.length,
      medianMs: times.length === 0 ? null : median(times),
      interval: medianInterval(times),
      difference: isFull ? pairedDifference(pairs.times, pairs.against, full.length) : null,
    };

    function ownVerdict(): Verdict {
      if (!canCompare) return { kind: 'too-few-runs', rounds: 0 };
      if (id === baselineId) return { kind: 'baseline' };
      if (isShort) return shortVerdict(plainRatios(pairs), noiseOf(byRound), shortRounds);
      return verdictOf(ratio, control, pairs.times.length);
    }
  }
  return {
    cells,
    margin: marginOf(),
    isPrecise: ratios.length > 0 && isPrecise(ratios, control),
  };

  function marginOf(): number | null {
    if (control && full.length > 0) return equalMargin(control);
    const isShort = full.length === 0 && compared.length > 0;
    if (!canCompare || !isShort || baseTimes.size < shortRounds) return null;
    const noise = noiseOf(baseTimes).map((ratio) => Math.max(ratio, 1 / ratio) - 1);
    return Math.max(shortMargin, ...noise);
  }

  /** Ratios of the baseline to itself in these rounds alone: later ones must not unsay a verdict. */
  function noiseOf(rounds: ReadonlyMap<number, unknown>): number[] {
    const inRounds = [...controlTimes].filter(([round]) => rounds.has(round));
    const ratios = plainRatios(pairByRound(new Map(inRounds), baseTimes));
    return ratios.length < shortRounds ? [...ratios, uncontrolledRatio] : ratios;
  }
}

function statusOf(verdict: Verdict | null, samples: number): ContenderStanding['status'] {
  if (verdict?.kind === 'failed' || verdict?.kind === 'over-limit') return 'failed';
  return samples === 0 ? 'waiting' : 'measured';
}

function plainRatios({ times, against }: PairedTimes): number[] {
  return times.map((time, at) => time / (against[at] ?? Number.NaN));
}
