// How prices are written: times a row with their intervals, always both.
// Knows no run; figures come in.

import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type { TimeDifference } from '../../../../engine/model/writes/writes.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatBytes } from '../../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { formatPercent } from '../../../../lib/format/format-percent.ts';

/** 'inserting with 2 indexes' and the like begin with it. */
export const operationVerbs: Readonly<Record<WriteOperation, string>> = {
  insert: 'inserting',
  update: 'updating',
  delete: 'deleting',
};

/** One write: 'an insert takes ...'. */
export const operationNouns: Readonly<Record<WriteOperation, string>> = {
  insert: 'an insert',
  update: 'an update',
  delete: 'a delete',
};

/** More than one: 'inserts take ...'. */
export const operationPlurals: Readonly<Record<WriteOperation, string>> = {
  insert: 'inserts',
  update: 'updates',
  delete: 'deletes',
};

/** Of the chart and of columns: 'Insert'. */
export function operationTitle(operation: WriteOperation): string {
  return capitalized(operation);
}

/** Two durations as a range: '1.88–1.95 µs', '0.95 ms–1.20 ms' where the units differ. */
export function durationRange(low: number, high: number): string {
  const [one = '', oneUnit] = splitUnit(formatDuration(low));
  const [other, otherUnit] = splitUnit(formatDuration(high));
  const isPlain = oneUnit === otherUnit && oneUnit !== undefined;
  if (low < 0 && high >= 0) return `${formatDuration(low)} to +${formatDuration(high)}`;
  if (low < 0) return `${formatDuration(low)} to ${formatDuration(high)}`;
  return isPlain ? `${one}–${other} ${oneUnit}` : `${formatDuration(low)}–${formatDuration(high)}`;
}

function splitUnit(text: string): string[] {
  return text.split(' ');
}

/** A difference with its sign and interval: '+1.21 µs (1.15–1.27 µs)'. */
export function differenceWords({ estimateMs, low, high }: TimeDifference): string {
  const sign = estimateMs > 0 ? '+' : '';
  return `${sign}${formatDuration(estimateMs)} (${durationRange(low, high)})`;
}

/** Both ends on one side of zero: it is more, or less. */
export function isTold({ low, high }: Pick<TimeDifference, 'low' | 'high'>): boolean {
  return low > 0 || high < 0;
}

/** The same difference for one of so many rows. */
export function differencePerRow(difference: TimeDifference, rows: number): TimeDifference {
  const { estimateMs, low, high, level } = difference;
  return { estimateMs: estimateMs / rows, low: low / rows, high: high / rows, level };
}

/** What a database grew by: '400 kB'; rows that fit into pages which were there take no further one. */
export function grownWords(bytes: number): string {
  if (bytes === 0) return 'no further page';
  return bytes < 0 ? `−${formatBytes(-bytes)}` : formatBytes(bytes);
}

/**
 * What stands beside a median: its interval, or below 6 samples all of them, least to largest:
 * '9.1–9.6 µs, all 3 runs'. Times are divided by `rows`.
 */
export function besideMedian(
  interval: Pick<TimeDifference, 'low' | 'high'> | null,
  samplesMs: readonly Milliseconds[],
  rows: number,
): string {
  if (interval) return durationRange(interval.low / rows, interval.high / rows);
  if (samplesMs.length < 2) return samplesMs.length === 1 ? 'one run' : '';
  const range = durationRange(Math.min(...samplesMs) / rows, Math.max(...samplesMs) / rows);
  return `${range}, all ${formatCountOf(samplesMs.length, 'run')}`;
}

/** '95 %'. */
export function levelWords(level: number): string {
  return formatPercent(level, 1);
}
