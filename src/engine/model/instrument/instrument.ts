// What testing the instrument found out: two equal setups are compared, so every difference is noise.
// Plain data; who measures stands in state, who judges in statistics/instrument.ts.
import type { Standing } from '../comparison/comparison.ts';
import type { RatioInterval, Verdict } from '../comparison/verdict.ts';
import type { Milliseconds } from '../units.ts';

/** One query of the test as it was measured, 'A' against its equal 'B'. */
export interface InstrumentReading {
  /** What kind of query it is, in the plural: 'key lookups'. */
  name: string;
  /** The setup that equals the baseline. */
  setupId: string;
  baselineId: string;
  standing: Standing;
}

/** How far this machine can be trusted now. */
export interface InstrumentReport {
  /**
   * 'good': small effects can be told. 'fair': only large ones. 'poor': nothing should be ranked
   * now, or two equal setups were called different.
   */
  level: 'good' | 'fair' | 'poor';
  /** One sentence that says the level. */
  headline: string;
  /** What the level stands on, and what to do; to be read in this order after the headline. */
  sentences: string[];
  queries: InstrumentQuery[];
  tickMs: Milliseconds;
  isIsolated: boolean;
}

/** What the test says of one size of query. */
export interface InstrumentQuery {
  name: string;
  /** Of one call; null when it could not be measured. */
  medianMs: Milliseconds | null;
  rounds: number;
  /** The baseline against itself (A'/A). */
  control: RatioInterval | null;
  /** Of the setup that equals the baseline: anything but a ranking is right. */
  verdict: Verdict;
  isFalse: boolean;
  /**
   * The least change of time that can be called faster or slower, as a ratio above 1 (1.06 is 6 %);
   * null when there is no interval.
   */
  smallestRatio: number | null;
}
