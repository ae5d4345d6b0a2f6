// One unit for durations that stand below each other, so that their digits compare by eye.
// Keeps away from which durations those are.
import { formatCount } from './format-count.ts';
import { formatDuration } from './format-duration.ts';

/** Milliseconds as text. */
export type DurationText = (milliseconds: number) => string;

const units = [
  { name: 'µs', ms: 0.001 },
  { name: 'ms', ms: 1 },
  { name: 's', ms: 1000 },
] as const;

/** Beyond so many of the least one's unit a common one would hide digits. */
const widest = 10_000;

/**
 * Writes durations in the unit of the least of these, three significant digits; each in its own
 * where the largest is more than 10,000 of that unit. Values that are no lengths, zero or below,
 * decide nothing.
 * @example durationTextOf([0.0651, 0.182])(0.182) is '182 µs', where formatDuration gives '0.182 ms'
 */
export function durationTextOf(milliseconds: readonly number[]): DurationText {
  const lengths = milliseconds.filter((each) => each > 0 && Number.isFinite(each));
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  const name = formatDuration(least).split(' ').at(-1);
  const unit = units.find((each) => each.name === name);
  if (lengths.length === 0 || !unit || most / unit.ms > widest) return formatDuration;
  const inUnit = (value: number): string => {
    if (!Number.isFinite(value)) return '–';
    if (value < 0) return `−${inUnit(-value)}`;
    return `${digitsOf(value / unit.ms)} ${unit.name}`;
  };
  return inUnit;
}

function digitsOf(value: number): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(3));
  if (rounded >= 1000) return formatCount(rounded);
  return rounded.toFixed(rounded >= 100 ? 0 : rounded >= 10 ? 1 : rounded >= 1 ? 2 : 3);
}
