// From intervals to a verdict. The words for it stand in verdict-words.ts alone.
import type { RatioInterval, Verdict } from '../model/comparison/verdict.ts';
import { halfWidth, reachFromOne } from './paired-ratio.ts';
import { minRounds } from './stop-rule.ts';

/** Ratios closer to 1 than this count as equal, even on a machine without any noise. */
export const leastMargin = 0.05;
/**
 * When the baseline differs from itself by more than this, nothing is said about small effects;
 * large ones must lie beyond twice what the baseline shows against itself.
 */
const noiseLimit = 0.1;
/** Short mode: how far a setup must lie from the baseline in every round. */
export const shortMargin = 0.25;

/**
 * The margin within which ratios count as equal: 5 %, or as far as the interval of the
 * baseline against itself reaches. It is symmetric on the log scale: 1 / 1.05 to 1.05.
 */
export function equalMargin(control: RatioInterval | null): number {
  return control ? Math.max(leastMargin, reachFromOne(control)) : leastMargin;
}

/**
 * How far the whole interval must lie from 1 to be ranked, as a factor above 1: beyond the margin,
 * on a noisy machine beyond twice the margin on the log scale.
 */
export function rankingBound(margin: number): number {
  return isNoisyMargin(margin) ? (1 + margin) ** 2 : 1 + margin;
}

/** True when the baseline differs from itself so much that small effects cannot be told. */
export function isNoisyMargin(margin: number): boolean {
  return margin > noiseLimit;
}

/** The verdict on a setup from its ratio to the baseline and the baseline's to itself. */
export function verdictOf(
  ratio: RatioInterval | null,
  control: RatioInterval | null,
  rounds: number,
): Verdict {
  if (!ratio || !control) return { kind: 'too-few-runs', rounds };
  const verdict = verdictWithin(ratio, equalMargin(control), rounds);
  return verdict.kind === 'too-noisy' ? { ...verdict, control } : verdict;
}

/** The verdict where of the noise the margin alone is known, see equalMargin. */
export function verdictWithin(ratio: RatioInterval, margin: number, rounds: number): Verdict {
  const isNoisy = isNoisyMargin(margin);
  // A thousandfold effect is not hidden by a 30 % disturbance: noise raises the bar rather than
  // forbidding every verdict.
  const bound = rankingBound(margin);
  if (ratio.high < 1 / bound) return { kind: 'faster', ratio, margin };
  if (ratio.low > bound) return { kind: 'slower', ratio, margin };
  if (isNoisy && rounds >= minRounds) return { kind: 'too-noisy', ratio, margin };
  // Few rounds make every interval wide: before the first look a wide control is no finding yet.
  if (isNoisy) return { kind: 'unresolved', ratio, margin, moreRounds: minRounds - rounds };
  if (reachFromOne(ratio) <= margin) return { kind: 'equal', ratio, margin };
  return { kind: 'unresolved', ratio, margin, moreRounds: moreRounds(ratio, margin, rounds) };
}

/**
 * About how many more rounds would bring the interval to one side of the margin's bound: widths
 * shrink with the square root of the rounds, and the estimate's distance from the bound is the
 * half-width to reach. At least 1.
 */
export function moreRounds(ratio: RatioInterval, margin: number, rounds: number): number {
  const distance = Math.abs(Math.abs(Math.log(ratio.estimate)) - Math.log(1 + margin));
  const needed = rounds * (halfWidth(ratio) / Math.max(distance, 1e-6)) ** 2;
  return Math.max(1, Math.ceil(needed - rounds));
}

/**
 * The verdict of the short mode from the ratios of its rounds: clear only when every round puts
 * the setup on the same side, beyond 25 % and beyond what the baseline showed against itself.
 */
export function shortVerdict(
  ratios: readonly number[],
  controls: readonly number[],
  neededRounds: number,
): Verdict {
  const rounds = ratios.length;
  if (rounds < neededRounds) return { kind: 'too-few-runs', rounds };
  const noise = Math.max(...controls.map((ratio) => Math.max(ratio, 1 / ratio) - 1), 0);
  const margin = Math.max(shortMargin, noise);
  const low = Math.min(...ratios);
  const high = Math.max(...ratios);
  if (high < 1 / (1 + margin)) return { kind: 'clearly-faster', low, high, rounds };
  if (low > 1 + margin) return { kind: 'clearly-slower', low, high, rounds };
  return { kind: 'too-few-runs', rounds };
}
