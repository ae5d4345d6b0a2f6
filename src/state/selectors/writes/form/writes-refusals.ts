// Why a run of the Writes lab cannot begin, in sentences: what is missing and where to get it. Pure.
import type { Playground } from '../../../../engine/model/playground.ts';
import type { WritesKind } from '../../../../engine/model/writes/writes.ts';
import { isBusy } from '../../../activity.ts';
import { batchedTechnique } from './choices/batch-sizes.ts';
import { keyReason } from './choices/technique-choices.ts';
import type { ChosenWrites } from './chosen-writes.ts';
import { updateRefusal } from './update/update-columns.ts';
import type { WritesFacts } from './writes-fields.ts';

/** Null when a run of this kind can begin. */
export function writesRefusal(
  kind: WritesKind,
  playground: Playground,
  chosen: ChosenWrites | null,
  facts: WritesFacts,
): string | null {
  return tableRefusal(playground, chosen, facts) ?? (chosen && kindRefusals[kind](chosen));
}

/** What stands in the way of everything in the lab. */
export function tableRefusal(
  { schemaSql }: Playground,
  chosen: ChosenWrites | null,
  { inspection, activity }: WritesFacts,
): string | null {
  if (isBusy(activity)) return 'The engine is at work: wait, or press Stop.';
  if (schemaSql.trim() === '') return 'There is no table yet: write a schema, or paste SQL.';
  if (!inspection) return 'The schema is being read.';
  if (inspection.error) return `The schema has an error: ${inspection.error.message}`;
  return chosen ? null : 'The schema has no table that rows can be written to.';
}

/** Why rows cannot be updated or deleted; null when they can. */
export function rowsRefusal({ table, tableRows }: ChosenWrites): string | null {
  if (tableRows === 0) return `${table.name} has no rows: give it some in Data.`;
  return keyReason(table);
}

const kindRefusals: Record<WritesKind, (chosen: ChosenWrites) => string | null> = {
  techniques: (chosen) =>
    operationRefusal(chosen) ??
    (chosen.techniques.some(({ isMeasured }) => isMeasured)
      ? null
      : 'No technique is chosen that can apply: choose one.'),
  'batch-sizes': (chosen) => {
    const technique = batchedTechnique(chosen.operation);
    const choice = chosen.techniques.find(({ id }) => id === technique?.id);
    if (!choice) return 'No technique of this operation takes several rows a statement.';
    if (chosen.batchSizes.length < 2) return 'Two batch sizes need more rows: choose more.';
    return operationRefusal(chosen) ?? choice.reason;
  },
  'index-price': (chosen) => {
    const { price, indexes, table } = chosen;
    if (indexes.length === 0)
      return `There is no index on ${table.name} yet: add one in the bench.`;
    // What cannot apply is left out; with nothing left the reason is why.
    if (price.operations.length === 0) return rowsRefusal(chosen) ?? columnRefusal(chosen);
    return price.operations.includes('update') ? columnRefusal(chosen) : null;
  },
  constraints: () => null,
};

function operationRefusal(chosen: ChosenWrites): string | null {
  if (chosen.operation === 'insert') return null;
  return rowsRefusal(chosen) ?? (chosen.operation === 'update' ? columnRefusal(chosen) : null);
}

function columnRefusal({ table, columns, expression }: ChosenWrites): string | null {
  const none = updateRefusal(table, columns);
  return none ?? (expression.trim() === '' ? 'Say what the column is set to.' : null);
}
