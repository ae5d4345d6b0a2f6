// Positive numbers with a long tail: incomes, sizes of files, durations.
// Their logarithms are normally distributed (normal.ts).
import { normalQuantile } from '../../../../lib/numbers/normal-quantile.ts';
import { portableExp } from '../../../../lib/numbers/portable-power.ts';
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { decimalScale } from './decimal-scale.ts';
import { centredUnit, spreadQuantiles } from './spread-quantiles.ts';

/** Log-normally distributed numbers, rounded to the decimals; half of them below the median. */
export function createLogNormal(source: Source, settings: GeneratorOf<'log-normal'>): Generator {
  const { stream } = source;
  const { median, spread, decimals } = settings;
  const scale = decimalScale(decimals);
  const at = (share: number) =>
    Math.floor(median * portableExp(spread * normalQuantile(share)) * scale + 0.5) / scale;
  // The density is highest at the mode: exp(spread^2 / 2) / (median spread sqrt(2 pi)).
  const room = 2.5 * median * spread * portableExp((-spread * spread) / 2) * scale;
  return {
    name: 'log-normal',
    description: `log-normally distributed, half of them below ${median}, with a long tail above`,
    at: (row) => at(centredUnit(stream.bits(row))),
    distinct: (needed) => spreadQuantiles(needed, room, at),
  };
}
