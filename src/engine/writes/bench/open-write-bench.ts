// Opens what a request of the Writes lab works on: copies, rows, contenders, refusals.
// Who runs the contenders, and whether times are taken or work is counted, is not known here.
import { formatList } from '../../../lib/format/format-list.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import { statementLimitMs } from '../../model/comparison/comparison.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { Recipe } from '../../model/playground.ts';
import type { Fraction, Milliseconds } from '../../model/units.ts';
import type { WriteStart, WritesRequest } from '../../model/writes/writes.ts';
import type { Database } from '../../sqlite/driver.ts';
import type { DatabaseOpener, WriteBench } from '../write-bench.ts';
import { changingTables } from './changing-tables.ts';
import { checkNumbers } from './check-numbers.ts';
import { benchContenders } from './contenders/bench-contenders.ts';
import { openVariants } from './contenders/open-variants.ts';
import { planContenders } from './contenders/planned-contenders.ts';
import { possibleOperations } from './jobs/possible-operations.ts';
import { prepareJobs } from './jobs/request-jobs.ts';
import { operationsOf, type StartedOperation } from './operations.ts';
import { createRunLimit } from './runs/run-limit.ts';
import { openStartCopy, type StartCopy } from './start/start-copy.ts';
import { type NotedStart, startNotes } from './start/start-notes.ts';
import { allIndexes, indexesOfTable } from './start/written-table.ts';

export interface BenchSource<D extends Database> {
  driver: DatabaseOpener<D>;
  clock: () => Milliseconds;
  /** The playground's database with all of its indexes; not changed. */
  image: Uint8Array;
  /** How rows of the table are made: its settings of columns. */
  recipe: Recipe;
}

/**
 * Copies the image, brings the copy to the start state and makes the rows. The same request on the
 * same image gives the same rows and the same contenders in every build of SQLite. Throws an
 * EngineFailure, with everything closed, for a table, an update, rows or numbers that cannot be.
 */
export function openWriteBench<D extends Database>(
  { driver, clock, image, recipe }: BenchSource<D>,
  request: WritesRequest,
  report: (fraction: Fraction) => void,
): WriteBench<D> {
  checkNumbers(request);
  const operations = operationsOf(request);
  const copies = openCopies(driver, image, request.table, operations);
  const copyAt = (start: WriteStart): StartCopy<D> => {
    const copy = copies.get(start);
    if (copy) return copy;
    throw new Error('This run is closed.');
  };
  const close = () => closeAll(copies);
  try {
    const { possible, reasons } = possibleOperations(operations, copyAt);
    const [first] = possible;
    const copy = copyAt(first.start);
    const { database, schema, table } = copy;
    const jobs = hintedByTriggers(copy, first.start, () =>
      prepareJobs(possible, request, recipe, copyAt, report, clock),
    );
    const job = jobs.of(first.operation);
    const limit = createRunLimit(clock, statementLimitMs, { table: table.name, rows: jobs.rows });
    if (request.kind === 'constraints') {
      const variants = openVariants(driver, copy, job, limit);
      // The variants have databases of their own.
      close();
      return { ...variants, notes: [...jobs.notes, ...variants.notes], rows: jobs.rows };
    }
    const there = {
      ofTable: indexesOfTable(database, table.name),
      all: allIndexes(database),
    };
    const planned = planContenders(request, there);
    const judged = benchContenders(planned, { request, there, jobs, copyAt, limit, reasons });
    const emptied = startNotes(notedStarts(request, possible, copyAt));
    return {
      ...judged,
      notes: [...emptied, ...jobs.notes, ...judged.notes],
      rows: jobs.rows,
      rowsBefore: job.rowsBefore,
      changing: changingTables(schema, table),
      close,
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** One copy for each start. In a function of its own, so that nothing holds the image afterwards. */
function openCopies<D extends Database>(
  driver: DatabaseOpener<D>,
  image: Uint8Array,
  table: string,
  operations: readonly StartedOperation[],
): Map<WriteStart, StartCopy<D>> {
  const copies = new Map<WriteStart, StartCopy<D>>();
  try {
    for (const { start } of operations) {
      if (!copies.has(start)) copies.set(start, openStartCopy(driver, image, table, start));
    }
    return copies;
  } catch (thrown) {
    closeAll(copies);
    throw thrown;
  }
}

/**
 * Where triggers fill other tables, the rows there may stay when the table is emptied, and refuse
 * those that come: which of them belong to the rows that went is not known.
 */
function hintedByTriggers<Result>(
  { schema, table }: StartCopy<Database>,
  start: WriteStart,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (thrown) {
    const hasTriggers = schema.triggers.some((trigger) => isSameName(trigger.table, table.name));
    if (!(thrown instanceof EngineFailure) || start !== 'empty' || !hasTriggers) throw thrown;
    const { hint = '' } = thrown.error;
    const other = `Or start with the rows as they are: triggers of ${table.name} may write to other tables, whose rows stand in the way when ${table.name} alone is empty.`;
    throw new EngineFailure({ ...thrown.error, hint: `${hint} ${other}`.trim() });
  }
}

function closeAll(copies: Map<WriteStart, StartCopy<Database>>): void {
  for (const copy of copies.values()) copy.close();
  copies.clear();
}

function notedStarts<D extends Database>(
  request: WritesRequest,
  operations: readonly StartedOperation[],
  copyAt: (start: WriteStart) => StartCopy<D>,
): NotedStart[] {
  return [...new Set(operations.map(({ start }) => start))].map((start) => ({
    copy: copyAt(start),
    told: formatList(
      operations.filter((each) => each.start === start).map(({ operation }) => `${operation}s`),
    ),
    isKept: request.start === 'empty' && start !== 'empty',
  }));
}
