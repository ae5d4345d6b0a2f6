// Who gets how many rounds in the time that is left: all as many as an interval needs, the costliest
// three when that is too much, and those that even that is too much for no more.
// Pure: knows what samples cost, not what they measured; a plan never depends on who is faster.
import type { Milliseconds } from '../../model/units.ts';
import { minRounds, shortRounds } from '../../statistics/stop-rule.ts';
import {
  type BudgetedGroup,
  type BudgetedMember,
  canControl,
  costOf,
  type Draft,
  type FurtherRounds,
  furtherRounds,
  idsWith,
  mostRounds,
  type RoundShare,
  roundLimit,
  toDraft,
} from './budget-draft.ts';
import { anyOnes, demoteBest, slowOnes } from './demotions.ts';

export interface GroupPlan {
  /** By contender id, without the baseline. */
  shares: ReadonlyMap<string, RoundShare>;
  further: FurtherRounds;
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
  const restMs = (rounds: number) => drafts.reduce((sum, draft) => sum + costOf(draft, rounds), 0);
  const isEarly = groups.some(({ begun }) => begun <= shortRounds);
  const aimMs = leftMs * (isEarly && leftMs > 0 ? 1 - caution : 1);

  while (restMs(minRounds) > aimMs && demoteBest(slowOnes(drafts, slowMs)));
  const slow = new Set(drafts.flatMap(({ shares }) => idsWith(shares, 'short')));
  while (restMs(0) > aimMs && demoteBest(anyOnes(drafts, leftMs)));
  // Giving up a group as a whole may have freed more than was needed.
  const fits = () => restMs(0) <= aimMs;
  promote(drafts, 'few', 'short', fits);
  promote(drafts, 'short', 'full', fits, (id) => slow.has(id));
  for (const draft of drafts) {
    if (draft.isControlled || furtherRounds(draft, 0).rounds === 0) continue;
    // Three rounds without a control are judged more strictly; with one when there is time.
    draft.isControlled = draft.group.baselineMs !== null;
    if (restMs(0) > aimMs) draft.isControlled = false;
  }
  const open = openOnes(drafts);
  // Before those that have an interval get more: where one is wide it would take all the time.
  const lackOne = open.filter(({ draft, member: { id, rounds } }) => {
    return draft.shares.get(id) !== 'full' && rounds < minRounds;
  });
  advance(lackOne, () => restMs(0) <= leftMs);
  const earlier = groups.flatMap(({ members }) => members.map((member) => member.earlier));
  let wanted = Math.max(0, ...earlier) + mostRounds;
  while (wanted > 0 && restMs(wanted) > leftMs) wanted--;
  // A round of all that want one does not fit: one of some may.
  if (restMs(wanted) === 0) advance(open, () => restMs(wanted) <= leftMs);
  return {
    groups: new Map(
      drafts.map((draft) => {
        const { group, shares, isControlled } = draft;
        return [group.id, { shares, isControlled, further: furtherRounds(draft, wanted) }];
      }),
    ),
    restMs: restMs(wanted),
  };
}

interface Advance {
  draft: Draft;
  member: BudgetedMember;
  lacking: number;
}

/** Those that are open in a run that continues another, as another may continue this one. */
function openOnes(drafts: readonly Draft[]): Advance[] {
  const all = drafts.flatMap((draft) =>
    draft.group.members.map((member): Advance => {
      const limit = roundLimit(member, draft.group.baselineMs !== null);
      return { draft, member, lacking: limit - member.rounds };
    }),
  );
  return all.filter(({ member: { isOut, isSettled, earlier }, lacking }) => {
    return !isOut && !isSettled && earlier > 0 && lacking > 0;
  });
}

/**
 * Further rounds for each that still fit: those without 12 come first, and of them whoever needs the
 * least for it.
 */
function advance(candidates: readonly Advance[], fits: () => boolean): void {
  const needMs = ({ draft, member, lacking }: Advance) =>
    lacking * (member.costMs + 2 * (draft.group.baselineMs ?? 0));
  const isLate = ({ member }: Advance) => Number(member.rounds >= minRounds);
  const order = candidates.toSorted((a, b) => isLate(a) - isLate(b) || needMs(a) - needMs(b));
  for (const { draft, member, lacking } of order) {
    const { isControlled } = draft;
    const share = draft.shares.get(member.id) ?? 'few';
    if (share !== 'full') draft.shares.set(member.id, 'part');
    draft.isControlled = draft.group.baselineMs !== null;
    const fitsWith = (rounds: number) => {
      draft.parts.set(member.id, rounds);
      return fits();
    };
    let rounds = 0;
    while (rounds < lacking && fitsWith(rounds + 1)) rounds++;
    draft.parts.set(member.id, rounds);
    if (rounds > 0) continue;
    draft.shares.set(member.id, share);
    draft.isControlled = isControlled;
  }
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
    .filter(({ draft: { shares }, member: { id, isOut } }) => {
      return !isOut && shares.get(id) === from && !isLeftOut(id);
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
