// The constraint experiment: the same rows loaded into the table with other constraints, each
// variant of it in a database of its own. Takes no times; what the variants are: table-variants.
import { formatCount } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import { EngineFailure, toEngineError } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import { variantsGroupId } from '../../../model/writes/group-ids.ts';
import type { RefusedContender, WriteContender } from '../../../model/writes/writes.ts';
import { readIndexes, type TableIndex } from '../../../schema/read-indexes.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isRefusal, isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import type { BenchContender, DatabaseOpener } from '../../write-bench.ts';
import type { WriteJob } from '../../write-job.ts';
import { parentDeletes } from './foreign-keys/parent-deletes.ts';
import { referredRows } from './foreign-keys/referred-rows.ts';
import { openVariant, type VariantSource } from './open-variant.ts';
import { ownContender } from './own-contender.ts';
import { tableVariants } from './table-variants.ts';
import type { BuiltVariant } from './variant-outcome.ts';

/** What the constraint experiment of a run needs. */
export interface ConstraintExperiment<D extends Database> {
  driver: DatabaseOpener<D>;
  /** The run's database in its start state; only read, and only until this returns. */
  database: Database;
  table: Table;
  schema: Schema;
  /** Columns of `rows`, in the order of the table; the key's among them, generated ones not. */
  columns: readonly string[];
  rows: readonly (readonly SqlValue[])[];
  /** Sets what all databases of the run share (journal_mode); called for each one that is opened. */
  prepareConnection: (database: D) => void;
  /** As WriteJob.checkLimit. */
  checkLimit: () => void;
}

export interface ConstraintBench<D extends Database> {
  /**
   * Group 'all', technique 'insert-prepared'; the first is the baseline, without constraints. Then,
   * of foreign keys, groups of deletes of parents.
   */
  contenders: BenchContender<D>[];
  refused: RefusedContender[];
  /** Sentences for OpenedWrites.notes. */
  notes: string[];
  /** Rows in each variant's table at the start: those that the rows refer to in the table itself. */
  rowsBefore: number;
  /** Closes the databases of all variants; their contenders cannot run afterwards. */
  close(): void;
}

/** Rows that each variant takes before it is measured: enough to see that its SQL is sound. */
const triedRows = 1000;

/**
 * Makes the variants' databases. Whatever the start state, each begins with an empty table, or with
 * the few rows of it that the rows refer to. Variants that do not take the first rows are refused.
 * Throws an EngineFailure when not even the plain table takes them.
 */
export function constraintBench<D extends Database>(
  experiment: ConstraintExperiment<D>,
): ConstraintBench<D> {
  const { database, table, schema, columns, rows } = experiment;
  const ownKeys = table.foreignKeys.filter((key) => isSameName(key.parentTable, table.name));
  const before = referredRows(database, table, columns, ownKeys, { columns, rows });
  const indexes = readIndexes(database, schema);
  const { built, refused, notes } = tableVariants(table, schema, {
    columns,
    rows: [...before, ...rows],
    indexes,
  });
  const told = [startNote(table, before.length), ...uniqueIndexNote(table, indexes), ...notes];
  const opened: D[] = [];
  const contenders: BenchContender<D>[] = [];
  const refusals: RefusedContender[] = refused.map(({ variant, reason }) => ({
    contender: contenderOf({ variant, indexes: [] }),
    reason,
  }));
  const close = () => {
    for (const each of opened.splice(0)) each.close();
  };
  try {
    for (const variant of built) {
      const contender = contenderOf(variant);
      try {
        contenders.push(benchContender({ ...experiment, before, variant }, contender, opened));
      } catch (thrown) {
        if (contender.isBaseline || !isRefusal(thrown)) throw thrown;
        refusals.push({ contender, reason: toEngineError(thrown).message });
      }
    }
    const deletes = parentDeletes(experiment, [...before, ...rows], built, opened);
    contenders.push(...deletes.contenders);
    told.push(...deletes.notes);
    refusals.push(...deletes.refused);
  } catch (thrown) {
    close();
    throw thrown;
  }
  return {
    contenders,
    refused: refusals,
    rowsBefore: before.length,
    close,
    notes: told,
  };
}

function startNote({ name }: Table, rows: number): string {
  const start =
    rows === 0
      ? 'Each variant is an empty table'
      : `Each variant is a table with ${formatCount(rows)} rows that others refer to,`;
  return `${start} in a database of its own, without the indexes and triggers of ${name}.`;
}

/** UNIQUE by CREATE UNIQUE INDEX is no part of the table as written. */
function uniqueIndexNote(table: Table, indexes: readonly TableIndex[]): string[] {
  const names = indexes
    .filter((each) => each.isUnique && each.origin === 'created' && each.table === table.name)
    .map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    `${table.name} is UNIQUE by ${names.length === 1 ? 'an index' : 'indexes'} too (${formatList(names)}), which no variant has: what that costs is told by the price of indexes.`,
  ];
}

function benchContender<D extends Database>(
  experiment: ConstraintExperiment<D> & VariantSource<D>,
  contender: WriteContender,
  opened: D[],
): BenchContender<D> {
  const { variant } = experiment;
  const own = openVariant(experiment);
  opened.push(own);
  const job = jobOf(experiment);
  const each = ownContender(experiment, contender, own, job);
  each.inTransaction(() => {
    try {
      each.technique.write(own, { ...job, rows: job.rows.slice(0, triedRows) });
    } catch (thrown) {
      throw asFailure(thrown, variant);
    }
  });
  return each;
}

function jobOf<D extends Database>(
  source: ConstraintExperiment<D> & Pick<VariantSource<D>, 'before'>,
): WriteJob {
  const { table, columns, rows, before, checkLimit } = source;
  return {
    operation: 'insert',
    table,
    key: null,
    columns,
    rows,
    keys: [],
    update: null,
    rowsBefore: before.length,
    indexes: [],
    batchSize: 1,
    checkLimit,
  };
}

function contenderOf({
  variant,
  indexes,
}: Pick<BuiltVariant, 'variant' | 'indexes'>): WriteContender {
  return {
    id: `${variantsGroupId} ${variant.id}`,
    groupId: variantsGroupId,
    subject: { kind: 'variant', variant },
    isBaseline: variant.kind === 'none',
    technique: 'insert-prepared',
    batchSize: null,
    indexes: [...indexes],
  };
}

function asFailure(thrown: unknown, { variant }: BuiltVariant): unknown {
  if (!isSqliteError(thrown)) return thrown;
  return new EngineFailure({
    code: 'sql-failed',
    message: `The table (${variant.name}) does not take these rows: ${thrown.message}.`,
  });
}
