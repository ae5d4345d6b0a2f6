// Shares for people. Never says "0 %" of something or "100 %" of not quite all.

/**
 * A fraction of 0..1 as text, with at most `digits` decimals.
 * @example formatPercent(0.94) is '94 %'; formatPercent(0.975, 1) is '97.5 %'
 */
export function formatPercent(fraction: number, digits = 0): string {
  if (!Number.isFinite(fraction)) return '–';
  const smallest = 10 ** -digits;
  const percent = fraction * 100;
  if (percent > 0 && percent < smallest / 2) return `<${smallest} %`;
  if (percent < 100 && percent >= 100 - smallest / 2) return `${trimmed(100 - smallest, digits)} %`;
  return `${trimmed(percent, digits)} %`;
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
