// The rounds of a query that count, and what all of them took: those disturbed and those measured
// by an engine before this one included. Measures nothing and judges nothing.
import type { EarlierRounds, MeasuredRound } from '../../model/comparison/comparison.ts';
import type { Milliseconds } from '../../model/units.ts';
import { median } from '../../statistics/distributions/quantiles.ts';
import { roundsPerRequest, shortRounds } from '../../statistics/stop-rule.ts';
import { type RoundPlan, roundLimitOf } from './round-plan.ts';

export interface RoundTally {
  /** Those that count. */
  readonly rounds: readonly MeasuredRound[];
  /** All rounds begun so far: numbers the random orders, so that none comes again. */
  readonly attempts: number;
  readonly discarded: number;
  readonly spentMs: Milliseconds;
  readonly budgetMs: Milliseconds;
  readonly maxRounds: number;
  /** What a round takes, the median; 0 before the first. */
  readonly roundMs: Milliseconds;
  /** Too slow for an interval within the budget. */
  isShort(plan: RoundPlan | null): boolean;
  /** Says that a round begins; its number among all attempts, 1-based. */
  begin(): number;
  /** Time spent, whatever came of it. */
  spend(elapsedMs: Milliseconds): void;
  add(round: MeasuredRound, elapsedMs: Milliseconds): void;
  /** Takes back the round added last; once, and not one from before a resumption. */
  discardLast(): void;
  /** Goes on from these rounds: they take the place of those measured here, which are the same. */
  resume(earlier: EarlierRounds, moreMs: Milliseconds): void;
}

interface TimedRound {
  round: MeasuredRound;
  elapsedMs: Milliseconds;
}

export function createRoundTally(firstBudgetMs: Milliseconds): RoundTally {
  let kept: TimedRound[] = [];
  let attempts = 0;
  let discarded = 0;
  let spentMs = 0;
  let budgetMs = firstBudgetMs;
  let maxRounds = roundsPerRequest;
  let canDiscard = false;

  return {
    get rounds() {
      return kept.map(({ round }) => round);
    },
    get attempts() {
      return attempts;
    },
    get discarded() {
      return discarded;
    },
    get spentMs() {
      return spentMs;
    },
    get budgetMs() {
      return budgetMs;
    },
    get maxRounds() {
      return maxRounds;
    },
    get roundMs() {
      return kept.length === 0 ? 0 : median(kept.map(({ elapsedMs }) => elapsedMs));
    },
    /**
     * The first three rounds decide, by their median: a first run, or one disturbed round, would
     * often be wrong about it. Judged by the budget as it is now.
     */
    isShort(plan) {
      const first = kept.slice(0, shortRounds).map(({ elapsedMs }) => elapsedMs);
      if (first.length === 0) return plan?.isShort ?? false;
      return median(first) > roundLimitOf(budgetMs);
    },
    begin() {
      canDiscard = false;
      return ++attempts;
    },
    spend(elapsedMs) {
      spentMs += elapsedMs;
    },
    add(round, elapsedMs) {
      kept.push({ round, elapsedMs });
      canDiscard = true;
    },
    discardLast() {
      if (!canDiscard) return;
      kept.pop();
      discarded++;
      canDiscard = false;
    },
    resume(earlier, moreMs) {
      const taken = earlier.rounds
        .filter(({ control }) => control !== null)
        .map(({ samples, control }) => ({
          round: { samples, control },
          elapsedMs: sampledMs({ samples, control }),
        }));
      // The page may have dropped the last one before it was stopped.
      discarded += Math.max(0, kept.length - taken.length);
      kept = taken;
      attempts = Math.max(attempts, kept.length);
      spentMs = Math.max(spentMs, earlier.spentMs);
      // What was spent beyond the budget (three slow rounds) is not taken from the new one.
      budgetMs = Math.max(budgetMs, spentMs) + moreMs;
      maxRounds = kept.length + roundsPerRequest;
      canDiscard = false;
    },
  };
}

/**
 * What the samples of a round took together. The setups' entering is missing, some milliseconds:
 * where the length of a round decides anything, it is a hundred or more.
 */
function sampledMs({ samples, control }: MeasuredRound): Milliseconds {
  return [...Object.values(samples), ...(control ? [control] : [])].reduce(
    (sum, { perCallMs, warmPerCallMs, calls }) => sum + (perCallMs + (warmPerCallMs ?? 0)) * calls,
    0,
  );
}
