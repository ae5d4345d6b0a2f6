// DELETE of all rows whose key is in json_each(?): many keys cross to SQLite as one text.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeBatches } from '../parts/execute.ts';
import { jsonSource, jsonTerms, jsonText, rowsPerJson } from '../parts/json-text.ts';
import { blobsInJson, withoutKey } from '../parts/refusals.ts';
import { affinitiesOf, keyOf } from '../parts/sql-text.ts';
import { deleteAmong } from './delete-among.ts';

export const deleteJson: Technique = {
  facts: factsOf('delete-json'),
  refusal: (job) => withoutKey(job) ?? blobsInJson(keyOf(job).columns, job.keys),
  write(database, job) {
    const { columns } = keyOf(job);
    const affinities = affinitiesOf(job, columns);
    const terms = jsonTerms(columns.length).join(', ');
    const sql = deleteAmong(job, `SELECT ${terms} FROM ${jsonSource}`);
    return executeBatches(database, job, job.keys.length, rowsPerJson, {
      sql: () => sql,
      binding: (from, to) => [jsonText(job.keys.slice(from, to), affinities)],
    });
  },
};
