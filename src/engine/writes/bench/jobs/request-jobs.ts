// The job of every operation of a request, all with the same number of rows.
// Keeps away from contenders: what differs between them comes later.
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { Recipe } from '../../../model/playground.ts';
import type { Fraction, Milliseconds } from '../../../model/units.ts';
import type { WriteOperation } from '../../../model/writes/technique.ts';
import type { WriteStart, WritesRequest } from '../../../model/writes/writes.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { StartedOperation } from '../operations.ts';
import type { StartCopy } from '../start/start-copy.ts';
import { unchangedRowsNote } from './changed-rows.ts';
import { makeRows } from './make-rows.ts';
import {
  countRowsOf,
  existingRowsJob,
  insertJob,
  type OperationJob,
  writtenColumns,
} from './prepare-job.ts';
import { createReadRows, type ReadRows } from './read-rows.ts';

export interface RequestJobs {
  of(operation: WriteOperation): OperationJob;
  rows: number;
  notes: string[];
}

/**
 * For operations that find rows; `copyAt` gives the copy at a start state. Throws an EngineFailure
 * when no rows can be made, or they are too much to be kept.
 */
export function prepareJobs(
  operations: readonly StartedOperation[],
  request: WritesRequest,
  recipe: Recipe,
  copyAt: (start: WriteStart) => StartCopy<Database>,
  report: (fraction: Fraction) => void,
  clock: () => Milliseconds,
): RequestJobs {
  const read = createReadRows(clock);
  const notes: string[] = [];
  const jobs = new Map<WriteOperation, OperationJob>();
  let rows = Math.max(1, Math.floor(request.rows));
  for (const { operation, start } of operations) {
    if (operation === 'insert') continue;
    const { database, table } = copyAt(start);
    const there = countRowsOf(database, table);
    if (there >= rows) continue;
    notes.push(
      `${formatCountOf(there, 'row')} instead of ${formatCount(rows)}: ${table.name} has no more to ${operation}.`,
    );
    rows = there;
  }
  const insert = operations.find(({ operation }) => operation === 'insert');
  if (insert) {
    const copy = copyAt(insert.start);
    const made = madeRows(copy, rows, { ...recipe, seed: request.seed }, report, read);
    notes.push(...made.notes);
    rows = made.rows.length;
    jobs.set('insert', insertJob(copy.database, copy.table, made.rows));
  }
  for (const { operation, start } of operations) {
    if (operation === 'insert') continue;
    const { database, table } = copyAt(start);
    const job = existingRowsJob(database, table, operation, rows, request.update, read);
    notes.push(...[unchangedRowsNote(job)].filter((note) => note !== null));
    jobs.set(operation, job);
  }
  return {
    of(operation) {
      const job = jobs.get(operation);
      if (!job) throw new Error(`No job was prepared for ${operation}.`);
      return job;
    },
    rows,
    notes,
  };
}

function madeRows(
  { table, schema, openCopy }: StartCopy<Database>,
  count: number,
  recipe: Recipe,
  report: (fraction: Fraction) => void,
  read: ReadRows,
) {
  // With the indexes: a UNIQUE one has a say in which rows there can be.
  const scratch = openCopy({ withoutIndexes: [], hasStatistics: true, roomBytes: 0 });
  try {
    const columns = writtenColumns(table);
    const wanted = { table, columns, count, recipe, seed: recipe.seed };
    const made = makeRows(scratch, schema, wanted, report, read);
    const lost = count - made.rows.length;
    const note =
      lost > 0
        ? [
            `${formatCountOf(made.rows.length, 'row')} instead of ${formatCount(count)}: rules of the schema left the others out.`,
          ]
        : [];
    return { rows: made.rows, notes: [...made.notes, ...note] };
  } finally {
    scratch.close();
  }
}
