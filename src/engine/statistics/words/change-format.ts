// How intervals and hit ratios are written in verdicts, the same everywhere in the product.
// Plain numbers, ratios and percentages are written by src/lib.
import { formatCount } from '../../../lib/format-count.ts';
import { formatPercent } from '../../../lib/format-percent.ts';
import { formatRatio } from '../../../lib/format-ratio.ts';
import type { RatioInterval } from '../../model/comparison/verdict.ts';
import type { Fraction } from '../../model/units.ts';

/** Two factors as a range, the smaller first: '5.6–6.1'. */
export function formatFactorRange(one: number, other: number): string {
  return `${formatRatio(Math.min(one, other))}–${formatRatio(Math.max(one, other))}`;
}

/** A ratio as a change of time with its sign: '−4.1 %', '+120 %', '±0 %'. */
export function formatChange(ratio: number): string {
  const percent = (ratio - 1) * 100;
  const size = Math.abs(percent);
  const digits = size < 9.95 ? size.toFixed(1) : formatCount(size);
  if (Number(digits) === 0) return '±0 %';
  return `${percent < 0 ? '−' : '+'}${digits} %`;
}

/** The bounds of an interval as changes of time: '−4.1 % to +12 %'. */
export function formatChangeRange(ratio: RatioInterval): string {
  return `${formatChange(ratio.low)} to ${formatChange(ratio.high)}`;
}

/** Hits among calls: whole per cent, with a decimal where few calls miss: '94 %', '99.9 %'. */
export function formatHitRatio(hits: Fraction): string {
  return formatPercent(hits, hits > 0.99 ? 1 : 0);
}
