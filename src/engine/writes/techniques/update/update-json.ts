// UPDATE ... FROM json_each(?): keys and new values of many rows cross to SQLite as one text.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeBatches } from '../parts/execute.ts';
import { jsonSource, jsonTerms, jsonText, rowsPerJson } from '../parts/json-text.ts';
import { blobsInJson, withoutKey } from '../parts/refusals.ts';
import { keyedAffinities, keyedColumns, keyedValue, updateFrom } from './keyed-values.ts';

export const updateJson: Technique = {
  facts: factsOf('update-json'),
  refusal: (job) =>
    withoutKey(job) ??
    blobsInJson(
      keyedColumns(job),
      job.keys.map((_, at) => keyedValue(job, at)),
    ),
  write(database, job) {
    const affinities = keyedAffinities(job);
    const terms = jsonTerms(affinities.length, 'source.value');
    const sql = updateFrom(job, `${jsonSource} AS source`, terms);
    return executeBatches(database, job, job.keys.length, rowsPerJson, {
      sql: () => sql,
      binding(from, to) {
        const rows = Array.from({ length: to - from }, (_, at) => keyedValue(job, from + at));
        return [jsonText(rows, affinities)];
      },
    });
  },
};
