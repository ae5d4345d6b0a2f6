// A text for each row, its values written as literals; SQLite compiles every one of them.
// With and without a transaction around: that is the caller's.
import { factsOf } from '../../../model/writes/technique-facts.ts';
import type { Technique } from '../../technique.ts';
import { boundLiteral } from '../parts/bound-literal.ts';
import { rowsPerLook } from '../parts/execute.ts';
import { affinitiesOf, insertHead } from '../parts/sql-text.ts';

function insertLiteral(id: 'insert-literal' | 'insert-literal-autocommit'): Technique {
  return {
    facts: factsOf(id),
    refusal: () => null,
    write(database, job) {
      const affinities = affinitiesOf(job, job.columns);
      const head = `${insertHead(job)} VALUES (`;
      for (const [at, row] of job.rows.entries()) {
        if (at % rowsPerLook === 0) job.checkLimit();
        let text = head;
        for (let column = 0; column < row.length; column++) {
          if (column > 0) text += ',';
          text += boundLiteral(row[column] ?? null, affinities[column] ?? 'blob');
        }
        database.run(`${text})`);
      }
      return job.rows.length;
    },
  };
}

export const insertLiteralInTransaction = insertLiteral('insert-literal');
export const insertLiteralAutocommit = insertLiteral('insert-literal-autocommit');
