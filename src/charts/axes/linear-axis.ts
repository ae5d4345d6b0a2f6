// Linear axes: durations from zero, and rounds as whole numbers.
// Keeps away from marks.
import type { Milliseconds } from '../../engine/model/units.ts';
import type { AxisTick } from './log-axis.ts';

const units = [
  { name: 'µs', milliseconds: 0.001 },
  { name: 'ms', milliseconds: 1 },
  { name: 's', milliseconds: 1000 },
] as const;

/** Steps of 1, 2 or 5 times a power of ten: the least of which `room` reach `span`. */
function niceStep(span: number, room: number): number {
  const least = span / Math.max(room, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return digit * power;
}

/** Ticks from zero to `highest`, all in one unit so that lengths can be compared by eye. */
export function durationTicks(highest: Milliseconds, maxTicks: number): AxisTick[] {
  if (!(highest > 0)) return [{ at: 0, label: '0 ms' }];
  const step = niceStep(highest, Math.max(maxTicks, 2) - 1);
  // The unit of the step: a tick then has no more than two digits behind the point.
  const unit = units.findLast((each) => step >= each.milliseconds / 10 - 1e-12) ?? units[0];
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, index) => {
    const at = Number((index * step).toPrecision(12));
    return { at, label: `${Number((at / unit.milliseconds).toPrecision(12))} ${unit.name}` };
  });
}

/** Whole numbers from `low` to `high` in even steps; the first one is always there. */
export function wholeTicks(low: number, high: number, maxTicks: number): AxisTick[] {
  const step = Math.max(Math.ceil(niceStep(Math.max(high - low, 1), Math.max(maxTicks, 2))), 1);
  const ticks: AxisTick[] = [{ at: low, label: String(low) }];
  for (let at = (Math.floor(low / step) + 1) * step; at <= high; at += step) {
    // A tick right beside the first one would be written over it.
    if (at - low >= step / 2) ticks.push({ at, label: String(at) });
  }
  return ticks;
}
