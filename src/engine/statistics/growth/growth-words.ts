// The words for how something grows with the number of rows.
// Decides nothing: growth.ts does.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format-count.ts';
import { formatPercent } from '../../../lib/format-percent.ts';
import { formatRatio } from '../../../lib/format-ratio.ts';
import type { Growth, GrowthExponent } from '../../model/scale/growth.ts';
import { leastGrowthPoints, leastGrowthRange } from './growth.ts';

export interface GrowthWords {
  /** For a legend: 'grows like n^1.02'. */
  headline: string;
  /** What belongs in brackets after it: 'n^0.98 to n^1.06'. Empty when there is none. */
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
        sentence: `${subject} was taken at ${formatCountOf(growth.points, 'row count')} over a ${formatRatio(growth.range)}-fold range: a law of growth needs ${leastGrowthPoints} over a ${leastGrowthRange}-fold one.`,
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
    case 'power': {
      const verb = growth.exponent.estimate < 0 ? 'falls' : 'grows';
      return worded(
        subject,
        `${verb} like n^${formatExponent(growth.exponent.estimate)}`,
        growth.exponent,
      );
    }
    default:
      return assertNever(growth);
  }
}

function worded(subject: string, headline: string, exponent: GrowthExponent): GrowthWords {
  return {
    headline,
    interval: exponentRange(exponent),
    sentence: `${subject} ${headline} (${exponentInterval(exponent)}).`,
  };
}

function exponentInterval(exponent: GrowthExponent): string {
  return `fitted exponent ${formatExponent(exponent.estimate)}, ${formatPercent(exponent.level, 1)} interval ${exponentRange(exponent)}`;
}

function exponentRange({ low, high }: GrowthExponent): string {
  return `n^${formatExponent(low)} to n^${formatExponent(high)}`;
}

function formatExponent(exponent: number): string {
  const text = Math.abs(exponent).toFixed(2);
  return exponent < 0 && Number(text) !== 0 ? `−${text}` : text;
}
