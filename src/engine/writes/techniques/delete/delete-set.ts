// One DELETE of all rows up to the last key.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeOnce } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { keyOf, targetName, upToKey } from '../parts/sql-text.ts';

export const deleteSet: Technique = {
  facts: factsOf('delete-set'),
  refusal: withoutKey,
  write(database, job) {
    const sql = `DELETE FROM ${targetName(job)} WHERE ${upToKey(keyOf(job))}`;
    return executeOnce(database, sql, job.keys.at(-1) ?? []);
  },
};
