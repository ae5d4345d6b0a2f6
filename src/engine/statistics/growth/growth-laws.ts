// The laws of growth: their values at a number of rows, and how their free numbers are fitted.
// Least squares on logarithms throughout; growth.ts compares the fits.
import { assertNever } from '../../../lib/assert-never.ts';
import type { Growth, GrowthPoint } from '../../model/scale/growth.ts';

/** How a law's growing part depends on the rows. */
export type Shape = (rows: number) => number;

/** The value of a fitted law at this many rows, for drawing it; null where nothing was fitted. */
export function growthAt(growth: Growth, rows: number): number | null {
  switch (growth.kind) {
    case 'constant':
      return growth.value;
    case 'logarithmic':
      return growth.base + growth.slope * Math.log(rows);
    case 'power':
      return growth.factor * rows ** growth.exponent.estimate;
    case 'linearithmic':
      return growth.factor * rows * Math.log(rows);
    case 'linear-above-base':
      return growth.base + growth.slope * rows;
    case 'too-few-points':
    case 'has-zeros':
    case 'unclear':
      return null;
    default:
      return assertNever(growth);
  }
}

/** Sum of the squares of ln(value / law). Infinite where the law is not above zero. */
export function squaredLogResiduals(points: readonly GrowthPoint[], law: Shape): number {
  return points.reduce((sum, { rows, value }) => {
    const fitted = law(rows);
    return sum + (fitted > 0 ? Math.log(value / fitted) ** 2 : Number.POSITIVE_INFINITY);
  }, 0);
}

/** The factor with which factor * shape fits best: the geometric mean of value / shape. */
export function fitFactor(points: readonly GrowthPoint[], shape: Shape): number {
  const logs = points.map(({ rows, value }) => Math.log(value / shape(rows)));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}

/** Where the search for the growing part's share ends: e^±16 of the constant part. */
const farLogit = 16;
const searchSteps = 64;

/**
 * base + slope * shape with base >= 0 and slope >= 0. The scale has a closed form, so the search
 * is for one number: how the value at the middle row count divides into the two parts.
 */
export function fitAboveBase(
  points: readonly GrowthPoint[],
  shape: Shape,
): { base: number; slope: number } {
  const middle = Math.exp(
    points.reduce((sum, { rows }) => sum + Math.log(rows), 0) / points.length,
  );
  const unit = shape(middle);
  const fitAt = (logit: number) => {
    const share = logit >= farLogit ? 1 : 1 / (1 + Math.exp(-logit));
    const law = (rows: number) => 1 - share + (share * shape(rows)) / unit;
    const scale = fitFactor(points, law);
    const residual = squaredLogResiduals(points, (rows) => scale * law(rows));
    return {
      residual: Number.isNaN(residual) ? Number.POSITIVE_INFINITY : residual,
      base: scale * (1 - share),
      slope: (scale * share) / unit,
    };
  };
  const step = (2 * farLogit) / searchSteps;
  let best = -farLogit;
  for (let index = 0; index <= searchSteps; index++) {
    const logit = -farLogit + index * step;
    if (fitAt(logit).residual < fitAt(best).residual) best = logit;
  }
  const found = fitAt(goldenMinimum((logit) => fitAt(logit).residual, best - step, best + step));
  const onGrid = fitAt(best);
  const { base, slope } = found.residual < onGrid.residual ? found : onGrid;
  return { base, slope };
}

/** Golden section search (Kiefer 1953): 60 steps narrow the bracket to 1e-12 of its width. */
function goldenMinimum(of: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = of(left);
  let atRight = of(right);
  for (let step = 0; step < 60; step++) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = of(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}
