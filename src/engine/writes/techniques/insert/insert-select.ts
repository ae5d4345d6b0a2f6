// One INSERT ... SELECT from a temporary table that was filled before: rows that never leave SQLite.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeOnce } from '../parts/execute.ts';
import { fillSource, sourceName, sourceTerms } from '../parts/source-table.ts';
import { affinitiesOf, insertHead } from '../parts/sql-text.ts';

export const insertSelect: Technique = {
  facts: factsOf('insert-select'),
  refusal: () => null,
  prepare(database, job) {
    const { columns, rows } = job;
    fillSource(database, job, affinitiesOf(job, columns), rows.length, (at) => rows[at] ?? []);
  },
  write(database, job) {
    const terms = sourceTerms(job.columns.length).join(', ');
    // Columns by name: SQLite then copies row by row and not, as with *, whole records.
    return executeOnce(database, `${insertHead(job)} SELECT ${terms} FROM ${sourceName}`);
  },
};
