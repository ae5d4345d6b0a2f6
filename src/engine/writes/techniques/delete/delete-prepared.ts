// One DELETE ... WHERE key = ?, compiled once, run for each row.
// With and without a transaction around: that is the caller's.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeEach } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { keyCondition, keyOf, targetName } from '../parts/sql-text.ts';

export const deletePrepared: Technique = {
  facts: factsOf('delete-prepared'),
  refusal: withoutKey,
  write(database, job) {
    const sql = `DELETE FROM ${targetName(job)} WHERE ${keyCondition(keyOf(job))}`;
    return executeEach(database, job, sql, job.keys.length, (at) => job.keys[at] ?? []);
  },
};

export const deletePreparedAutocommit: Technique = {
  ...deletePrepared,
  facts: factsOf('delete-prepared-autocommit'),
};
