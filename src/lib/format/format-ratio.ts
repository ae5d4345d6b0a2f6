// Ratios for people: as many digits as tell them from 1, and no more.

/**
 * A ratio as text without its sign: three digits below 2, where a hundredth matters, then two.
 * @example formatRatio(1.084) is '1.08'; formatRatio(5.87) is '5.9'; formatRatio(128) is '130'
 */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio) || ratio < 0) return '–';
  if (ratio === 0) return '0';
  if (ratio < 2) return ratio >= 0.995 ? ratio.toFixed(2) : String(Number(ratio.toPrecision(2)));
  if (ratio < 9.95) return ratio.toFixed(1);
  const rounded = Number(ratio.toPrecision(2));
  return String(rounded).replace(/\B(?=(\d{3})+$)/g, ',');
}
