// A plan of rounds while it is made: who has which share, and what that takes.
// Decides nothing: round-budget.ts does.
import type { Milliseconds } from '../../model/units.ts';
import { leastRounds } from '../../statistics/distributions/signed-rank.ts';
import { minRounds, shortRounds } from '../../statistics/stop-rule.ts';

/** 'full': rounds enough for an interval; 'short': three; 'few': none beyond those that it has. */
export type RoundShare = 'full' | 'short' | 'few';

export interface BudgetedGroup {
  id: string;
  /** What a sample of the baseline takes; null where nothing is compared with one. */
  baselineMs: Milliseconds | null;
  /** Rounds begun, at least the first. */
  round: number;
  /** Its intervals are narrow enough: no round more. */
  isPrecise: boolean;
  /** Those that are still run, without the baseline; one that nothing is compared with is a member. */
  members: readonly BudgetedMember[];
}

export interface BudgetedMember {
  id: string;
  costMs: Milliseconds;
  /** The last round that it was planned for: one that was left out does not come back. */
  lastRound: number;
}

/** Rounds of a group at most; beyond 12 only while it is not precise. */
export const mostRounds = 20;
/** Intervals of medians, all that a group without comparisons has, need six values. */
const roundsAlone = 6;

export interface Draft {
  group: BudgetedGroup;
  shares: Map<string, RoundShare>;
  isControlled: boolean;
}

/** Full rounds for all that were not left out before. */
export function toDraft(group: BudgetedGroup): Draft {
  const shares = new Map(
    group.members.map(({ id, lastRound }): [string, RoundShare] => [
      id,
      lastRound === group.round ? 'full' : lastRound >= shortRounds ? 'short' : 'few',
    ]),
  );
  return { group, shares, isControlled: canControl(group, shares) };
}

/** Whether the baseline is to be sampled once more each round: for intervals, where there are any. */
export function canControl({ baselineMs }: BudgetedGroup, shares: ReadonlyMap<string, RoundShare>) {
  return baselineMs !== null && has(shares, 'full');
}

export function has(shares: ReadonlyMap<string, RoundShare>, share: RoundShare): boolean {
  return [...shares.values()].includes(share);
}

export function idsWith(shares: ReadonlyMap<string, RoundShare>, share: RoundShare): string[] {
  return [...shares].flatMap(([id, each]) => (each === share ? [id] : []));
}

/** The fewest rounds that tell anything of those that are not short. */
function leastOf({ group, shares }: Draft): number {
  const compared = [...shares.values()].filter((share) => share === 'full').length;
  if (group.baselineMs === null || compared === 0) return roundsAlone;
  return leastRounds(compared);
}

/** The rounds of a group when all may have so many: at least its least, 12 unless it is vague. */
export function roundsOf(draft: Draft, wanted: number): number {
  const { round, isPrecise, members, baselineMs } = draft.group;
  if (isPrecise) return round;
  const isCompared = baselineMs !== null && members.length > 0;
  const most = round >= minRounds && isCompared ? mostRounds : minRounds;
  return Math.max(leastOf(draft), Math.min(wanted, most), round);
}

/** What the further rounds of a group take, when it has so many in all. */
export function costOf({ group, shares, isControlled }: Draft, rounds: number): Milliseconds {
  const { round, baselineMs, members } = group;
  const further: Record<RoundShare, number> = {
    full: Math.max(0, rounds - round),
    short: Math.max(0, shortRounds - round),
    few: 0,
  };
  let sum = 0;
  let most = 0;
  for (const { id, costMs } of members) {
    const left = further[shares.get(id) ?? 'few'];
    sum += costMs * left;
    most = Math.max(most, left);
  }
  return sum + (baselineMs ?? 0) * most * (isControlled ? 2 : 1);
}
