// How intervals and hit ratios are written in verdicts, the same everywhere in the product.
// Plain numbers, ratios and percentages are written by src/lib.
import { formatCount } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';
import type { RatioInterval } from '../../model/comparison/verdict.ts';
import type { Fraction } from '../../model/units.ts';

/** Two factors as a range, the smaller first: '5.6–6.1'; one figure where both are written alike. */
export function formatFactorRange(one: number, other: number): string {
  const low = formatRatio(Math.min(one, other));
  const high = formatRatio(Math.max(one, other));
  return low === high ? low : `${low}–${high}`;
}

/** The bounds of an interval: always both, or a narrow one would read as an estimate: '12–12'. */
export function formatFactorInterval({ low, high }: Pick<RatioInterval, 'low' | 'high'>): string {
  return `${formatRatio(low)}–${formatRatio(high)}`;
}

/** A ratio as a change of time with its sign: '−4.1 %', '+120 %', '±0 %'. */
export function formatChange(ratio: number): string {
  const percent = (ratio - 1) * 100;
  const size = Math.abs(percent);
  const digits = size < 9.95 ? size.toFixed(1) : formatCount(size);
  if (Number(digits) === 0) return '±0 %';
  return `${percent < 0 ? '−' : '+'}${digits} %`;
}

/**
 * The bounds of an interval in the language of the rankings: '1.60× faster to 1.10× slower',
 * '1.12–1.60× faster' where both lie on one side.
 */
export function formatSpeedRange({ low, high }: RatioInterval): string {
  const [fast, slow] = [sideOf(low), sideOf(high)];
  if (fast !== slow) return `${formatSpeed(low)} to ${formatSpeed(high)}`;
  if (fast === 'equal') return 'equal';
  return fast === 'faster'
    ? `${formatFactorRange(1 / low, 1 / high)}× faster`
    : `${formatFactorRange(low, high)}× slower`;
}

/** The same in as few characters as can be, as times the speed: '0.91–1.60×'. */
export function formatShortSpeedRange({ low, high }: RatioInterval): string {
  return `${formatFactorRange(1 / high, 1 / low)}×`;
}

function formatSpeed(ratio: number): string {
  const side = sideOf(ratio);
  return side === 'equal' ? side : `${formatRatio(Math.max(ratio, 1 / ratio))}× ${side}`;
}

/** What is written '1.00' is neither faster nor slower. */
function sideOf(ratio: number): 'faster' | 'slower' | 'equal' {
  if (formatRatio(Math.max(ratio, 1 / ratio)) === formatRatio(1)) return 'equal';
  return ratio < 1 ? 'faster' : 'slower';
}

/** The bounds of an interval as changes of time: '−4.1 % to +12 %'. */
export function formatChangeRange(ratio: RatioInterval): string {
  return `${formatChange(ratio.low)} to ${formatChange(ratio.high)}`;
}

/** Hits among calls: whole per cent, with a decimal where few calls miss: '94 %', '99.9 %'. */
export function formatHitRatio(hits: Fraction): string {
  return formatPercent(hits, hits > 0.99 ? 1 : 0);
}
