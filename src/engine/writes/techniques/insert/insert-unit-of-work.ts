// Rows through a unit of work: an object each, added, written at the flush.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { mappingOf } from '../unit-of-work/job-entities.ts';
import { createUnitOfWork } from '../unit-of-work/unit-of-work.ts';

export const insertUnitOfWork: Technique = {
  facts: factsOf('insert-unit-of-work'),
  refusal: () => null,
  write(database, job) {
    const { columns, rows, checkLimit } = job;
    const work = createUnitOfWork(database, mappingOf(job), checkLimit);
    for (const row of rows) {
      work.add(new Map(columns.map((name, at) => [name, row[at] ?? null])));
    }
    work.flush();
    return work.statements();
  },
};
