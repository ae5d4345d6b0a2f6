// When to stop measuring: for precision, the budget or the number of rounds.
// Never for significance: looking until something is "significant" gives false alarms in a fifth
// of all comparisons of equal things.
import type { Standing } from '../model/comparison/comparison.ts';
import type { RatioInterval } from '../model/comparison/verdict.ts';
import type { Milliseconds } from '../model/units.ts';
import { halfWidth, reachFromOne } from './paired-ratio.ts';

export const minRounds = 12;
/** Rounds allowed at first, and so many more each time that somebody asks to continue. */
export const roundsPerRequest = 50;
export const shortRounds = 3;
/** A query whose rounds are disturbed again and again ends after so many budgets. */
const patience = 3;
/** Rounds between two looks at the intervals. */
const lookEvery = 5;
/** Half-width that is always precise enough; a tenth of the effect is, too. */
const preciseEnough = 0.025;
const effectShare = 0.1;
/** A control that reaches no further than this does not widen the margin: no need to sharpen it. */
const harmlessReach = 0.05;

export interface StopQuestion {
  /** Those that count. */
  rounds: number;
  /** Rounds measured and not counted. */
  discarded: number;
  maxRounds: number;
  isShort: boolean;
  /** Of every setup that is compared with the baseline. */
  ratios: readonly (RatioInterval | null)[];
  control: RatioInterval | null;
  spentMs: Milliseconds;
  budgetMs: Milliseconds;
}

/** What to do after this round, and why when it is to stop. */
export function nextStep(question: StopQuestion): Pick<Standing, 'next' | 'reason'> {
  const { rounds } = question;
  if (question.isShort && rounds >= shortRounds) return done('short');
  if (isLost(question)) return done('budget');
  if (question.isShort) return { next: 'measure', reason: null };
  if (isLook(rounds) && isPrecise(question.ratios, question.control)) return done('precise');
  if (rounds >= question.maxRounds) return done('rounds');
  if (rounds >= minRounds && question.spentMs >= question.budgetMs) return done('budget');
  return { next: 'measure', reason: null };
}

function done(reason: NonNullable<Standing['reason']>): Pick<Standing, 'next' | 'reason'> {
  return { next: 'done', reason };
}

/**
 * Too few rounds for a verdict after many times the budget. Three slow rounds may well take longer
 * than that by themselves: with them it must be the disturbances that took the time.
 */
function isLost({ rounds, discarded, isShort, spentMs, budgetMs }: StopQuestion): boolean {
  if (spentMs <= patience * budgetMs) return false;
  return isShort ? discarded >= (patience - 1) * shortRounds : rounds < minRounds;
}

/** True after the rounds at which the intervals are looked at: 12, 17, 22 ... */
export function isLook(rounds: number): boolean {
  return rounds >= minRounds && (rounds - minRounds) % lookEvery === 0;
}

/** True when every interval is as narrow as its size asks: 2.5 %, or a tenth of the effect. */
export function isPrecise(
  ratios: readonly (RatioInterval | null)[],
  control: RatioInterval | null,
): boolean {
  if (!control) return false;
  const isControlPrecise =
    halfWidth(control) <= preciseEnough || reachFromOne(control) <= harmlessReach;
  return isControlPrecise && ratios.every(isIntervalPrecise);
}

function isIntervalPrecise(ratio: RatioInterval | null): boolean {
  if (!ratio) return false;
  const effect = Math.abs(Math.log(ratio.estimate));
  return halfWidth(ratio) <= Math.max(preciseEnough, effect * effectShare);
}
