// Planned contenders as what can be run: each with its job and its way into the database, or
// refused with the reason.
import { formatList } from '../../../../lib/format/format-list.ts';
import { foldName } from '../../../../lib/sql-name.ts';
import { withSetup } from '../../../measure/setups/setup-switch.ts';
import { buildGroupId } from '../../../model/writes/group-ids.ts';
import type { WriteOperation } from '../../../model/writes/technique.ts';
import type { RefusedContender, WriteStart, WritesRequest } from '../../../model/writes/writes.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { techniqueOf } from '../../techniques/list.ts';
import type { BenchContender, WriteBench } from '../../write-bench.ts';
import type { WriteJob } from '../../write-job.ts';
import type { RequestJobs } from '../jobs/request-jobs.ts';
import type { RunLimit } from '../runs/run-limit.ts';
import type { StartCopy } from '../start/start-copy.ts';
import { neededIndex } from './needed-indexes.ts';
import type { IndexesThere, PlannedContender } from './planned-contenders.ts';

export interface BenchContext<D extends Database> {
  request: WritesRequest;
  there: IndexesThere;
  jobs: RequestJobs;
  copyAt: (start: WriteStart) => StartCopy<D>;
  limit: RunLimit;
  /** Of operations that find no rows: they have no job. */
  reasons: ReadonlyMap<WriteOperation, string>;
}

/** In a group whose baseline was refused the first of the others takes its place. */
export function benchContenders<D extends Database>(
  planned: readonly PlannedContender[],
  context: BenchContext<D>,
): Pick<WriteBench<D>, 'contenders' | 'refused' | 'notes'> {
  const refused: RefusedContender[] = [];
  const runnable: BenchContender<D>[] = [];
  const needed = neededOnce(context);
  for (const plan of planned) {
    const nothing = context.reasons.get(plan.operation);
    if (nothing !== undefined) {
      refused.push({ contender: plan.contender, reason: nothing });
      continue;
    }
    const made = benchContender(plan, context);
    const reason = missingIndex(plan) ?? needed(plan) ?? made.technique.refusal(made.job);
    if (reason === null) runnable.push(made);
    else refused.push({ contender: plan.contender, reason });
  }
  const groupIds = new Set(runnable.map(({ contender }) => contender.groupId));
  const contenders = [...groupIds].flatMap((groupId) => {
    const group = runnable.filter(({ contender }) => contender.groupId === groupId);
    // One of two ways to build indexes says nothing without the other.
    return groupId === buildGroupId && group.length < 2 ? [] : withBaseline(group);
  });
  return { contenders, refused, notes: missingNotes(planned) };
}

/** Asked once for all contenders that write the same with the same indexes off. */
function neededOnce<D extends Database>({ jobs, copyAt }: BenchContext<D>) {
  const found = new Map<string, string | null>();
  return ({ operation, start, withoutIndexes }: PlannedContender): string | null => {
    const key = JSON.stringify([operation, withoutIndexes]);
    const known = found.get(key);
    if (known !== undefined) return known;
    const reason = neededIndex(copyAt(start).database, jobs.of(operation), withoutIndexes);
    found.set(key, reason);
    return reason;
  };
}

function benchContender<D extends Database>(
  { contender, operation, start, withoutIndexes, hasStatistics }: PlannedContender,
  { request, there, jobs, copyAt, limit }: BenchContext<D>,
): BenchContender<D> {
  const on = new Set(contender.indexes.map(foldName));
  const job: WriteJob = {
    ...jobs.of(operation),
    indexes: there.ofTable.filter(({ name }) => on.has(foldName(name))),
    batchSize: contender.batchSize ?? 1,
    checkLimit: limit.check,
  };
  const off = new Set(withoutIndexes.map(foldName));
  const indexes = there.all.filter((name) => !off.has(foldName(name)));
  // Indexes of rows that are written: a guess at what they take, as for the rows of a recipe.
  const roomBytes = job.rows.length * (64 + 24 * job.indexes.length);
  return {
    contender,
    technique: techniqueOf(contender.technique),
    job,
    inTransaction(work) {
      const { database } = copyAt(start);
      limit.begin();
      return withSetup(database, { indexes, hasStatistics }, request.indexNames, () =>
        work(database),
      );
    },
    openCopy() {
      limit.begin();
      return copyAt(start).openCopy({ withoutIndexes, hasStatistics, roomBytes });
    },
  };
}

function withBaseline<D extends Database>(group: BenchContender<D>[]): BenchContender<D>[] {
  if (group.some(({ contender }) => contender.isBaseline)) return group;
  return group.map((each, at) => ({
    ...each,
    contender: { ...each.contender, isBaseline: at === 0 },
  }));
}

/** An index set that lacks one of its indexes has another price than the one it is named by. */
function missingIndex({ contender, missingIndexes }: PlannedContender): string | null {
  if (contender.subject.kind !== 'index-set' || missingIndexes.length === 0) return null;
  return `There is no index ${formatList(missingIndexes)}: it could not be created.`;
}

function missingNotes(planned: readonly PlannedContender[]): string[] {
  const missing = planned.flatMap(({ contender, missingIndexes }) =>
    contender.subject.kind === 'index-set' ? [] : missingIndexes,
  );
  return [...new Set(missing)].map(
    (name) => `There is no index ${name}: setups that switch it on are measured without it.`,
  );
}
