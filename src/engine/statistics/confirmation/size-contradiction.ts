// Whether fresh workers contradict the size of an effect whose direction they confirm.
// Decides nothing about the direction: confirmation.ts does.
import type { ConfirmedCell } from '../../model/comparison/confirmation.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { findingOf, isRanking } from '../verdict-finding.ts';
import { formatFactorRange } from '../words/change-format.ts';
import type { VerdictNames } from '../words/verdict-words.ts';
import type { ConfirmationWords } from './confirmation-words.ts';

/**
 * The words for it where the workers' spread lies wholly outside of the verdict's interval; null
 * where the two meet or nothing was ranked. The interval speaks for the rounds of one worker only,
 * so that this is found more often than its level says.
 */
export function sizeContradiction(
  { low, high }: ConfirmedCell,
  verdict: Verdict,
  names: VerdictNames,
): ConfirmationWords | null {
  const own = intervalOf(verdict);
  if (!own || low === null || high === null || !isRanking(verdict.kind)) return null;
  if (low <= own.high && high >= own.low) return null;
  const isFaster = findingOf(verdict.kind) === 'faster';
  const words = (one: number, other: number) =>
    `${isFaster ? formatFactorRange(1 / one, 1 / other) : formatFactorRange(one, other)}×`;
  const direction = isFaster ? 'faster' : 'slower';
  const headline = `${direction}: confirmed; how much: not (${words(low, high)} in fresh workers, ${words(own.low, own.high)} here)`;
  return {
    headline,
    sentence: `${names.setup} against ${names.baseline} is ${headline}. Rely on the direction, and on the size only within what both say.`,
  };
}

/** Unlike verdictRatio not the estimate: what the rounds leave open. */
function intervalOf(verdict: Verdict): { low: number; high: number } | null {
  switch (verdict.kind) {
    case 'faster':
    case 'slower':
      return verdict.ratio;
    case 'clearly-faster':
    case 'clearly-slower':
      return verdict;
    default:
      return null;
  }
}
