// A duration as it was measured: its samples, their median and the median's interval. Plain data.
import type { Interval } from './interval.ts';
import type { Milliseconds } from './units.ts';

export interface MeasuredTime {
  /** In the order measured. */
  samplesMs: readonly Milliseconds[];
  /** Null before the first sample. */
  medianMs: Milliseconds | null;
  /** Of the median, in milliseconds; null below 6 samples. */
  interval: Interval | null;
}

/** With a latency that is only added to it. */
export interface SimulatedTime extends MeasuredTime {
  /** The median with the latency of all round trips; null without a latency. */
  simulatedMs: Milliseconds | null;
  /** Null before they were counted. */
  roundTrips: number | null;
}
