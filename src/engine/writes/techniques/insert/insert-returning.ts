// One prepared INSERT with RETURNING: each row's key comes back and is read.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Technique } from '../../technique.ts';
import { rowsPerLook } from '../parts/execute.ts';
import { withoutKey } from '../parts/refusals.ts';
import { insertHead, keyOf, valueRows } from '../parts/sql-text.ts';

export const insertReturning: Technique = {
  facts: factsOf('insert-returning'),
  refusal: withoutKey,
  write(database, job) {
    const names = keyOf(job).columns.map(quoteName).join(', ');
    const statement = database.prepare(
      `${insertHead(job)} VALUES ${valueRows(job.columns.length, 1)} RETURNING ${names}`,
    );
    try {
      for (const [at, row] of job.rows.entries()) {
        if (at % rowsPerLook === 0) job.checkLimit();
        statement.bind(row);
        // The second step ends the statement: in between it still is under way.
        while (statement.step()) statement.row();
        statement.reset();
      }
      return job.rows.length;
    } finally {
      statement.free();
    }
  },
};
