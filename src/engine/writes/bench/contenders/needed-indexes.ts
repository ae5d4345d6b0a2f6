// Which of the indexes that are off SQLite cannot do without: a foreign key or an ON CONFLICT clause
// stands on it. Asked of SQLite itself, by compiling what the writes compile; nothing is executed.

import { foldName } from '../../../../lib/sql-name.ts';
import { withSetup } from '../../../measure/setups/setup-switch.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import type { OperationJob } from '../jobs/prepare-job.ts';

/**
 * Why the job cannot be done with these indexes off, as a sentence that names one of them; null when
 * it can, or could not either with all of them on. SQLite compiles the check of a foreign key only
 * for some statements: without this a setup would fail in part, and late.
 */
export function neededIndex(
  database: Database,
  job: OperationJob,
  withoutIndexes: readonly string[],
): string | null {
  if (withoutIndexes.length === 0) return null;
  const failure = (off: readonly string[]) => {
    const setup = { indexes: [], hasStatistics: true };
    return withSetup(database, setup, off, () => compileFailure(database, job));
  };
  const all = failure(withoutIndexes);
  if (all === null || failure([]) !== null) return null;
  for (const name of withoutIndexes) {
    const alone = failure([name]);
    if (alone !== null) return `${name} must stay on: ${reasonOf(alone, job)}.`;
  }
  const names = withoutIndexes.join(', ');
  return `One of the indexes ${names} must stay on: ${reasonOf(all, job)}.`;
}

function compileFailure(database: Database, job: OperationJob): string | null {
  try {
    for (const sql of statementsOf(job)) database.prepare(sql).free();
    return null;
  } catch (thrown) {
    if (isSqliteError(thrown)) return thrown.message;
    throw thrown;
  }
}

function statementsOf({ operation, table, columns, update }: OperationJob): string[] {
  const name = `main.${quoteName(table.name)}`;
  if (operation === 'delete') return [`DELETE FROM ${name}`];
  const list = columns.map(quoteName).join(', ');
  // Of several rows: for one alone SQLite leaves out the check of those that refer to it.
  const insert = `INSERT INTO ${name} (${list}) SELECT ${list} FROM ${name}`;
  if (!update) return [insert];
  const column = quoteName(update.column);
  // An upsert is an INSERT first.
  return [`UPDATE ${name} SET ${column} = ${column}`, insert];
}

/** https://www.sqlite.org/foreignkeys.html#fk_indexes tells of mismatches. */
function reasonOf(message: string, { operation, table }: OperationJob): string {
  const [, child, parent] =
    /^foreign key mismatch - "(.*)" referencing "(.*)"$/.exec(message) ?? [];
  if (child !== undefined && parent !== undefined) {
    const own = foldName(child) === foldName(parent) ? 'itself' : parent;
    return `by it the foreign key of ${child} finds the rows of ${own}`;
  }
  return `without it SQLite does not compile an ${operation} of ${table.name} (${message})`;
}
