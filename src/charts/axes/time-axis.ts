// The logarithmic axis of times, the same in every chart: places are log10 of milliseconds.
// Keeps away from marks.
import type { Milliseconds } from '../../engine/model/units.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';
import { type AxisTick, logDomain, logTicks } from './log-axis.ts';

/** The axis for these times, as log10 of milliseconds; all times positive. */
export function timesDomain(milliseconds: readonly Milliseconds[]): [number, number] {
  return logDomain(milliseconds, { leastSpan: 4, empty: [-1, 2] });
}

/** Round times on the axis: 0.1 ms, 0.3 ms, 1 ms; at most `maxTicks` where that is possible. */
export function timesTicks(domain: readonly [number, number], maxTicks: number): AxisTick[] {
  return logTicks(domain, maxTicks, timeLabel);
}

/** A time's place on the axis; null where it has no logarithm. */
export function timePlace(milliseconds: Milliseconds | null | undefined): number | null {
  if (milliseconds === null || milliseconds === undefined) return null;
  return Number.isFinite(milliseconds) && milliseconds > 0 ? Math.log10(milliseconds) : null;
}

/** Round values without the zeros of significance: '10 ms', '0.3 ms', '30 µs'. */
function timeLabel(digit: number, exponent: number): string {
  const [number = '', unit = ''] = formatDuration(Number(`${digit}e${exponent}`)).split(' ');
  return `${Number(number)} ${unit}`;
}
