// The ticks of a logarithmic axis of counts: rows, rows a second.
// Keeps away from marks.
import { type AxisTick, logTicks } from './log-axis.ts';

/** Counts as '300', '10k', '1M'. */
export function countTicks(domain: readonly [number, number], maxTicks: number): AxisTick[] {
  return logTicks(domain, maxTicks, (digit, exponent) =>
    shortCount(Number(`${digit}e${exponent}`)),
  );
}

function shortCount(count: number): string {
  if (count >= 1e9) return `${Number((count / 1e9).toPrecision(2))}G`;
  if (count >= 1e6) return `${Number((count / 1e6).toPrecision(2))}M`;
  if (count >= 1000) return `${Number((count / 1000).toPrecision(2))}k`;
  return String(count);
}
