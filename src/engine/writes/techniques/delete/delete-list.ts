// DELETE ... WHERE key IN (?, ?, ...), as many keys a statement as the batch size says.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeBatches } from '../parts/execute.ts';
import { flatValues } from '../parts/flat-values.ts';
import { tooManyVariables, withoutKey } from '../parts/refusals.ts';
import { keyOf, valueRows } from '../parts/sql-text.ts';
import { deleteAmong } from './delete-among.ts';

export const deleteList: Technique = {
  facts: factsOf('delete-list'),
  refusal: (job) =>
    withoutKey(job) ?? tooManyVariables(job, keyOf(job).columns.length, 'key column'),
  write(database, job) {
    const width = keyOf(job).columns.length;
    return executeBatches(database, job, job.keys.length, job.batchSize, {
      // SQLite takes a list of row values only as VALUES.
      sql: (keys) =>
        deleteAmong(
          job,
          width === 1 ? Array(keys).fill('?').join(',') : `VALUES ${valueRows(width, keys)}`,
        ),
      binding: (from, to) => flatValues(job.keys, from, to),
    });
  },
};
