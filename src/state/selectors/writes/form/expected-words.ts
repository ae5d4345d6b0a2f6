// What a run of the Writes lab costs, said before it begins. Pure.
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { WritesKind } from '../../../../engine/model/writes/writes.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesSettings } from '../../../writes-store.ts';
import type { ChosenWrites } from './chosen-writes.ts';

/** By kind: how many times are measured, and what the chosen time means for them. */
export function expectedWords(
  { budgetMs, rows }: WritesSettings,
  chosen: ChosenWrites,
): Record<WritesKind, string> {
  const { techniques, setups, batchSizes, price } = chosen;
  const measured = techniques.filter(({ isMeasured }) => isMeasured).length;
  const inSetups = `in ${formatCountOf(setups.length, 'setup')}`;
  const { sets, operations, start } = price;
  // As the engine plans it: only into an empty table are indexes built both ways.
  const isBuilt = operations.includes('insert') && start === 'empty' && chosen.indexes.length > 0;
  return {
    techniques: `${countWords(measured * setups.length)}: ${formatCountOf(measured, 'technique')} ${inSetups}. ${timeWords(budgetMs)}`,
    // The time stands with the techniques already.
    'batch-sizes': `${countWords(batchSizes.length * setups.length)}: ${formatCountOf(batchSizes.length, 'batch size')} ${inSetups}.`,
    'index-price': `${countWords(sets.length * operations.length + (isBuilt ? 2 : 0))}: ${formatCountOf(sets.length, 'index set')}, ${formatCountOf(operations.length, 'operation')}, ${isBuilt ? '2 ways to build the indexes, ' : ''}${priceRowsWords(rows, chosen)}. ${timeWords(budgetMs)}`,
    constraints: `The same load into a table for each constraint. ${timeWords(budgetMs)}`,
  };
}

function countWords(count: number): string {
  return formatCountOf(count, 'measurement');
}

/** No estimate in seconds: a row costs 1 us or 50, by machine and technique. */
function timeWords(budgetMs: Milliseconds): string {
  return `Once each, even if that takes longer, then more rounds up to ${budgetMs / 1000} s.`;
}

/** Updates and deletes take rows that are there, and all operations of a run write as many. */
function priceRowsWords(wanted: number, { table, tableRows, price }: ChosenWrites): string {
  const rows = formatCountOf(price.rows, 'row');
  const takesRows = price.operations.some((operation) => operation !== 'insert');
  if (takesRows && tableRows === null) return `${rows}, or as many as ${table.name} has`;
  if (price.rows === wanted) return rows;
  return `${rows} (${table.name} has no more to update or delete)`;
}
