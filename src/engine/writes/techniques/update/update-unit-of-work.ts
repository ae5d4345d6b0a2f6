// Rows through a unit of work: loaded into objects, changed there, found and written at the flush.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { withoutKey } from '../parts/refusals.ts';
import { updateOf } from '../parts/sql-text.ts';
import { loadRows, mappingOf } from '../unit-of-work/job-entities.ts';
import { createUnitOfWork } from '../unit-of-work/unit-of-work.ts';

export const updateUnitOfWork: Technique = {
  facts: factsOf('update-unit-of-work'),
  refusal: withoutKey,
  write(database, job) {
    const { column, values } = updateOf(job);
    const work = createUnitOfWork(database, mappingOf(job), job.checkLimit);
    for (const [at, entity] of loadRows(work, job).entries()) {
      entity.attributes.set(column, values[at] ?? null);
    }
    work.flush();
    return work.statements();
  },
};
