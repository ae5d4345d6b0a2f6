// Rows through a unit of work: loaded into objects, marked as deleted, deleted at the flush.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { withoutKey } from '../parts/refusals.ts';
import { loadRows, mappingOf } from '../unit-of-work/job-entities.ts';
import { createUnitOfWork } from '../unit-of-work/unit-of-work.ts';

export const deleteUnitOfWork: Technique = {
  facts: factsOf('delete-unit-of-work'),
  refusal: withoutKey,
  write(database, job) {
    const work = createUnitOfWork(database, mappingOf(job), job.checkLimit);
    for (const entity of loadRows(work, job)) work.remove(entity);
    work.flush();
    return work.statements();
  },
};
