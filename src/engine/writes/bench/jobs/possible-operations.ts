// Which operations of a request find rows to write; the others are refused with the reason.
// Keeps away from making rows: an insert is always possible here.
import type { Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { WriteOperation } from '../../../model/writes/technique.ts';
import type { WriteStart } from '../../../model/writes/writes.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { StartedOperation } from '../operations.ts';
import type { StartCopy } from '../start/start-copy.ts';
import { countRowsOf } from './prepare-job.ts';

export interface PossibleOperations {
  possible: [StartedOperation, ...StartedOperation[]];
  /** Why an operation is left out, in a sentence on all that are; empty when none is. */
  reasons: ReadonlyMap<WriteOperation, string>;
}

/** Throws an EngineFailure when no operation finds a row. */
export function possibleOperations(
  operations: readonly [StartedOperation, ...StartedOperation[]],
  copyAt: (start: WriteStart) => StartCopy<Database>,
): PossibleOperations {
  const isPossible = ({ operation, start }: StartedOperation) => {
    const { database, table } = copyAt(start);
    return operation === 'insert' || countRowsOf(database, table) > 0;
  };
  const [first, ...others] = operations.filter(isPossible);
  const { table } = copyAt(operations[0].start);
  if (!first) throw nothingThere(table, operations[0].operation);
  const possible: PossibleOperations['possible'] = [first, ...others];
  const missing = operations
    .map(({ operation }) => operation)
    .filter((operation) => possible.every((each) => each.operation !== operation));
  const reason = reasonOf(table, missing);
  return { possible, reasons: new Map(missing.map((operation) => [operation, reason])) };
}

function reasonOf({ name }: Table, operations: readonly WriteOperation[]): string {
  return `${name} has no rows to ${operations.join(' or ')}.`;
}

function nothingThere(table: Table, operation: WriteOperation): EngineFailure {
  return new EngineFailure({
    code: 'data-unsatisfiable',
    message: reasonOf(table, [operation]),
    hint: `Set the rows of ${table.name} in the Data tab, or measure inserts.`,
    place: { source: 'recipe', name: table.name },
  });
}
