// What a verdict says about the ratio of a setup to the baseline, whatever its kind.
// Decides nothing and words nothing: verdict.ts and verdict-words.ts do.
import { assertNever } from '../../lib/assert-never.ts';
import type { Verdict } from '../model/comparison/verdict.ts';

/** A stretch of ratios; `low` and `high` are equal where there is an estimate. */
export interface RatioStretch {
  low: number;
  high: number;
}

/** The estimate; in the short mode least and largest ratio of its rounds. Null without a ratio. */
export function verdictRatio(verdict: Verdict): RatioStretch | null {
  switch (verdict.kind) {
    case 'faster':
    case 'slower':
    case 'equal':
    case 'unresolved':
    case 'too-noisy':
      return { low: verdict.ratio.estimate, high: verdict.ratio.estimate };
    case 'clearly-faster':
    case 'clearly-slower':
      return { low: verdict.low, high: verdict.high };
    case 'baseline':
    case 'too-few-runs':
    case 'different-answer':
    case 'failed':
    case 'over-limit':
      return null;
    default:
      return assertNever(verdict);
  }
}
