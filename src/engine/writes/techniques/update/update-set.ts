// One UPDATE that sets the column to the expression, for all rows up to the last key.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Technique } from '../../technique.ts';
import { executeOnce } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { keyOf, targetName, updateOf, upToKey } from '../parts/sql-text.ts';

export const updateSet: Technique = {
  facts: factsOf('update-set'),
  refusal: withoutKey,
  write(database, job) {
    const { column, expression } = updateOf(job);
    // The line break ends a comment that the expression may end with.
    const set = `${quoteName(column)} = (${expression}\n)`;
    const sql = `UPDATE ${targetName(job)} SET ${set} WHERE ${upToKey(keyOf(job))}`;
    return executeOnce(database, sql, job.keys.at(-1) ?? []);
  },
};
