// What a request asks to be measured: every contender with its group, its indexes and its start.
// Pure: whether a technique can do it, and whether an index is there, is judged by others.
import type { Index } from '../../../model/playground.ts';
import { buildGroupId } from '../../../model/writes/group-ids.ts';
import type { TechniqueId, WriteOperation } from '../../../model/writes/technique.ts';
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { WriteContender, WriteStart, WritesRequest } from '../../../model/writes/writes.ts';
import { foldName } from '../../../sql/quote-name.ts';
import { startOf } from './operations.ts';

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

const preparedTechnique = {
  insert: 'insert-prepared',
  update: 'update-prepared',
  delete: 'delete-prepared',
} as const satisfies Record<WriteOperation, TechniqueId>;

/** The contenders in the order of the request; the group of building indexes comes last. */
export function planContenders(request: IndexedRequest, there: IndexesThere): PlannedContender[] {
  const plan = planner(request, there);
  if (request.kind === 'techniques') {
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
  if (request.kind === 'batch-sizes') {
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
  const ofTable = there.ofTable.map(({ name }) => name);
  // The price of this table's indexes: those of others stay as they are.
  const others = named(there.all, ofTable, false);
  const priced = request.operations.flatMap((operation) =>
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
  const isBuildPriced =
    request.operations.includes('insert') && request.start === 'empty' && ofTable.length > 0;
  if (!isBuildPriced) return priced;
  const builds = (['insert-prepared', 'insert-then-index'] as const).map((technique, at) =>
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
  return [...priced, ...builds];
}

type Wanted = Pick<WriteContender, 'id' | 'groupId' | 'subject' | 'isBaseline' | 'batchSize'> & {
  indexes: string[];
  hasStatistics: boolean;
};

function planner({ indexNames, start }: IndexedRequest, { ofTable, all }: IndexesThere) {
  return (technique: TechniqueId, wanted: Wanted): PlannedContender => {
    const { id, groupId, subject, isBaseline, batchSize, indexes, hasStatistics } = wanted;
    const { operation } = factsOf(technique);
    const withoutIndexes = named(named(all, indexNames, true), indexes, false);
    const on = named(
      ofTable.map(({ name }) => name),
      withoutIndexes,
      false,
    );
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

/** Those of `names` that are, or are not, among `others`; compared as SQLite does. */
function named(names: readonly string[], others: readonly string[], isAmong: boolean): string[] {
  const folded = new Set(others.map(foldName));
  return names.filter((name) => folded.has(foldName(name)) === isAmong);
}
