// What a run of the Writes lab costs, said before it begins. Pure.
import type { WritesKind } from '../../../../engine/model/writes/writes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesSettings } from '../../../writes-store.ts';
import type { ChosenWrites } from './chosen-writes.ts';

/** By kind: what is measured and the most time that it takes. */
export function expectedWords(
  { budgetMs, rows }: WritesSettings,
  chosen: ChosenWrites,
): Record<WritesKind, string> {
  const { techniques, setups, batchSizes, price } = chosen;
  const measured = techniques.filter(({ isMeasured }) => isMeasured).length;
  // No estimate in seconds: a row costs 1 us or 50, by machine and technique.
  const limit = `at most ${budgetMs / 1000} s; each runs once in any case`;
  const inSetups = `in ${formatCountOf(setups.length, 'setup')}`;
  return {
    techniques: `${formatCountOf(measured, 'technique')} ${inSetups}: ${limit}`,
    'batch-sizes': `${formatCountOf(batchSizes.length, 'batch size')} ${inSetups}: ${limit}`,
    'index-price': `${formatCountOf(price.sets.length, 'index set')}, ${formatCountOf(price.operations.length, 'operation')}, ${priceRowsWords(rows, chosen)}: ${limit}`,
    constraints: `The same load into a table for each constraint: ${limit}`,
  };
}

/** Updates and deletes take rows that are there, and all operations of a run write as many. */
function priceRowsWords(wanted: number, { table, tableRows, price }: ChosenWrites): string {
  const rows = formatCountOf(price.rows, 'row');
  const takesRows = price.operations.some((operation) => operation !== 'insert');
  if (takesRows && tableRows === null) return `${rows}, or as many as ${table.name} has`;
  if (price.rows === wanted) return rows;
  return `${rows} (${table.name} has no more to update or delete)`;
}
