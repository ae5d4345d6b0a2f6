// The plan of a run of writes as it is now: who takes part in a group's next round, and who has none.
// Made anew after every sample; how the time is shared out stands in round-budget.ts.
import type { Milliseconds } from '../../model/units.ts';
import { minRounds } from '../../statistics/stop-rule.ts';
import type { GroupStanding } from '../../statistics/writes/group-standing.ts';
import { type BudgetedGroup, type BudgetedMember, roundLimit } from './budget-draft.ts';
import { planRoundBudget, type RoundBudget } from './round-budget.ts';
import { type Entry, toBudgeted, type WriteGroup } from './write-group.ts';

export interface RunPlan {
  /** What all further rounds will take. */
  readonly restMs: Milliseconds;
  replan(leftMs: Milliseconds): void;
  /** The baseline is sampled once more in each round of the group. */
  isControlled(group: WriteGroup): boolean;
  /** Those with further rounds, without the one that is compared with. */
  furtherMembers(group: WriteGroup): Entry[];
  /** Whose contenders have had the fewest rounds; null when none has further ones. */
  neediestGroup(): WriteGroup | null;
  /** A round of the group begins: marks who has no part in it for lack of time. */
  leaveOut(group: WriteGroup): void;
  /** Nobody was left out for lack of time. */
  hasAllRounds(group: WriteGroup): boolean;
}

export interface RunPlanSources {
  groups: readonly WriteGroup[];
  budgetMs: Milliseconds;
  /** What a sample of a contender will take. */
  costOf: (contenderId: string) => Milliseconds;
  standingOf: (group: WriteGroup) => GroupStanding;
  /** Controls of the group that are planned already. */
  queuedControls: (group: WriteGroup) => number;
}

/** Slow is what would take so many times its fair share of the budget in 12 rounds. */
const slowFactor = 2;

export function createRunPlan(sources: RunPlanSources): RunPlan {
  const { groups, budgetMs, costOf, standingOf, queuedControls } = sources;
  let budget: RoundBudget = { groups: new Map(), restMs: 0 };
  const slowMs = (slowFactor * budgetMs) / (minRounds * Math.max(1, countOpen()));

  function budgeted(group: WriteGroup): BudgetedGroup {
    return toBudgeted(group, costOf, standingOf(group).preciseIds, queuedControls(group));
  }

  /** Those that compete for the time, the baselines of their groups included. */
  function countOpen(): number {
    const open = groups.map(
      (group) => budgeted(group).members.filter(({ isSettled }) => !isSettled).length,
    );
    return open.reduce((sum, members) => sum + (members > 0 ? members + 1 : 0), 0);
  }

  function furtherMembers(group: WriteGroup): Entry[] {
    const further = budget.groups.get(group.id)?.further.members;
    return group.members().filter(({ id }) => (further?.get(id) ?? 0) > 0);
  }

  return {
    get restMs() {
      return budget.restMs;
    },
    replan(leftMs) {
      budget = planRoundBudget(groups.map(budgeted), { leftMs, slowMs });
    },
    isControlled: ({ id }) => budget.groups.get(id)?.isControlled ?? true,
    furtherMembers,
    neediestGroup() {
      const [next] = groups
        .filter(({ id }) => (budget.groups.get(id)?.further.rounds ?? 0) > 0)
        .map((group) => ({ group, rounds: furtherMembers(group).map(({ rounds }) => rounds) }))
        .sort((a, b) => Math.min(...a.rounds) - Math.min(...b.rounds));
      return next?.group ?? null;
    },
    leaveOut(group) {
      const shares = budget.groups.get(group.id)?.shares;
      const further = furtherMembers(group);
      for (const entry of group.members()) {
        if (!further.includes(entry) && shares?.get(entry.id) !== 'full') entry.isOut = true;
      }
    },
    hasAllRounds(group) {
      const shares = budget.groups.get(group.id)?.shares;
      const isCompared = group.comparedWith() !== null;
      const hasAll = (member: BudgetedMember): boolean => {
        const share = shares?.get(member.id);
        // Short contenders have their three rounds; who continues asks for more than these.
        if (share !== 'full') return share === 'short' && member.earlier === 0;
        return member.isSettled || member.rounds >= roundLimit(member, isCompared);
      };
      return budgeted(group).members.every(hasAll);
    },
  };
}
