// Rows that a statement of a batched technique takes: bounded by the variables of a statement. Pure.
import type { Table } from '../../../../../engine/model/database/schema.ts';
import type {
  TechniqueFacts,
  WriteOperation,
} from '../../../../../engine/model/writes/technique.ts';
import { factsOf, techniquesOf } from '../../../../../engine/model/writes/technique-facts.ts';
import { rowKeyOf } from '../../../../../engine/sql/tables/row-key.ts';
import { maxVariables } from '../../../../../engine/sql/variable-limit.ts';
import { formatCount, formatCountOf } from '../../../../../lib/format/format-count.ts';
import { batchSizeChoices } from '../../../../writes-store.ts';
import type { WritesChoice } from '../writes-fields.ts';

/** The technique of the operation whose statements take as many rows as the batch size says. */
export function batchedTechnique(operation: WriteOperation): TechniqueFacts | null {
  return (
    techniquesOf(operation)
      .map(factsOf)
      .find(({ isBatched }) => isBatched) ?? null
  );
}

/** The most rows that a statement's variables allow, at least 1. */
function maxBatchSize(table: Table, operation: WriteOperation): number {
  return Math.max(1, Math.floor(maxVariables / variablesPerRow(table, operation)));
}

/** The batch size as it is: what was chosen, cut to what is allowed and to the rows that there are. */
export function batchSizeOf(
  table: Table,
  operation: WriteOperation,
  wanted: number,
  rows: number,
): number {
  return Math.max(1, Math.min(wanted, rows, maxBatchSize(table, operation)));
}

export function batchSizesOf(table: Table, operation: WriteOperation): number[] {
  const most = maxBatchSize(table, operation);
  return [...batchSizeChoices.filter((size) => size < most), most];
}

export function batchSizeFields(
  table: Table,
  operation: WriteOperation,
  rows: number,
): { choices: WritesChoice[]; note: string | null } {
  const most = maxBatchSize(table, operation);
  const perRow = variablesPerRow(table, operation);
  const sizes = batchSizesOf(table, operation).map((size) => Math.min(size, Math.max(1, rows)));
  return {
    choices: [...new Set(sizes)].map((size) => ({
      value: String(size),
      label: formatCountOf(size, 'row'),
      ...(size === rows
        ? { detail: 'All of them' }
        : size === most && { detail: 'The most that a statement takes' }),
      reason: null,
    })),
    note:
      rows <= most
        ? null
        : `A statement takes ${formatCount(maxVariables)} variables, ${perRow} a row: at most ${formatCountOf(most, 'row')}.`,
  };
}

function variablesPerRow(table: Table, operation: WriteOperation): number {
  if (operation === 'delete') return rowKeyOf(table)?.columns.length ?? 1;
  return Math.max(1, table.columns.filter(({ isGenerated }) => !isGenerated).length);
}
