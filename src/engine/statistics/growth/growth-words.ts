// The words for how something grows with the number of rows.
// Decides nothing: growth.ts does.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';
import type { Growth, GrowthExponent } from '../../model/scale/growth.ts';
import { leastGrowthPoints } from './growth.ts';

export interface GrowthWords {
  /** For a legend: 'grows like n^1.20', 'grows in proportion to the rows'. */
  headline: string;
  /** What belongs in brackets after it: 'n^1.18 to n^1.22'. Empty when it says nothing more. */
  interval: string;
  /** Stands alone; `subject` begins it. */
  sentence: string;
}

/** The words for a growth; `subject` says what grows: 'The time of B'. */
export function growthWords(growth: Growth, subject = 'It'): GrowthWords {
  switch (growth.kind) {
    case 'too-few-points':
      return {
        headline: 'too few row counts for a law of growth',
        interval: '',
        sentence: growthNeeds(growth),
      };
    case 'has-zeros':
      return {
        headline: 'no law of growth',
        interval: '',
        sentence: `${subject} is 0 at some row counts and not at others: no law of growth describes that.`,
      };
    case 'unclear':
      return {
        headline: 'growth not resolved',
        interval: exponentRange(growth.exponent),
        sentence: `${subject} scatters too much to say whether it grows (${exponentInterval(growth.exponent)}). More row counts or a quieter machine would tell.`,
      };
    case 'constant':
      return worded(subject, 'does not grow', growth.exponent);
    case 'logarithmic':
      return worded(subject, 'grows like log n', growth.exponent);
    case 'linearithmic':
      return worded(subject, 'grows like n log n', growth.exponent);
    case 'linear-above-base':
      return worded(subject, 'grows like n above a constant part', growth.exponent);
    case 'power':
      return powerWords(subject, growth.exponent);
    default:
      return assertNever(growth);
  }
}

/** 'Growth needs 4 sizes over a tenfold range; 1 so far.' */
export function growthNeeds({
  points,
  range,
}: Extract<Growth, { kind: 'too-few-points' }>): string {
  const soFar = points < leastGrowthPoints ? `${points}` : `${formatRatio(range)}-fold`;
  return `Growth needs ${leastGrowthPoints} sizes over a tenfold range; ${soFar} so far.`;
}

/** An exponent that surely lies this near to 1 is said to be 1. */
const linear = { low: 0.95, high: 1.05 };

function powerWords(subject: string, exponent: GrowthExponent): GrowthWords {
  const { estimate, low, high } = exponent;
  if (low >= linear.low && high <= linear.high) {
    return {
      headline: 'grows in proportion to the rows',
      interval: `n^${formatExponent(estimate)}`,
      sentence: `${subject} grows in proportion to the rows (${exponentInterval(exponent)}).`,
    };
  }
  const verb = estimate < 0 ? 'falls' : 'grows';
  return worded(subject, `${verb} like n^${formatExponent(estimate)}`, exponent);
}

/** Both ends round alike: an interval says nothing more. */
function isExact({ low, high }: GrowthExponent): boolean {
  return formatExponent(low) === formatExponent(high);
}

function worded(subject: string, headline: string, exponent: GrowthExponent): GrowthWords {
  return {
    headline,
    interval: isExact(exponent) ? '' : exponentRange(exponent),
    sentence: `${subject} ${headline} (${exponentInterval(exponent)}).`,
  };
}

function exponentInterval(exponent: GrowthExponent): string {
  if (isExact(exponent)) return `fitted exponent ${formatExponent(exponent.estimate)}`;
  return `fitted exponent ${formatExponent(exponent.estimate)}, ${formatPercent(exponent.level, 1)} interval ${exponentRange(exponent)}`;
}

function exponentRange({ low, high }: GrowthExponent): string {
  return `n^${formatExponent(low)} to n^${formatExponent(high)}`;
}

function formatExponent(exponent: number): string {
  const text = Math.abs(exponent).toFixed(2);
  return exponent < 0 && Number(text) !== 0 ? `−${text}` : text;
}
