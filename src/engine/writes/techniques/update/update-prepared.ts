// One UPDATE ... WHERE key = ?, compiled once, run for each row.
// With and without a transaction around: that is the caller's.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Technique } from '../../technique.ts';
import { executeEach } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { keyCondition, keyOf, targetName, updateOf } from '../parts/sql-text.ts';

export const updatePrepared: Technique = {
  facts: factsOf('update-prepared'),
  refusal: withoutKey,
  write(database, job) {
    const { column, values } = updateOf(job);
    const sql = `UPDATE ${targetName(job)} SET ${quoteName(column)} = ? WHERE ${keyCondition(keyOf(job))}`;
    return executeEach(database, job, sql, job.keys.length, (at) => [
      values[at] ?? null,
      ...(job.keys[at] ?? []),
    ]);
  },
};

export const updatePreparedAutocommit: Technique = {
  ...updatePrepared,
  facts: factsOf('update-prepared-autocommit'),
};
