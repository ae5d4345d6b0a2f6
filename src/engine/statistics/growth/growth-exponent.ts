// The exponent of growth: the slope through the points on two logarithmic axes, with its interval.
// Chooses no law: growth.ts does.
import type { GrowthExponent, GrowthPoint } from '../../model/scale/growth.ts';
import { studentQuantile } from '../distributions/student-t.ts';

const level = 0.95;

export interface LogLogLine {
  exponent: GrowthExponent;
  /** The value that the line has at one row. */
  factor: number;
}

/**
 * Least squares of ln(value) on ln(rows), at least three points with values above zero. The
 * slope's interval is Student's (Draper and Smith, Applied Regression Analysis, 1.4), and never
 * narrower than the points' own intervals make it: a few points may lie on a line by luck.
 */
export function fitLogLogLine(points: readonly GrowthPoint[]): LogLogLine {
  const xs = points.map((point) => Math.log(point.rows));
  const ys = points.map((point) => Math.log(point.value));
  const meanX = mean(xs);
  const meanY = mean(ys);
  const spread = sum(xs.map((x) => (x - meanX) ** 2));
  /** The slope is a weighted sum of the ys. */
  const weights = xs.map((x) => (x - meanX) / spread);
  const estimate = sum(weights.map((weight, index) => weight * (ys[index] ?? 0)));
  const squares = sum(
    xs.map((x, index) => ((ys[index] ?? 0) - meanY - estimate * (x - meanX)) ** 2),
  );
  const freedom = points.length - 2;
  const scatter = studentQuantile(level, freedom) * Math.sqrt(squares / freedom / spread);
  const own = Math.sqrt(
    sum(weights.map((weight, index) => (weight * halfWidthOf(points[index])) ** 2)),
  );
  const half = Math.max(scatter, own);
  return {
    exponent: { estimate, low: estimate - half, high: estimate + half, level },
    factor: Math.exp(meanY - estimate * meanX),
  };
}

/** Half the width of a value's interval on the logarithmic axis; 0 without one. */
function halfWidthOf(point: GrowthPoint | undefined): number {
  const interval = point?.interval;
  if (!interval || !(interval.low > 0)) return 0;
  return Math.log(interval.high / interval.low) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
