// Who wins: from verdicts between pairs of setups to one outcome of the workload.
// Knows no rounds: workload.ts compares the pairs.
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { WinningRatio, WorkloadOutcome } from '../../model/comparison/workload.ts';
import { verdictRatio } from '../verdict-ratio.ts';

/** The first setup's time against the second's. */
export type VerdictBetween = (setupId: string, otherId: string) => Verdict;

/**
 * The outcome for these setups, the first of which is the baseline; `verdicts` are those against
 * it. The setup with the least mean wins when its interval against every other lies wholly beyond
 * the margin. Such a claim is false only if one of its parts is, so that asking all of them takes
 * no further share of the error (intersection-union test, Berger 1982).
 */
export function outcomeOf(
  setupIds: readonly string[],
  verdicts: Readonly<Record<string, Verdict>>,
  verdictBetween: VerdictBetween,
): WorkloadOutcome {
  const [baselineId = ''] = setupIds;
  const ranked = rankedSetups(setupIds, verdicts);
  const [best = baselineId, ...others] = ranked;
  const against = others.map((setupId) => ({ setupId, verdict: verdictBetween(best, setupId) }));
  const open = against.filter(({ verdict }) => verdict.kind !== 'faster');
  if (against.length > 0 && open.length === 0) return winnerOf(best, baselineId, against);
  const setupIdsInOrder = setupIds.filter(
    (id) => id === best || open.some(({ setupId }) => setupId === id),
  );
  if (against.length > 0 && open.every(({ verdict }) => verdict.kind === 'equal')) {
    return { kind: 'tie', setupIds: setupIdsInOrder };
  }
  const isNoisy = open.some(({ verdict }) => verdict.kind === 'too-noisy');
  return { kind: 'unresolved', setupIds: setupIdsInOrder, isNoisy };
}

function rankedSetups(
  setupIds: readonly string[],
  verdicts: Readonly<Record<string, Verdict>>,
): string[] {
  const estimateOf = (id: string) => {
    const verdict = verdicts[id];
    return (verdict && verdictRatio(verdict)?.low) ?? 1;
  };
  return [...setupIds].sort((a, b) => estimateOf(a) - estimateOf(b));
}

function winnerOf(
  best: string,
  baselineId: string,
  against: readonly { setupId: string; verdict: Verdict }[],
): WorkloadOutcome {
  const wins: WinningRatio[] = against.flatMap(({ setupId, verdict }) =>
    verdict.kind === 'faster' ? [{ setupId, ratio: verdict.ratio }] : [],
  );
  const unresolved: WorkloadOutcome = { kind: 'unresolved', setupIds: [best], isNoisy: false };
  const [againstNextBest] = wins;
  if (!againstNextBest) return unresolved;
  if (best === baselineId) return { kind: 'baseline-wins', setupId: best, againstNextBest };
  const againstBaseline = wins.find(({ setupId }) => setupId === baselineId);
  if (!againstBaseline) return unresolved;
  return { kind: 'winner', setupId: best, againstBaseline, againstNextBest };
}
