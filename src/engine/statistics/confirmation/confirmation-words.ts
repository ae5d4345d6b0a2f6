// The words for what fresh workers said of a verdict.
// Decides nothing: confirmation.ts does. Its vocabulary is that of verdict-words.ts.
import type { ConfirmedCell } from '../../model/comparison/confirmation.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { Fraction } from '../../model/units.ts';
import { findingOf } from '../verdict-finding.ts';
import { formatChange, formatFactorRange } from '../words/change-format.ts';
import { cacheWords, type VerdictNames, verdictKindWords } from '../words/verdict-words.ts';

export interface ConfirmationWords {
  /** 'confirmed: 5.6–6.3× faster in 3 of 3 fresh workers' */
  headline: string;
  /** Stands alone: 'B was 5.6–6.3 times faster than A in 3 of 3 fresh workers.' */
  sentence: string;
}

/** Verdicts that rank nothing: workers that agree on one of these confirm no finding. */
const withoutFinding: ReadonlySet<Verdict['kind']> = new Set<Verdict['kind']>([
  'baseline',
  'too-few-runs',
  'unresolved',
  'too-noisy',
]);

/**
 * The words for a confirmed cell. `said` is the kind of the verdict that was to be confirmed:
 * workers that agree among themselves on another one do not confirm it. `hits` is the hit ratio
 * of a cached setup: its ratios are never worded without it.
 */
export function confirmationWords(
  cell: ConfirmedCell,
  names: VerdictNames = { setup: 'B', baseline: 'A' },
  said: Verdict['kind'] | null = null,
  hits: Fraction | null = null,
): ConfirmationWords {
  const [first] = cell.kinds;
  const all = `${cell.kinds.length} of ${cell.kinds.length} fresh workers`;
  if (cell.status === 'disagree' || first === undefined) return disagreement(cell, names);
  // 'clearly' is a word of the short mode: workers in both modes agree on the plain finding.
  const kind = new Set(cell.kinds).size === 1 ? first : findingOf(first);
  const finding = `${findingWords(cell, kind)}${cacheNote(cell, hits)}`;
  if (said !== null && findingOf(said) !== findingOf(kind)) {
    return {
      headline: `not confirmed: ${finding} in ${all}`,
      sentence: `The verdict on ${names.setup} against ${names.baseline} was "${verdictKindWords[said]}"; ${all} say: ${finding}.`,
    };
  }
  if (withoutFinding.has(kind)) {
    return {
      headline: `nothing to confirm: ${finding} in ${all}`,
      sentence: `${names.setup} against ${names.baseline}: ${finding} in ${all}.`,
    };
  }
  return {
    headline: `confirmed: ${finding} in ${all}`,
    sentence: `${names.setup} against ${names.baseline}: ${finding} in ${all}, each with a database of its own.`,
  };
}

function disagreement(cell: ConfirmedCell, names: VerdictNames): ConfirmationWords {
  const kinds = cell.kinds.map((kind) => verdictKindWords[kind]).join(', ');
  const spread =
    cell.low === null || cell.high === null
      ? ''
      : ` Their estimates of the change of time go from ${formatChange(cell.low)} to ${formatChange(cell.high)}.`;
  return {
    headline: `not confirmed: ${kinds}`,
    sentence: `Fresh workers do not agree on ${names.setup} against ${names.baseline}: ${kinds}.${spread} Trust no single comparison of these on this machine now.`,
  };
}

function findingWords({ low, high }: ConfirmedCell, kind: Verdict['kind']): string {
  const words = verdictKindWords[kind];
  if (low === null || high === null) return words;
  switch (kind) {
    case 'faster':
    case 'clearly-faster':
      return `${formatFactorRange(1 / high, 1 / low)}× ${words}`;
    case 'slower':
    case 'clearly-slower':
      return `${formatFactorRange(low, high)}× ${words}`;
    default:
      return `${words} (${formatChange(low)} to ${formatChange(high)})`;
  }
}

function cacheNote(cell: ConfirmedCell, hits: Fraction | null): string {
  return hits === null || cell.low === null ? '' : ` ${cacheWords(hits)}`;
}
