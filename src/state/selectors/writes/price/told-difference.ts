// A difference of paired times as far as the verdict on the same times resolves it.
// The verdict knows more than the interval: how much the baseline differs from itself.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { TimeDifference } from '../../../../engine/model/interval.ts';
import type { ToldDifference } from '../../../../engine/model/writes/break-even.ts';
import { isRanking } from '../../../../engine/statistics/verdict-finding.ts';
import { verdictKindWords } from '../../../../engine/statistics/words/verdict-words.ts';
import { formatPercent } from '../../../../lib/format/format-percent.ts';

/**
 * The difference where the verdict finds one or finds none that matters, however its interval lies;
 * null where the verdict is not resolved.
 */
export function toldDifference(
  verdict: Verdict,
  difference: TimeDifference,
): ToldDifference | null {
  const isEqual = verdict.kind === 'equal';
  return isEqual || isRanking(verdict.kind) ? { ...difference, isEqual } : null;
}

/**
 * As far as it bounds something: where a verdict is not resolved, the interval tells how much the
 * difference may be at most, and zero counts as within it. Null where noise forbids that too.
 */
export function boundedDifference(
  verdict: Verdict,
  difference: TimeDifference,
): ToldDifference | null {
  if (verdict.kind !== 'unresolved') return toldDifference(verdict, difference);
  const { low, high } = difference;
  return { ...difference, low: Math.min(low, 0), high: Math.max(high, 0), isEqual: false };
}

/** Why a verdict tells nothing. */
export function untoldWords(verdict: Verdict | undefined): string {
  if (verdict?.kind === 'too-few-runs' && verdict.rounds === 0) return 'not measured';
  const kind = verdict?.kind ?? 'too-few-runs';
  return kind === 'different-answer' ? 'the table ends otherwise' : verdictKindWords[kind];
}

/** Why noise leaves a difference untold, clear of zero or not; null where it is not noise that does. */
export function noiseSentence(verdict: Verdict | undefined): string | null {
  if (verdict?.kind !== 'too-noisy') return null;
  return `Too noisy: the baseline measured against itself differed by up to ${formatPercent(verdict.margin)}, and this does not lie wholly beyond twice that.`;
}

/** The same behind the verdict's own sentence, which tells the noise already. */
export function noiseBarSentence(verdict: Verdict): string | null {
  if (verdict.kind !== 'too-noisy') return null;
  return `An interval clear of zero is no verdict either until it lies wholly beyond twice the noise, of ${formatPercent(verdict.margin)} here.`;
}
