// COMMIT after the rows were written, on a copy: the samples end with ROLLBACK instead. What it takes,
// and whether SQLite would refuse it.
import { EngineFailure } from '../../../model/errors.ts';
import type { Milliseconds } from '../../../model/units.ts';
import { preparedTechnique } from '../../../model/writes/technique-facts.ts';
import type { BenchContender, WriteBench } from '../../write-bench.ts';
import { writeFailure } from './write-failure.ts';

/** More rows take too long for a figure beside the others. */
const mostRows = 100_000;

/**
 * Measured once, on a copy. Null where no technique has one transaction for all rows, where there
 * are more than 100,000 rows, or where writing them fails.
 */
export function measureCommit(
  { contenders, rows }: Pick<WriteBench, 'contenders' | 'rows'>,
  clock: () => Milliseconds,
): Milliseconds | null {
  const inOne = contenders.filter(({ technique }) => !technique.facts.isAutocommit);
  const each =
    inOne.find(({ technique: { facts } }) => facts.id === preparedTechnique[facts.operation]) ??
    inOne[0];
  if (!each || rows > mostRows) return null;
  try {
    return commitOnCopy(each, clock);
  } catch (thrown) {
    // Its own run tells why.
    if (thrown instanceof EngineFailure) return null;
    throw thrown;
  }
}

/**
 * Writes everything on a copy in one transaction and commits it; what COMMIT took. Throws an
 * EngineFailure when SQLite refuses something of it: of deferred foreign keys COMMIT itself.
 */
export function commitOnCopy(each: BenchContender, clock: () => Milliseconds): Milliseconds {
  const { technique, job } = each;
  const copy = each.openCopy();
  let isWritten = false;
  try {
    copy.run('BEGIN');
    technique.prepare?.(copy, job);
    technique.write(copy, job);
    isWritten = true;
    const start = clock();
    copy.run('COMMIT');
    return clock() - start;
  } catch (thrown) {
    const failure = writeFailure(copy, each, thrown);
    throw isWritten ? refusedCommit(failure) : failure;
  } finally {
    copy.close();
  }
}

function refusedCommit({ error }: EngineFailure): EngineFailure {
  return new EngineFailure({
    ...error,
    message: `COMMIT is refused: deferred foreign keys are checked at the end of the transaction. ${error.message}`,
  });
}
