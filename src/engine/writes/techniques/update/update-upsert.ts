// INSERT ... ON CONFLICT (key) DO UPDATE with whole rows, each of which meets the one that is there.

import { isSameName } from '../../../../lib/sql-name.ts';
import { factsOf } from '../../../model/writes/technique-facts.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Technique } from '../../technique.ts';
import type { WriteJob } from '../../write-job.ts';
import { executeBatches } from '../parts/execute.ts';
import { flatValues } from '../parts/flat-values.ts';
import { tooManyVariables, withoutKey } from '../parts/refusals.ts';
import { keyOf, targetName, updateOf, valueRows } from '../parts/sql-text.ts';

export const updateUpsert: Technique = {
  facts: factsOf('update-upsert'),
  refusal: (job) =>
    withoutKey(job) ?? withoutConflict(job) ?? tooManyVariables(job, job.columns.length, 'column'),
  write(database, job) {
    const { column, values } = updateOf(job);
    const name = quoteName(column);
    const target = keyOf(job).columns.map(quoteName).join(', ');
    const place = job.columns.findIndex((each) => isSameName(each, column));
    // The alias: in a table that is itself called excluded the name would mean its own row.
    const head = `INSERT INTO ${targetName(job)} AS target (${job.columns.map(quoteName).join(', ')})`;
    const conflict = ` ON CONFLICT (${target}) DO UPDATE SET ${name} = excluded.${name}`;
    return executeBatches(database, job, job.rows.length, job.batchSize, {
      sql: (rows) => `${head} VALUES ${valueRows(job.columns.length, rows)}${conflict}`,
      binding(from, to) {
        const sent = flatValues(job.rows, from, to);
        const width = job.columns.length;
        for (let at = from; at < to; at++) {
          sent[(at - from) * width + place] = values[at] ?? null;
        }
        return sent;
      },
    });
  },
};

/** A row that is inserted must meet the one that it is to change. */
function withoutConflict(job: WriteJob): string | null {
  const { columns } = keyOf(job);
  const { column } = updateOf(job);
  const isSent = (name: string) => job.columns.some((each) => isSameName(each, name));
  if (!columns.every(isSent)) {
    return `An upsert needs a declared key that meets the row which is there; the rows of ${job.table.name} have only their rowid. Declare a primary key that is NOT NULL.`;
  }
  if (columns.some((name) => isSameName(name, column))) {
    return `${column} is part of the key: a row with another key would be inserted as a new one. Choose another column to set.`;
  }
  return null;
}
