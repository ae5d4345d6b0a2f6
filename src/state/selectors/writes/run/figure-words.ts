// How the lab's figures are written: times a row with their intervals, always both.
// Knows no run; figures come in.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { Interval, TimeDifference } from '../../../../engine/model/interval.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import { durationRange } from '../../../../lib/format/duration-range.ts';
import type { DurationText } from '../../../../lib/format/duration-unit.ts';
import { formatBytes } from '../../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { formatPercent } from '../../../../lib/format/format-percent.ts';

/** A difference with its sign and interval: '+1.21 µs (1.15–1.27 µs)'. */
export function differenceWords(
  { estimateMs, low, high }: TimeDifference,
  text: DurationText = formatDuration,
): string {
  const sign = estimateMs > 0 ? '+' : '';
  return `${sign}${text(estimateMs)} (${durationRange(low, high, text)})`;
}

/** Both ends on one side of zero: it is more, or less. */
export function isTold({ low, high }: Pick<Interval, 'low' | 'high'>): boolean {
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
  interval: Pick<Interval, 'low' | 'high'> | null,
  samplesMs: readonly Milliseconds[],
  rows: number,
  text: DurationText = formatDuration,
): string {
  if (interval) return durationRange(interval.low / rows, interval.high / rows, text);
  if (samplesMs.length < 2) return samplesMs.length === 1 ? 'one run' : '';
  const range = durationRange(Math.min(...samplesMs) / rows, Math.max(...samplesMs) / rows, text);
  return `${range}, all ${formatCountOf(samplesMs.length, 'run')}`;
}

/** '95 %'. */
export function levelWords(level: number): string {
  return formatPercent(level, 1);
}

/** Of a median a row, to follow another sentence: ' 95 % interval of the median: 1.88–1.95 µs.' */
export function medianLevelSentence(interval: Interval | null, rows: number): string {
  if (!interval) return '';
  const range = durationRange(interval.low / rows, interval.high / rows);
  return ` ${levelWords(interval.level)} interval of the median: ${range}.`;
}

/** Which way a verdict points, for the eye. */
export type VerdictTone = 'slower' | 'faster' | 'plain';

export function toneOf(verdict: Pick<Verdict, 'kind'> | null | undefined): VerdictTone {
  const finding = verdict ? findingOf(verdict.kind) : 'baseline';
  return finding === 'slower' || finding === 'faster' ? finding : 'plain';
}

/** '3.10 µs (3.02–3.18 µs), 2.6× slower (2.5–2.7), +1.20 µs (1.15–1.27 µs)', for a text. */
export function figureText(
  time: string,
  interval: string,
  headline: string,
  ratio: string,
  extra = '',
  work: { text: string } | null = null,
): string {
  const bracketed = (text: string, inBrackets: string) =>
    inBrackets === '' ? text : `${text} (${inBrackets})`;
  const counted = work ? `counted ${work.text}` : '';
  return [bracketed(time, interval), bracketed(headline, ratio), extra, counted]
    .filter((part) => part !== '' && part !== '–')
    .join(', ');
}
