// Whom rounds are taken from when there is not enough time for all.
// Knows what samples cost and nothing of what they measured.
import type { Milliseconds } from '../../model/units.ts';
import { canControl, costOf, type Draft, idsWith, type RoundShare } from './budget-draft.ts';

/** One whose two further rounds take more than this share of what is left costs the others too much. */
const hopelessShare = 0.5;

/** Takes rounds from whoever frees the most time for each verdict that it costs; false without any. */
export function demoteBest(candidates: readonly Demotion[]): boolean {
  const [best] = candidates.toSorted((a, b) => b.savedMs / b.verdicts - a.savedMs / a.verdicts);
  best?.apply();
  return best !== undefined;
}

/** Slow contenders, and groups with a slow baseline as a whole. */
export function slowOnes(drafts: readonly Draft[], slowMs: Milliseconds): Demotion[] {
  return drafts.flatMap((draft) => {
    const { baselineMs, members } = draft.group;
    const full = idsWith(draft.shares, 'full');
    if (baselineMs !== null && baselineMs > slowMs) return demotionsOf(draft, 'full', [full]);
    const slow = members.filter(({ costMs, id }) => costMs > slowMs && full.includes(id));
    return demotionsOf(
      draft,
      'full',
      slow.map(({ id }) => [id]),
    );
  });
}

/** Any one, or a group as a whole: the hopeless first, then what has full rounds. */
export function anyOnes(drafts: readonly Draft[], leftMs: Milliseconds): Demotion[] {
  const from = (share: RoundShare) =>
    drafts.flatMap((draft) => {
      const ids = idsWith(draft.shares, share);
      return demotionsOf(draft, share, [...ids.map((id) => [id]), ids]);
    });
  const toFew = from('short');
  const hopeless = toFew.filter(
    ({ savedMs, verdicts }) => verdicts === 1 && savedMs > leftMs * hopelessShare,
  );
  return [hopeless, from('full'), toFew].find((each) => each.length > 0) ?? [];
}

export interface Demotion {
  savedMs: Milliseconds;
  verdicts: number;
  apply(): void;
}

/** What giving up each of these sets of members would free, as far as it frees anything. */
function demotionsOf(
  draft: Draft,
  from: RoundShare,
  choices: readonly (readonly string[])[],
): Demotion[] {
  const { group, shares } = draft;
  const before = costOf(draft, 0);
  const demotions = choices.map((ids): Demotion => {
    const demoted = new Map(shares);
    for (const id of ids) demoted.set(id, from === 'full' ? 'short' : 'few');
    const isControlled = draft.isControlled && canControl(group, demoted);
    const after = { ...draft, shares: demoted, isControlled };
    return {
      savedMs: before - costOf(after, 0),
      verdicts: Math.max(1, ids.length),
      apply() {
        draft.shares = demoted;
        draft.isControlled = isControlled;
      },
    };
  });
  return demotions.filter(({ savedMs }) => savedMs > 0);
}
