// A difference of paired times as far as the verdict on the same times resolves it.
// The verdict knows more than the interval: how much the baseline differs from itself.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { TimeDifference } from '../../../../engine/model/writes/writes.ts';
import { findingOf, isRanking } from '../../../../engine/statistics/verdict-finding.ts';

/**
 * The difference where one is faster; with zero in its interval where the verdict finds no
 * meaningful one, however narrow the interval is; null where the verdict is not resolved.
 */
export function toldDifference(
  verdict: Verdict,
  difference: TimeDifference,
): TimeDifference | null {
  if (isRanking(verdict.kind)) return difference;
  if (findingOf(verdict.kind) !== 'equal') return null;
  const { low, high } = difference;
  return { ...difference, low: Math.min(low, 0), high: Math.max(high, 0) };
}

/** Why a verdict tells nothing, behind a colon. */
export function untoldWords(verdict: Verdict | undefined): string {
  switch (verdict?.kind) {
    case 'too-noisy':
      return 'too noisy';
    case 'different-answer':
      return 'the table ends otherwise';
    case 'failed':
      return 'failed';
    case 'unresolved':
      return 'the runs scatter too much';
    default:
      return 'too few runs';
  }
}
