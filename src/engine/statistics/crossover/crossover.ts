// Where the winner changes among comparisons taken along an axis (rows, selectivity).
// Asks for no further measurement: flip-search.ts does.
import { assertNever } from '../../../lib/assert-never.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { Crossing, Crossover, Outcome } from '../../model/scale/crossover.ts';
import { verdictRatio } from '../verdict-ratio.ts';

export interface CrossoverPoint {
  /** Above zero; points come by increasing x. */
  x: number;
  /** Of the setup against the baseline. */
  verdict: Verdict;
}

/** Who is faster according to a verdict. */
export function verdictOutcome(verdict: Verdict): Outcome {
  switch (verdict.kind) {
    case 'faster':
    case 'clearly-faster':
      return 'setup';
    case 'slower':
    case 'clearly-slower':
      return 'baseline';
    case 'equal':
    case 'baseline':
      return 'equal';
    case 'unresolved':
    case 'too-noisy':
    case 'too-few-runs':
    case 'different-answer':
    case 'failed':
    case 'over-limit':
      return 'unknown';
    default:
      return assertNever(verdict);
  }
}

/**
 * The changes of the winner along the points. Undecided points decide nothing; a stretch of equal
 * ones between two different winners is a part of their crossing, between the same winner it is
 * none, and at either end it is where winning begins or ends.
 */
export function crossoverOf(points: readonly CrossoverPoint[]): Crossover {
  const decided = points.flatMap(({ x, verdict }) => {
    const outcome = verdictOutcome(verdict);
    return outcome === 'unknown' ? [] : [{ x, outcome }];
  });
  const crossings: Crossing[] = [];
  /** The last place where the present state was seen, a passing equality aside. */
  let present = decided[0];
  if (!present) return { kind: 'never', winner: 'unknown' };
  for (const [index, point] of decided.entries()) {
    const isPassing =
      point.outcome === 'equal' && decided.slice(index).some(({ outcome }) => outcome !== 'equal');
    if (isPassing && present.outcome !== 'equal') continue;
    if (point.outcome !== present.outcome) {
      const estimate = crossingEstimate(points, present.x, point.x);
      const [below, above] = [present.outcome, point.outcome];
      crossings.push({ below, above, low: present.x, high: point.x, estimate });
    }
    present = point;
  }
  const [first, ...more] = crossings;
  if (!first) return { kind: 'never', winner: present.outcome };
  return more.length === 0 ? { kind: 'between', ...first } : { kind: 'several', crossings };
}

/**
 * Where the ratio crosses 1 between two places: linear between the two neighbours that lie on
 * either side of it, on logarithmic axes. Where it does not cross (equal is not exactly 1), the
 * middle of the bracket.
 */
function crossingEstimate(points: readonly CrossoverPoint[], low: number, high: number): number {
  const logs = points.flatMap(({ x, verdict }) => {
    const ratio = x >= low && x <= high ? verdictRatio(verdict) : null;
    return ratio ? [{ x: Math.log(x), y: Math.log(ratio.low * ratio.high) / 2 }] : [];
  });
  for (const [index, right] of logs.entries()) {
    const left = logs[index - 1];
    if (!left || left.y === right.y || left.y > 0 === right.y > 0) continue;
    return Math.exp(left.x - (left.y * (right.x - left.x)) / (right.y - left.y));
  }
  return Math.sqrt(low * high);
}
