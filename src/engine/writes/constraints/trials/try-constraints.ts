// What the constraints of a table protect: of each, a row that breaks it is tried on a copy.
// The database that the copy was made of is not touched.
import { EngineFailure, toEngineError } from '../../../model/errors.ts';
import type { Recipe } from '../../../model/playground.ts';
import type { Fraction } from '../../../model/units.ts';
import type { SqlValue } from '../../../model/values.ts';
import type {
  ConstraintDefinition,
  ConstraintKind,
  ConstraintTrial,
  ConstraintTrials,
} from '../../../model/writes/constraint-trial.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import type { Driver } from '../../../sqlite/driver.ts';
import { definitionOf, type WrittenConstraint } from '../definitions/read-constraints.ts';
import { breachSentence } from './breach-sentence.ts';
import { breakingRow } from './breaking-row.ts';
import { conflictOutcomes, singleMessage } from './conflict-outcomes.ts';
import { type GoodRows, goodRows } from './good-rows.ts';
import { createRowProbe, type RowProbe } from './row-probe.ts';
import { definitionNotes, nullNotes } from './trial-notes.ts';
import { type TrialTable, trialTable } from './trial-table.ts';

export interface TrialsRequest {
  driver: Pick<Driver, 'open'>;
  /** The database as it is; copies are opened from it. */
  image: Uint8Array;
  table: string;
  /** Whose generators make the good rows. */
  recipe: Recipe;
  seed: number;
  /** Told after the copy, after the good rows and before each constraint. */
  report?: ((fraction: Fraction) => void) | undefined;
}

/** Of all the work: opening the copy, and making the good rows, both of which grow with the data. */
const copyShare = 0.1;
const rowsShare = 0.2;

/**
 * Tries every constraint of the table, in the order of its CREATE TABLE statement, then its UNIQUE
 * indexes. Where no good rows can be made, all are 'not-tried' with the reason. Throws an
 * EngineFailure for a table that does not exist or has no rows of its own (a view, a virtual table),
 * and for a database too large to copy.
 */
export function tryConstraints(request: TrialsRequest): ConstraintTrials {
  try {
    return tryOnCopy(request);
  } catch (thrown) {
    throw thrown instanceof Error && thrown.message === 'out of memory' ? tooLarge() : thrown;
  }
}

function tryOnCopy(request: TrialsRequest): ConstraintTrials {
  const { driver, image, recipe, seed, report = () => {} } = request;
  const database = driver.open(image);
  try {
    const schema = readSchema(database);
    const trial = trialTable(database, schema, request.table);
    const { constraints } = trial;
    report(copyShare);
    const notes = definitionNotes(trial);
    const told = { table: trial.table.name, sql: trial.table.sql };
    const none = { earlierRows: 0, beforeRows: 0, afterRows: 0 };
    if (constraints.length === 0) return { ...told, ...none, trials: [], notes };
    const rows = orReason(() =>
      goodRows(trial, { openScratch: () => driver.open(image), schema, recipe, seed }),
    );
    if (typeof rows === 'string') {
      const trials = constraints.map((each) => notTried(definitionOf(each), rows));
      return { ...told, ...none, trials, notes };
    }
    const before = copyShare + rowsShare;
    const probe = createRowProbe(trial, driver.open());
    try {
      return {
        ...told,
        trials: constraints.map((each, at) => {
          report(before + ((1 - before) * at) / constraints.length);
          return tryOne(trial, rows, each, probe);
        }),
        earlierRows: rows.earlier.length,
        beforeRows: rows.before.length,
        afterRows: rows.after.length,
        notes: [...notes, ...nullNotes(trial, rows, probe)],
      };
    } finally {
      probe.close();
    }
  } finally {
    database.close();
  }
}

function tryOne(
  trial: TrialTable,
  rows: GoodRows,
  constraint: WrittenConstraint,
  probe: RowProbe,
): ConstraintTrial {
  const definition = definitionOf(constraint);
  const found = breakingRow(trial, rows, constraint, probe);
  if (found.kind === 'none') {
    const reason =
      found.tried > 0
        ? `None of the ${found.tried} rows that were tried breaks it.`
        : 'No row was found that could break it.';
    return notTried(definition, reason);
  }
  const shown = {
    ...shownRow(trial, found.row),
    breach: breachSentence(trial, constraint, found.changes, found.row, rows.standing),
  };
  const { isDeferred } = constraint;
  const message = singleMessage(trial, found.row, isDeferred);
  if (found.kind === 'passes' || message === null) {
    if (message !== null) return notTried(definition, `Another rule refused the row: ${message}.`);
    const reason =
      found.kind === 'passes' ? found.reason : 'SQLite took the row, though it seems to break it.';
    return { definition, status: 'accepted', ...shown, reason };
  }
  if (!isOwnMessage(trial, constraint, message)) {
    const reason = `Every row that was found to break it is refused for another reason first: ${message}.`;
    return notTried(definition, reason);
  }
  const outcomes = conflictOutcomes(trial, rows, found.row, isDeferred);
  return { definition, status: 'tried', ...shown, message, outcomes };
}

/** Of several UNIQUE that a row breaks, SQLite's message names the columns of the first. */
function isOwnMessage(
  { table }: TrialTable,
  { kind, columns }: WrittenConstraint,
  message: string,
): boolean {
  if (kind !== 'unique' && kind !== 'primary-key') return message.startsWith(messages[kind]);
  const named = [...new Set(columns)].map((column) => `${table.name}.${column}`).join(', ');
  return message === `${messages[kind]}: ${named}`;
}

/** How SQLite's messages begin (insert.c, vdbeaux.c). */
const messages: Readonly<Record<ConstraintKind, string>> = {
  'not-null': 'NOT NULL constraint failed',
  check: 'CHECK constraint failed',
  unique: 'UNIQUE constraint failed',
  'primary-key': 'UNIQUE constraint failed',
  'foreign-key': 'FOREIGN KEY constraint failed',
  'strict-type': 'cannot store',
};

function notTried(definition: ConstraintDefinition, reason: string): ConstraintTrial {
  return { definition, status: 'not-tried', reason };
}

/** A rowid that only tells rows apart is not shown. */
function shownRow(
  { columns, key }: TrialTable,
  row: readonly SqlValue[],
): { columns: string[]; row: SqlValue[] } {
  const hidden = key.isRowid ? 1 : 0;
  return { columns: columns.slice(hidden), row: row.slice(hidden) };
}

function orReason(make: () => GoodRows): GoodRows | string {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return toEngineError(thrown).message;
    throw thrown;
  }
}

function tooLarge(): EngineFailure {
  return new EngineFailure({
    code: 'too-large',
    message: 'The database is too large to try its constraints: that needs two copies of it.',
    hint: 'Use fewer rows, or press Stop, which frees memory, and try again.',
  });
}
