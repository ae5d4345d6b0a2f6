// The cost of constraints as the chart's rows: time against the load without any, with its interval.
// Pure.
import type { Estimate } from '../../../../engine/model/interval.ts';
import type { VariantRow } from './variant-row.ts';

export interface CostRow {
  id: string;
  title: string;
  detail: string;
  /** Time to the baseline's: 1.39 takes 39 % longer. */
  interval: Estimate | null;
  /** Least and largest of too few runs for an interval. */
  spread: { low: number; high: number } | null;
  isTried: boolean;
}

/** A row for each variant that was compared; the baseline is the line of equal. */
export function costRows(variants: readonly VariantRow[]): CostRow[] {
  return variants
    .filter(({ isBaseline, refusal }) => !isBaseline && refusal === null)
    .map(({ id, name, headline, isOwn, verdict }) => ({
      id,
      title: name,
      detail: [headline || 'not measured yet', !isOwn && 'tried'].filter(Boolean).join(', '),
      interval: verdict && 'ratio' in verdict ? verdict.ratio : null,
      spread: verdict && 'low' in verdict ? { low: verdict.low, high: verdict.high } : null,
      isTried: !isOwn,
    }));
}
