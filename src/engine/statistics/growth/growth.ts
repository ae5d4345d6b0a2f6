// How a time or a count of work grows with the number of rows: the law that the points bear out.
// Words nothing, and claims no growth and no constancy that the scatter of the points hides.
import type { Growth, GrowthExponent, GrowthPoint } from '../../model/scale/growth.ts';
import { median } from '../distributions/quantiles.ts';
import { fitLogLogLine, type LogLogLine } from './growth-exponent.ts';
import {
  fitAboveBase,
  fitFactor,
  growthAt,
  type Shape,
  squaredLogResiduals,
} from './growth-laws.ts';

/** A slope needs points, and a law of growth needs room to show. */
export const leastGrowthPoints = 4;
const leastGrowthRange = 10;
/** A change over the whole range that counts as none, as in verdicts. */
const leastChange = 0.05;
/** An exponent within ±0.1 is no growth: ten times the rows change the value by a quarter. */
const flatExponent = 0.1;
/** Residuals below 1 % are not told apart: any law that comes so close fits. */
const closeEnough = 0.01;
/** How much lower the criterion of a less simple law must be (strong: Kass and Raftery 1995). */
const strongAdvantage = 6;

/** A law with its free numbers fitted. */
interface Candidate {
  growth: Growth;
  criterion: number;
}

/**
 * The law of growth of these points; one point a row count, in any order.
 *
 * All laws are fitted by least squares on ln(value), so that every point counts by its relative
 * error. First the exponent of n^k with its interval decides whether the value grows at all. It
 * may not when the interval holds 0 or the change over the range is below 5 %: then it is
 * 'constant' if the interval lies within ±0.1, and 'unclear' if it reaches further. What grows is described by n^k unless
 * another law has a clearly lower Schwarz criterion, n ln(RSS/n) + p ln n for p fitted numbers
 * (Schwarz 1978; unlike AICc it exists for four points): n log n, and a linear part above a
 * constant one, must be lower by 6; log n may be higher by as much, because a small power is what
 * a logarithm looks like.
 */
export function growthOf(points: readonly GrowthPoint[]): Growth {
  const rows = points.map((point) => point.rows).filter((count) => count > 0);
  const distinct = new Set(rows).size;
  const range = rows.length === 0 ? 1 : Math.max(...rows) / Math.min(...rows);
  // The slack absorbs the rounding of the division.
  if (distinct < leastGrowthPoints || range < leastGrowthRange * (1 - 1e-9)) {
    return { kind: 'too-few-points', points: distinct, range };
  }
  const used = points.filter((point) => point.rows > 0);
  if (used.some((point) => !(point.value > 0))) {
    const isAlwaysZero = used.every((point) => point.value === 0);
    return isAlwaysZero
      ? { kind: 'constant', value: 0, exponent: noGrowth }
      : { kind: 'has-zeros' };
  }
  const line = fitLogLogLine(used);
  return growthless(used, line, range) ?? bestLaw(used, line);
}

const noGrowth: GrowthExponent = { estimate: 0, low: 0, high: 0, level: 0.95 };

/** 'constant' or 'unclear'; null for what grows or falls. */
function growthless(
  points: readonly GrowthPoint[],
  line: LogLogLine,
  range: number,
): Growth | null {
  const { exponent } = line;
  const isFlat =
    Math.abs(exponent.estimate) * Math.log(range) < Math.log(1 + leastChange) ||
    (exponent.low <= 0 && exponent.high >= 0);
  if (!isFlat) return null;
  if (exponent.low < -flatExponent || exponent.high > flatExponent) {
    return { kind: 'unclear', exponent };
  }
  return { kind: 'constant', value: median(points.map((point) => point.value)), exponent };
}

function bestLaw(points: readonly GrowthPoint[], { exponent, factor }: LogLogLine): Growth {
  const power = judged(points, { kind: 'power', factor, exponent }, 2);
  if (exponent.estimate <= 0) return power.growth;
  const logarithm = judged(points, { kind: 'logarithmic', ...fitLogarithm(points), exponent }, 2);
  const timesLogarithm: Shape = (rows) => rows * Math.log(rows);
  const rivals = [
    judged(
      points,
      { kind: 'linearithmic', factor: fitFactor(points, timesLogarithm), exponent },
      1,
    ),
    judged(
      points,
      { kind: 'linear-above-base', ...fitAboveBase(points, (rows) => rows), exponent },
      2,
    ),
  ];
  const first = logarithm.criterion <= power.criterion + strongAdvantage ? logarithm : power;
  const needed = first.criterion - strongAdvantage;
  const [best = first] = rivals
    .filter(({ criterion }) => criterion <= needed)
    .sort((a, b) => a.criterion - b.criterion);
  return best.growth;
}

/**
 * base + slope * ln(rows). A free base would let a logarithm imitate any power over a decade or
 * two: it is held to what starts from half the logarithm of the fewest rows or higher.
 */
function fitLogarithm(points: readonly GrowthPoint[]): { base: number; slope: number } {
  const origin = Math.log(Math.min(...points.map(({ rows }) => rows))) / 2;
  const { base, slope } = fitAboveBase(points, (rows) => Math.log(rows) - origin);
  return { base: base - slope * origin, slope };
}

/** Schwarz's criterion of a law with this many fitted numbers: the lower, the better. */
function judged(points: readonly GrowthPoint[], growth: Growth, numbers: number): Candidate {
  const residual = squaredLogResiduals(points, (rows) => growthAt(growth, rows) ?? Number.NaN);
  const count = points.length;
  const variance = Number.isNaN(residual)
    ? Number.POSITIVE_INFINITY
    : Math.max(residual / count, closeEnough ** 2);
  return { growth, criterion: count * Math.log(variance) + numbers * Math.log(count) };
}
