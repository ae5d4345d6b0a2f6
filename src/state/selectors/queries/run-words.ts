// The words for a run: how many rows in what time, what the cache did, what became of the changes.
// Pure; the figures come from the engine as they are.

import type { RunOutcome, StatementOutcome } from '../../../engine/model/database/run.ts';
import { errorSentence, toEngineError } from '../../../engine/model/errors.ts';
import {
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import type { LastRun } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../basis.ts';

export interface RunView {
  queryName: string;
  /** Null when the setup has been removed since. */
  letter: SetupLetter | null;
  setupName: string;
  /** The text that ran. */
  sql: string;
  outcome: RunOutcome;
  /** The query, the data or the setup is not what it was. */
  isStale: boolean;
  /** Stop ended it before it had an answer. */
  isStopped: boolean;
}

/** The last run with the names that its ids stand for now. */
export function runView(playground: Playground, lastRun: LastRun): RunView {
  const { queryId, setupId, sql, basis, outcome } = lastRun;
  const query = playground.queries.find(({ id }) => id === queryId);
  const position = playground.setups.findIndex(({ id }) => id === setupId);
  const setup = playground.setups[position];
  return {
    queryName: query?.name ?? 'a removed query',
    letter: setup ? setupLetter(position) : null,
    setupName: setup?.name ?? 'a removed setup',
    sql,
    outcome,
    isStale:
      !query || !setup || cellBasis(databaseBasis(playground), playground, query, setup) !== basis,
    isStopped: outcome.error?.code === 'stopped',
  };
}

export interface StatementWords {
  /** '100,000 rows in 12.3 ms'. */
  headline: string;
  /** '(prepare 0.100 ms, execute 8.00 ms, fetch 4.20 ms)'. */
  parts: string;
  /** '3 rows' or '3 changed', for the list of statements. */
  count: string;
  /** '12.3 ms'. */
  time: string;
  /** Sentences that have to be said: truncated, cache. */
  remarks: string[];
}

/** That not all rows are kept, and so not all can be saved; null when they are. */
export function keptRowsWords({
  isTruncated,
  keptRows,
  rowCount,
}: Pick<StatementOutcome, 'isTruncated' | 'keptRows' | 'rowCount'>): string | null {
  if (!isTruncated) return null;
  return `The first ${formatCount(keptRows)} of ${formatCountOf(rowCount, 'row')}: more are not kept.`;
}

/** Why rows could not be read, in words. */
export function readingProblem(thrown: unknown): string {
  return errorSentence(toEngineError(thrown));
}

/** The words of one statement. */
export function statementWords(statement: StatementOutcome): StatementWords {
  const { time, rowCount, changes, cache, columns, keptRows, isTruncated } = statement;
  const total = formatDuration(time.prepareMs + time.executeMs + time.fetchMs);
  const count =
    columns.length === 0
      ? `${formatCountOf(changes, 'row')} changed`
      : formatCountOf(rowCount, 'row');
  const parts = [
    `prepare ${formatDuration(time.prepareMs)}`,
    `execute ${formatDuration(time.executeMs)}`,
    `fetch ${formatDuration(time.fetchMs)}`,
  ];
  const remarks: string[] = [];
  if (isTruncated) remarks.push(`Only the first ${formatCount(keptRows)} rows are kept.`);
  if (cache === 'hit') remarks.push('Answered by the result cache: SQLite was not asked.');
  if (cache === 'miss')
    remarks.push('Not in the result cache: SQLite answered, and it is kept now.');
  if (columns.length > 0 && changes > 0) remarks.push(`${formatCountOf(changes, 'row')} changed.`);
  return { headline: `${count} in ${total}`, parts: parts.join(', '), count, time: total, remarks };
}
