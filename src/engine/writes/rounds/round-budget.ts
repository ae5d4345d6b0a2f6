// Who gets how many rounds in the time that is left: all as many as an interval needs, the costliest
// three when that is too much, and those that even that is too much for no more.
// Pure: knows what samples cost, not what they measured; a plan never depends on who is faster.
import type { Milliseconds } from '../../model/units.ts';
import { minRounds, shortRounds } from '../../statistics/stop-rule.ts';
import {
  type BudgetedGroup,
  canControl,
  costOf,
  type Draft,
  has,
  idsWith,
  mostRounds,
  type RoundShare,
  roundsOf,
  toDraft,
} from './budget-draft.ts';
import { anyOnes, demoteBest, slowOnes } from './demotions.ts';

export interface GroupPlan {
  /** By contender id, without the baseline. */
  shares: ReadonlyMap<string, RoundShare>;
  /** The baseline's: that of the others at best. */
  baselineShare: RoundShare;
  /** Rounds of those with the share 'full'. */
  rounds: number;
  /** The baseline is sampled once more in each round. */
  isControlled: boolean;
}

export interface RoundBudget {
  groups: ReadonlyMap<string, GroupPlan>;
  /** What all further rounds will take. */
  restMs: Milliseconds;
}

/** A plan of the first rounds leaves this share of the time: their costs are not well known yet. */
const caution = 0.05;

/**
 * Shares out the time that is left among the groups' further rounds. A contender or baseline that
 * takes longer than `slowMs` has full rounds only when all others can have 12.
 */
export function planRoundBudget(
  groups: readonly BudgetedGroup[],
  { leftMs, slowMs }: { leftMs: Milliseconds; slowMs: Milliseconds },
): RoundBudget {
  const drafts = groups.map(toDraft);
  const restMs = (rounds: number) =>
    drafts.reduce((sum, draft) => sum + costOf(draft, roundsOf(draft, rounds)), 0);
  const isEarly = groups.some(({ round }) => round <= shortRounds);
  const aimMs = leftMs * (isEarly && leftMs > 0 ? 1 - caution : 1);

  while (restMs(minRounds) > aimMs && demoteBest(slowOnes(drafts, slowMs)));
  const slow = new Set(drafts.flatMap(({ shares }) => idsWith(shares, 'short')));
  while (restMs(0) > aimMs && demoteBest(anyOnes(drafts, leftMs)));
  // Giving up a group as a whole may have freed more than was needed.
  const fits = () => restMs(0) <= aimMs;
  promote(drafts, 'few', 'short', fits);
  promote(drafts, 'short', 'full', fits, (id) => slow.has(id));
  for (const draft of drafts) {
    if (draft.isControlled || draft.group.round >= shortRounds) continue;
    // Three rounds without a control are judged more strictly; with one when there is time.
    draft.isControlled = draft.group.baselineMs !== null && draft.group.members.length > 0;
    if (restMs(0) > aimMs) draft.isControlled = false;
  }
  let rounds = mostRounds;
  while (rounds > 0 && restMs(rounds) > leftMs) rounds--;
  return {
    groups: new Map(drafts.map((draft) => [draft.group.id, toPlan(draft, rounds)])),
    restMs: restMs(rounds),
  };
}

/** Gives back what fits after all, the cheapest first. */
function promote(
  drafts: readonly Draft[],
  from: RoundShare,
  to: RoundShare,
  fits: () => boolean,
  isLeftOut: (id: string) => boolean = () => false,
): void {
  const candidates = drafts
    .flatMap((draft) => draft.group.members.map((member) => ({ draft, member })))
    .filter(({ draft: { group, shares }, member: { id, lastRound } }) => {
      return lastRound === group.round && shares.get(id) === from && !isLeftOut(id);
    })
    .sort((a, b) => a.member.costMs - b.member.costMs);
  for (const { draft, member } of candidates) {
    const { isControlled } = draft;
    draft.shares.set(member.id, to);
    draft.isControlled ||= canControl(draft.group, draft.shares);
    if (fits()) continue;
    draft.shares.set(member.id, from);
    draft.isControlled = isControlled;
  }
}

function toPlan(draft: Draft, wanted: number): GroupPlan {
  const { shares, isControlled } = draft;
  const best = (['full', 'short', 'few'] as const).find((share) => has(shares, share));
  return {
    shares,
    baselineShare: best ?? 'full',
    rounds: roundsOf(draft, wanted),
    isControlled,
  };
}
