// What a run of the Writes lab costs, said before it begins. Pure.
import type { WritesKind } from '../../../../engine/model/writes/writes.ts';
import { formatCountOf } from '../../../../lib/format-count.ts';
import type { WritesSettings } from '../../../writes-store.ts';
import type { ChosenWrites } from './chosen-writes.ts';

/** By kind: what is measured and the most time that it takes. */
export function expectedWords(
  { budgetMs }: WritesSettings,
  { techniques, setups, batchSizes, price }: ChosenWrites,
): Record<WritesKind, string> {
  const measured = techniques.filter(({ isMeasured }) => isMeasured).length;
  // No estimate in seconds: a row costs 1 us or 50, by machine and technique.
  const limit = `at most ${budgetMs / 1000} s; each runs once in any case`;
  const inSetups = `in ${formatCountOf(setups.length, 'setup')}`;
  return {
    techniques: `${formatCountOf(measured, 'technique')} ${inSetups}: ${limit}`,
    'batch-sizes': `${formatCountOf(batchSizes.length, 'batch size')} ${inSetups}: ${limit}`,
    'index-price': `${formatCountOf(price.sets.length, 'index set')}, ${formatCountOf(price.operations.length, 'operation')}, ${formatCountOf(price.rows, 'row')}: ${limit}`,
    constraints: `The same load into a table for each constraint: ${limit}`,
  };
}
