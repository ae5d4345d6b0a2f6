// INSERT ... SELECT from json_each(?): many rows cross to SQLite as one text.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeBatches } from '../parts/execute.ts';
import { jsonSource, jsonTerms, jsonText, rowsPerJson } from '../parts/json-text.ts';
import { blobsInJson } from '../parts/refusals.ts';
import { affinitiesOf, insertHead } from '../parts/sql-text.ts';

export const insertJson: Technique = {
  facts: factsOf('insert-json'),
  refusal: ({ columns, rows }) => blobsInJson(columns, rows),
  write(database, job) {
    const { columns, rows } = job;
    const affinities = affinitiesOf(job, columns);
    const terms = jsonTerms(columns.length).join(', ');
    const sql = `${insertHead(job)} SELECT ${terms} FROM ${jsonSource}`;
    return executeBatches(database, job, rows.length, rowsPerJson, {
      sql: () => sql,
      binding: (from, to) => [jsonText(rows.slice(from, to), affinities)],
    });
  },
};
