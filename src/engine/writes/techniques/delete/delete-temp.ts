// The keys go into a temporary table, and one DELETE looks them up there.
// Creating, filling and dropping it is part of the price.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { executeOnce } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { dropSource, fillSource, sourceName, sourceTerms } from '../parts/source-table.ts';
import { affinitiesOf, keyOf } from '../parts/sql-text.ts';
import { deleteAmong } from './delete-among.ts';

export const deleteTemp: Technique = {
  facts: factsOf('delete-temp'),
  refusal: withoutKey,
  write(database, job) {
    const { columns } = keyOf(job);
    const affinities = affinitiesOf(job, columns);
    const row = (at: number) => job.keys[at] ?? [];
    const filled = fillSource(database, job, affinities, job.keys.length, row);
    const terms = sourceTerms(columns.length).join(', ');
    const sql = deleteAmong(job, `SELECT ${terms} FROM ${sourceName}`);
    return filled + executeOnce(database, sql) + dropSource(database);
  },
};
