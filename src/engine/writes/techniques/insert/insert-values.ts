// INSERT ... VALUES with many rows a statement, all values bound.
// How many rows is the job's batch size; the rest gets a statement of its own.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeBatches } from '../parts/execute.ts';
import { flatValues } from '../parts/flat-values.ts';
import { tooManyVariables } from '../parts/refusals.ts';
import { insertHead, valueRows } from '../parts/sql-text.ts';

export const insertValues: Technique = {
  facts: factsOf('insert-values'),
  refusal: (job) => tooManyVariables(job, job.columns.length, 'column'),
  write(database, job) {
    const head = `${insertHead(job)} VALUES `;
    return executeBatches(database, job, job.rows.length, job.batchSize, {
      sql: (rows) => head + valueRows(job.columns.length, rows),
      binding: (from, to) => flatValues(job.rows, from, to),
    });
  },
};
