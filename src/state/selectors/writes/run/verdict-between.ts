// The verdict on any two contenders of a group, neither of which need be its baseline.
// Pure; its words stand in write-verdict-words.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import { mirrorVerdict, pairVerdict } from '../../../../engine/statistics/writes/pair-verdict.ts';
import type { WritesRun } from '../../../writes-store.ts';
import type { ContenderResult } from './contender-result.ts';

type Judged = Pick<ContenderResult, 'contender' | 'standing'>;

/**
 * The engine's own verdict where one of them is the baseline, else that of their paired samples, one
 * of `comparisons`. What failed or left other content has no verdict against anybody. Where the
 * baseline has none itself nothing is known of the noise, and nothing is said.
 */
export function verdictBetween(
  run: WritesRun,
  one: Judged,
  other: Judged,
  comparisons: number,
): Verdict {
  const nothing: Verdict = { kind: 'too-few-runs', rounds: 0 };
  if (!one.standing || !other.standing) return nothing;
  const spoiled = [one.standing, other.standing].find(({ verdict }) => isSpoiled(verdict));
  if (spoiled) return spoiled.verdict;
  if (other.contender.isBaseline) return one.standing.verdict;
  if (one.contender.isBaseline) return mirrorVerdict(other.standing.verdict);
  const { id: contenderId, groupId } = one.contender;
  const baseline = run.opened?.contenders.find(
    (each) => each.isBaseline && each.groupId === groupId,
  );
  if (!baseline) return nothing;
  const pair = { contenderId, againstId: other.contender.id, baselineId: baseline.id };
  // A margin may be that of an interval that these two have no rounds for.
  if (one.standing.isShort || other.standing.isShort) {
    return pairVerdict(run.samples, pair, null, comparisons);
  }
  const margins = run.standing?.margins ?? {};
  const margin = Object.hasOwn(margins, groupId) ? margins[groupId] : undefined;
  return margin === undefined ? nothing : pairVerdict(run.samples, pair, margin, comparisons);
}

function isSpoiled({ kind }: Verdict): boolean {
  return kind === 'failed' || kind === 'over-limit' || kind === 'different-answer';
}
