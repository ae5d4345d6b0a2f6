// What a request asks to be measured: every contender with its group, its indexes and its start.
// Pure: whether a technique can do it, and whether an index is there, is judged by others.

import { assertNever } from '../../../../lib/assert-never.ts';
import { foldName } from '../../../../lib/sql-name.ts';
import type { Index } from '../../../model/playground.ts';
import { buildGroupId } from '../../../model/writes/group-ids.ts';
import type { TechniqueId, WriteOperation } from '../../../model/writes/technique.ts';
import { factsOf, preparedTechnique } from '../../../model/writes/technique-facts.ts';
import type { WriteContender, WriteStart, WritesRequest } from '../../../model/writes/writes.ts';
import { startOf } from '../operations.ts';

export interface PlannedContender {
  contender: WriteContender;
  operation: WriteOperation;
  start: WriteStart;
  /** Indexes that are off, of all tables. */
  withoutIndexes: string[];
  hasStatistics: boolean;
  /** Indexes that are asked for and are not there. */
  missingIndexes: string[];
}

/** What the plan must know of the database. */
export interface IndexesThere {
  /** Of the written table, in order of creation. */
  ofTable: readonly Index[];
  /** Names of all, of every table. */
  all: readonly string[];
}

/** Constraints are planned elsewhere: their contenders have tables of their own. */
export type IndexedRequest = Exclude<WritesRequest, { kind: 'constraints' }>;

/** The contenders in the order of the request; the group of building indexes comes last. */
export function planContenders(request: IndexedRequest, there: IndexesThere): PlannedContender[] {
  const plan = planner(request, there);
  switch (request.kind) {
    case 'techniques':
      return planTechniques(request, plan);
    case 'batch-sizes':
      return planBatchSizes(request, plan);
    case 'index-price':
      return [...planIndexSets(request, there, plan), ...planBuilds(request, there, plan)];
    default:
      return assertNever(request);
  }
}

type RequestOf<Kind extends IndexedRequest['kind']> = Extract<IndexedRequest, { kind: Kind }>;

function planTechniques(request: RequestOf<'techniques'>, plan: Plan): PlannedContender[] {
  return request.setups.flatMap((setup) =>
    request.techniques.map((technique) =>
      plan(technique, {
        id: `${setup.id}:${technique}`,
        groupId: setup.id,
        subject: { kind: 'technique', technique },
        isBaseline: technique === request.baseline,
        batchSize: factsOf(technique).isBatched ? request.batchSize : null,
        indexes: setup.indexes,
        hasStatistics: setup.hasStatistics,
      }),
    ),
  );
}

function planBatchSizes(request: RequestOf<'batch-sizes'>, plan: Plan): PlannedContender[] {
  return request.setups.flatMap((setup) =>
    request.batchSizes.map((batchSize, at) =>
      plan(request.technique, {
        id: `${setup.id}:${batchSize}`,
        groupId: setup.id,
        subject: { kind: 'batch-size', batchSize },
        isBaseline: at === 0,
        batchSize,
        indexes: setup.indexes,
        hasStatistics: setup.hasStatistics,
      }),
    ),
  );
}

function planIndexSets(
  request: RequestOf<'index-price'>,
  there: IndexesThere,
  plan: Plan,
): PlannedContender[] {
  // The price of this table's indexes: those of others stay as they are.
  const others = named(there.all, namesOf(there), false);
  return request.operations.flatMap((operation) =>
    request.indexSets.map((set, at) =>
      plan(preparedTechnique[operation], {
        id: `${operation}:${set.id}`,
        groupId: operation,
        subject: { kind: 'index-set', indexSetId: set.id },
        isBaseline: at === 0,
        batchSize: null,
        indexes: [...others, ...set.indexes],
        hasStatistics: false,
      }),
    ),
  );
}

/** Both ways to build indexes, where rows are inserted into an empty table that has some. */
function planBuilds(
  { operations, start }: RequestOf<'index-price'>,
  there: IndexesThere,
  plan: Plan,
): PlannedContender[] {
  if (!operations.includes('insert') || start !== 'empty' || there.ofTable.length === 0) return [];
  return (['insert-prepared', 'insert-then-index'] as const).map((technique, at) =>
    plan(technique, {
      id: `${buildGroupId}:${technique}`,
      groupId: buildGroupId,
      subject: { kind: 'technique', technique },
      isBaseline: at === 0,
      batchSize: null,
      indexes: [...there.all],
      hasStatistics: false,
    }),
  );
}

type Wanted = Pick<WriteContender, 'id' | 'groupId' | 'subject' | 'isBaseline' | 'batchSize'> & {
  indexes: string[];
  hasStatistics: boolean;
};

type Plan = (technique: TechniqueId, wanted: Wanted) => PlannedContender;

function planner({ indexNames, start }: IndexedRequest, there: IndexesThere): Plan {
  const { all } = there;
  return (technique, wanted) => {
    const { id, groupId, subject, isBaseline, batchSize, indexes, hasStatistics } = wanted;
    const { operation } = factsOf(technique);
    const withoutIndexes = named(named(all, indexNames, true), indexes, false);
    const on = named(namesOf(there), withoutIndexes, false);
    return {
      contender: { id, groupId, subject, isBaseline, technique, batchSize, indexes: on },
      operation,
      start: startOf(operation, start),
      withoutIndexes,
      hasStatistics,
      missingIndexes: named(indexes, all, false),
    };
  };
}

function namesOf({ ofTable }: IndexesThere): string[] {
  return ofTable.map(({ name }) => name);
}

/** Those of `names` that are, or are not, among `others`; compared as SQLite does. */
function named(names: readonly string[], others: readonly string[], isAmong: boolean): string[] {
  const folded = new Set(others.map(foldName));
  return names.filter((name) => folded.has(foldName(name)) === isAmong);
}
