// What COMMIT takes after the rows were written: the samples end with ROLLBACK instead.
import { EngineFailure } from '../../../model/errors.ts';
import type { Milliseconds } from '../../../model/units.ts';
import type { WriteBench } from '../write-bench.ts';

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
  const each = inOne.find(({ technique }) => /-prepared$/.test(technique.facts.id)) ?? inOne[0];
  if (!each || rows > mostRows) return null;
  const { technique, job } = each;
  const copy = each.openCopy();
  try {
    copy.run('BEGIN');
    technique.prepare?.(copy, job);
    technique.write(copy, job);
    const start = clock();
    copy.run('COMMIT');
    return clock() - start;
  } catch (thrown) {
    // Its own run tells why.
    if (thrown instanceof EngineFailure || (thrown instanceof Error && thrown.name === 'Error')) {
      return null;
    }
    throw thrown;
  } finally {
    copy.close();
  }
}
