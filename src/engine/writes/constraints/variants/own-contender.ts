// A contender that has a database of its own, in which its runs are rolled back.
import { inRolledBackTransaction } from '../../../measure/setups/rolled-back-transaction.ts';
import type { WriteContender } from '../../../model/writes/writes.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { techniqueOf } from '../../techniques/list.ts';
import type { BenchContender, DatabaseOpener } from '../../write-bench.ts';
import type { WriteJob } from '../../write-job.ts';

/** `own` is the caller's to close. */
export function ownContender<D extends Database>(
  {
    driver,
    prepareConnection,
  }: { driver: DatabaseOpener<D>; prepareConnection: (database: D) => void },
  contender: WriteContender,
  own: D,
  job: WriteJob,
): BenchContender<D> {
  prepareConnection(own);
  return {
    contender,
    job,
    technique: techniqueOf(contender.technique),
    inTransaction: (work) => inRolledBackTransaction(own, () => work(own)),
    openCopy() {
      const image = own.export();
      // An export gives the connection its first PRAGMAs again.
      prepareConnection(own);
      const copy = driver.open(image);
      prepareConnection(copy);
      return copy;
    },
  };
}
