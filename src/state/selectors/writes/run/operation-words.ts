// What sentences call the three operations.
// Knows no run; which operations there are is the model's affair.
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';

/** 'inserting with 2 indexes' and the like begin with it. */
export const operationVerbs: Readonly<Record<WriteOperation, string>> = {
  insert: 'inserting',
  update: 'updating',
  delete: 'deleting',
};

/** One write: 'an insert takes ...'. */
export const operationNouns: Readonly<Record<WriteOperation, string>> = {
  insert: 'an insert',
  update: 'an update',
  delete: 'a delete',
};

/** More than one: 'inserts take ...'. */
export const operationPlurals: Readonly<Record<WriteOperation, string>> = {
  insert: 'inserts',
  update: 'updates',
  delete: 'deletes',
};

/** Of the chart and of columns: 'Insert'. */
export function operationTitle(operation: WriteOperation): string {
  return capitalized(operation);
}
