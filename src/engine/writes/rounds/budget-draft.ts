// A plan of rounds while it is made: who has which share, and what that takes.
// Decides nothing: round-budget.ts does.
import type { Milliseconds } from '../../model/units.ts';
import { leastRounds } from '../../statistics/distributions/signed-rank.ts';
import { minRounds, shortRounds } from '../../statistics/stop-rule.ts';

/**
 * 'full': rounds enough for an interval; 'short': three; 'few': none beyond those that it has;
 * 'part': some towards an interval, which a run that continues this one may reach.
 */
export type RoundShare = 'full' | 'short' | 'few' | 'part';

export interface BudgetedGroup {
  id: string;
  /** What a sample of the baseline takes; null where nothing is compared with one. */
  baselineMs: Milliseconds | null;
  /** Rounds begun in this run, at least the first. */
  begun: number;
  /** Rounds in which the baseline was sampled once more. */
  controls: number;
  /** Those that are still run, without the baseline; one that nothing is compared with is a member. */
  members: readonly BudgetedMember[];
}

export interface BudgetedMember {
  id: string;
  costMs: Milliseconds;
  /** Rounds of its own, those begun and those of earlier runs included. */
  rounds: number;
  /** How many of them are of earlier runs. */
  earlier: number;
  /** Its interval is narrow enough: no round more. */
  isSettled: boolean;
  /** Left out of a round for lack of time: it has none until a continued run finds time left. */
  isOut: boolean;
}

/** Rounds that a run adds at most; beyond 12 in all only while an interval is wide. */
export const mostRounds = 20;
/** Intervals of medians, all that a group without comparisons has, need six values. */
const roundsAlone = 6;

export interface Draft {
  group: BudgetedGroup;
  shares: Map<string, RoundShare>;
  isControlled: boolean;
  /** Further rounds by member id: of those with the share 'part', or while all cannot have one. */
  parts: Map<string, number>;
}

/** Full rounds for all that are not left out. */
export function toDraft(group: BudgetedGroup): Draft {
  const shares = new Map(
    group.members.map(({ id, rounds, isOut }): [string, RoundShare] => [
      id,
      isOut ? (rounds >= shortRounds ? 'short' : 'few') : 'full',
    ]),
  );
  return { group, shares, isControlled: canControl(group, shares), parts: new Map() };
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

/** The rounds that a member may come to have in this run. */
export function roundLimit(member: BudgetedMember, isCompared: boolean): number {
  const { rounds, earlier } = member;
  return isCompared && rounds >= minRounds ? earlier + mostRounds : minRounds;
}

/** The fewest rounds that tell anything of those with full rounds. */
function leastOf({ group, shares }: Draft): number {
  const full = idsWith(shares, 'full').length;
  if (group.baselineMs === null || full === 0) return roundsAlone;
  const others = group.members.filter(({ id }) => shares.get(id) !== 'full');
  // One that was left out late may have as many as the others: its interval is one of theirs.
  const family = (least: number) => full + others.filter(({ rounds }) => rounds >= least).length;
  let least = leastRounds(full);
  while (least < leastRounds(family(least))) least++;
  return least;
}

export interface FurtherRounds {
  /** By member. */
  members: ReadonlyMap<string, number>;
  /** Of the group: as many as the neediest member has, or as the control lacks. */
  rounds: number;
}

/** The further rounds of a group when all may have `wanted`, 12 unless an interval is wide. */
export function furtherRounds(draft: Draft, wanted: number): FurtherRounds {
  const { group, shares, isControlled } = draft;
  const least = leastOf(draft);
  const targetOf = (member: BudgetedMember): number => {
    const share = shares.get(member.id);
    if (member.isOut || share === 'few') return 0;
    if (share === 'short') return shortRounds;
    const part = member.rounds + (draft.parts.get(member.id) ?? 0);
    if (share === 'part') return part;
    if (member.isSettled) return least;
    const most = Math.min(wanted, roundLimit(member, group.baselineMs !== null));
    return Math.max(least, most, part);
  };
  const members = new Map(
    group.members.map((member) => [member.id, Math.max(0, targetOf(member) - member.rounds)]),
  );
  const lacking = isControlled && has(shares, 'full') ? least - group.controls : 0;
  return { members, rounds: Math.max(0, lacking, ...members.values()) };
}

/** What the further rounds of a group take when all may have `wanted`. */
export function costOf(draft: Draft, wanted: number): Milliseconds {
  const { group, isControlled } = draft;
  const { members, rounds } = furtherRounds(draft, wanted);
  return group.members.reduce(
    (sum, { id, costMs }) => sum + costMs * (members.get(id) ?? 0),
    (group.baselineMs ?? 0) * rounds * (isControlled ? 2 : 1),
  );
}
