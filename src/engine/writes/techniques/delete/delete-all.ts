// DELETE without WHERE: SQLite clears the b-trees at once where no trigger and no foreign key looks on.
// Source: https://www.sqlite.org/lang_delete.html#the_truncate_optimization
import { formatCount } from '../../../../lib/format/format-count.ts';
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeOnce } from '../parts/execute.ts';
import { targetName } from '../parts/sql-text.ts';

export const deleteAll: Technique = {
  facts: factsOf('delete-all'),
  refusal({ rows, rowsBefore, table }) {
    if (rows.length === rowsBefore) return null;
    return `It deletes every row, and only ${formatCount(rows.length)} of the ${formatCount(rowsBefore)} rows of ${table.name} are to go. Choose ${formatCount(rowsBefore)} rows.`;
  },
  write: (database, job) => executeOnce(database, `DELETE FROM ${targetName(job)}`),
};
