// What SQLite threw in the middle of a run, as an error for the user.
import { EngineFailure } from '../../../model/errors.ts';
import type { WriteOperation } from '../../../model/writes/technique.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { toSqlError } from '../../../sqlite/sql-error.ts';
import type { BenchContender } from '../../write-bench.ts';
import { foreignKeyFailure } from './foreign-key-failure.ts';

const nouns = {
  insert: 'inserts into',
  update: 'updates of',
  delete: 'deletes from',
} as const satisfies Record<WriteOperation, string>;

/**
 * An EngineFailure that names the table; whoever shows it says which contender it is of. What is no
 * answer of SQLite (a crash of the engine) is thrown as it is.
 */
export function writeFailure(
  database: Database,
  { job, technique }: Pick<BenchContender, 'job' | 'technique'>,
  thrown: unknown,
): EngineFailure {
  if (thrown instanceof EngineFailure) return thrown;
  const { name } = job.table;
  const error = toSqlError(database, thrown, {
    sql: '',
    offset: 0,
    place: { source: 'schema', name },
    code: 'sql-failed',
  });
  const isForeignKey =
    thrown instanceof Error && thrown.message === 'FOREIGN KEY constraint failed';
  const blocked = isForeignKey ? foreignKeyFailure(readSchema(database), job) : null;
  const told = { ...error, ...blocked };
  return new EngineFailure({
    ...told,
    message: `The ${nouns[job.operation]} ${name} failed: ${told.message}`,
    hint: told.hint ?? whatStays(technique),
  });
}

function whatStays({ facts }: BenchContender['technique']): string {
  return facts.isAutocommit
    ? 'The rows before it would stay, each committed by itself; here they were written to a copy.'
    : 'Nothing was kept: the table is as it was.';
}
