// Rows first, indexes afterwards: SQLite sorts each index once instead of finding a place for each row.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Technique } from '../../technique.ts';
import { writePrepared } from '../parts/write-prepared.ts';

export const insertThenIndex: Technique = {
  facts: factsOf('insert-then-index'),
  refusal({ indexes, table }) {
    if (indexes.length > 0) return null;
    return `No index of ${table.name} is on here that could be made afterwards: it would be the same as prepared in one transaction. Switch an index on.`;
  },
  prepare(database, { indexes }) {
    for (const { name } of indexes) database.run(`DROP INDEX main.${quoteName(name)}`);
  },
  write(database, job) {
    const inserted = writePrepared(database, job);
    for (const { sql } of job.indexes) {
      job.checkLimit();
      database.run(sql);
    }
    return inserted + job.indexes.length;
  },
};
