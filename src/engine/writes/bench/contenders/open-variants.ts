// The variants of the constraint experiment as a bench of their own.
import type { Database } from '../../../sqlite/driver.ts';
import { constraintBench } from '../../constraints/variants/constraint-bench.ts';
import type { DatabaseOpener, WriteBench } from '../../write-bench.ts';
import type { OperationJob } from '../jobs/prepare-job.ts';
import type { RunLimit } from '../runs/run-limit.ts';
import { type StartCopy, setFileJournal } from '../start/start-copy.ts';

/** `copy` is read only meanwhile; the variants have databases of their own. */
export function openVariants<D extends Database>(
  driver: DatabaseOpener<D>,
  { database, schema, table }: StartCopy<D>,
  { columns, rows }: OperationJob,
  limit: RunLimit,
): Omit<WriteBench<D>, 'rows'> {
  const { contenders, ...bench } = constraintBench({
    driver,
    database,
    schema,
    table,
    columns,
    rows,
    prepareConnection: setFileJournal,
    checkLimit: limit.check,
  });
  return {
    ...bench,
    // Columns of the same names in all variants: their content is compared.
    changing: { tables: [table], views: [], triggers: [] },
    contenders: contenders.map((each) => ({
      ...each,
      inTransaction(work) {
        limit.begin();
        return each.inTransaction(work);
      },
      openCopy() {
        limit.begin();
        return each.openCopy();
      },
    })),
  };
}
