// Where the winner changes among comparisons taken along an axis (rows, selectivity).
// Asks for no further measurement: flip-search.ts does.
import { assertNever } from '../../../lib/assert-never.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import type {
  Crossing,
  Crossover,
  CrossoverPoint,
  DecidedOutcome,
  Outcome,
} from '../../model/scale/crossover.ts';
import { shortMargin } from '../verdict.ts';

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
 * The changes of the winner along the points, which come by increasing x. Undecided points decide
 * nothing (`crossoverExceptions` names them); a stretch of equal ones between two different winners
 * is a part of their crossing, between the same winner it is none, and at either end it is where
 * winning begins or ends.
 */
export function crossoverOf(points: readonly CrossoverPoint[]): Crossover {
  const decided = points.flatMap(({ x, outcome }) => (outcome === 'unknown' ? [] : { x, outcome }));
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

export interface CrossoverExceptions {
  /** Places without a meaningful difference where the crossover says that somebody wins. */
  equal: CrossoverPoint[];
  /** Places that could not be told. */
  undecided: CrossoverPoint[];
  /** Of these, the ones whose ratio lies beyond 25 % on another side than the crossover says. */
  contrary: (CrossoverPoint & { ratio: number })[];
}

/** What a sentence about the crossover would pass over in silence. */
export function crossoverExceptions(
  crossover: Crossover,
  points: readonly CrossoverPoint[],
): CrossoverExceptions {
  const undecided = points.filter(({ outcome }) => outcome === 'unknown');
  return {
    equal: points.filter(
      ({ x, outcome }) => outcome === 'equal' && isWinner(saidAt(crossover, x) ?? 'equal'),
    ),
    undecided,
    contrary: undecided.flatMap((point) => {
      const said = saidAt(crossover, point.x);
      const { ratio } = point;
      if (ratio === null || said === null) return [];
      const side = sideOf(ratio);
      return side === 'equal' || side === said ? [] : [{ ...point, ratio }];
    }),
  };
}

/** The outcome that a crossover states for a place; null within a crossing and where none is. */
function saidAt(crossover: Crossover, x: number): DecidedOutcome | null {
  if (crossover.kind === 'never') return crossover.winner === 'unknown' ? null : crossover.winner;
  const crossings = crossover.kind === 'between' ? [crossover] : crossover.crossings;
  const next = crossings.find(({ high }) => x < high);
  if (next) return x <= next.low ? next.below : null;
  return crossings.at(-1)?.above ?? null;
}

function sideOf(ratio: number): DecidedOutcome {
  if (ratio > 1 + shortMargin) return 'baseline';
  return ratio < 1 / (1 + shortMargin) ? 'setup' : 'equal';
}

function isWinner(outcome: DecidedOutcome): boolean {
  return outcome !== 'equal';
}

/**
 * Where the ratio crosses 1 between two places: linear between the two neighbours that lie on
 * either side of it, on logarithmic axes. Where it does not cross (equal is not exactly 1), the
 * middle of the bracket.
 */
function crossingEstimate(points: readonly CrossoverPoint[], low: number, high: number): number {
  const logs = points.flatMap(({ x, ratio }) =>
    x >= low && x <= high && ratio !== null && ratio > 0
      ? [{ x: Math.log(x), y: Math.log(ratio) }]
      : [],
  );
  for (const [index, right] of logs.entries()) {
    const left = logs[index - 1];
    if (!left || left.y === right.y || left.y > 0 === right.y > 0) continue;
    return Math.exp(left.x - (left.y * (right.x - left.x)) / (right.y - left.y));
  }
  return Math.sqrt(low * high);
}
