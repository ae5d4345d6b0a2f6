// A median with its interval as one text, the same in charts, their tables, and reports.
// Knows no run; an explanation of how it was measured stands elsewhere.
import { durationRange } from './duration-range.ts';
import { formatDuration } from './format-duration.ts';

/** As much of a measured time as the text needs; a MeasuredTime fits. */
export interface MedianTime {
  /** Milliseconds; null before the first sample. */
  medianMs: number | null;
  /** Of the median; null below 6 samples. */
  interval: { low: number; high: number } | null;
}

/**
 * Median and interval; a dash where nothing was measured.
 * @example medianText({ medianMs: 11.24, interval: { low: 10.9, high: 11.6 } }) is
 * '11.2 ms (10.9–11.6 ms)'
 */
export function medianText({ medianMs, interval }: MedianTime): string {
  if (medianMs === null) return '–';
  const range = interval ? ` (${durationRange(interval.low, interval.high)})` : '';
  return `${formatDuration(medianMs)}${range}`;
}
