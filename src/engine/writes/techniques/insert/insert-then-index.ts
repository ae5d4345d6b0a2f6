// Rows first, indexes afterwards: SQLite sorts each index once instead of finding a place for each row.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { Technique } from '../../technique.ts';
import type { WriteJob } from '../../write-job.ts';
import { writePrepared } from '../parts/write-prepared.ts';

export const insertThenIndex: Technique = {
  facts: factsOf('insert-then-index'),
  refusal({ indexes, table }) {
    if (indexes.length > 0) return null;
    return `No index of ${table.name} is on here that could be made afterwards: it would be the same as prepared in one transaction. Switch an index on.`;
  },
  /** An empty table never had them; one with rows does, and then dropping them is a price. */
  prepare(database, job) {
    if (job.rowsBefore === 0) dropIndexes(database, job);
  },
  write(database, job) {
    const dropped = job.rowsBefore > 0 ? dropIndexes(database, job) : 0;
    const inserted = writePrepared(database, job);
    for (const { sql } of job.indexes) {
      job.checkLimit();
      database.run(sql);
    }
    return dropped + inserted + job.indexes.length;
  },
};

function dropIndexes(database: Database, { indexes }: WriteJob): number {
  for (const { name } of indexes) database.run(`DROP INDEX main.${quoteName(name)}`);
  return indexes.length;
}
