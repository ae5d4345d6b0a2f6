// What constraints protect: the row that breaks each, SQLite's message, and what remained of a batch
// under each conflict clause. Pure; the trials were made by the engine.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import {
  type ConflictClause,
  type ConstraintTrials,
  conflictClauses,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { ConstraintTrialsRun } from '../../../writes-store.ts';
import type { Finding } from '../run/finding.ts';
import { areStaleTrials } from '../writes-basis.ts';
import { protectionAnswer, protectionFindings } from './protection-findings.ts';
import { type RemainedRow, remainedRows } from './remained-rows.ts';
import { type TrialView, trialView } from './trial-view.ts';

export interface Protection {
  heading: string;
  /** '5 of 5 constraints refuse the row that breaks them'; empty where there is none. */
  answer: string;
  findings: Finding[];
  trials: TrialView[];
  /** Those not tried for the same reason, together. */
  untried: { reason: string; titles: string[] }[];
  remained: RemainedRow[];
  clauses: { name: ConflictClause; explanation: string }[];
  /** What each outcome is about: 'Before it 3 good rows ...'. */
  method: string;
  notes: string[];
  isStale: boolean;
  problem: EngineError | null;
}

/** From sqlite.org/lang_conflict.html. */
const clauseExplanations: Readonly<Record<ConflictClause, string>> = {
  ROLLBACK: 'The statement fails and the whole transaction is taken back.',
  ABORT: 'The default: the statement fails and is taken back; the transaction goes on.',
  FAIL: 'The statement fails; what it wrote before the bad row stays.',
  IGNORE: 'The bad row is left out without a message; the statement goes on.',
  REPLACE:
    'Rows in the way are deleted, a NULL becomes the column’s default; where neither helps, as ABORT.',
};

/** Null before the first trials. */
export function protection(
  playground: Playground,
  run: ConstraintTrialsRun | null,
): Protection | null {
  if (!run) return null;
  const { outcome, table } = run;
  const isStale = areStaleTrials(playground, run);
  const clauses = conflictClauses.map((name) => ({ name, explanation: clauseExplanations[name] }));
  const base = { clauses, isStale, heading: `What the constraints of ${table} protect` };
  if (outcome.status === 'failed') {
    const nothing = {
      answer: '',
      findings: [],
      trials: [],
      untried: [],
      remained: [],
      method: '',
      notes: [],
    };
    return { ...base, ...nothing, problem: outcome.error };
  }
  const { trials } = outcome;
  const views = trials.trials.map((trial, at) => trialView(trial, trials, at));
  return {
    ...base,
    answer: protectionAnswer(views),
    findings: protectionFindings(views, trials),
    trials: views,
    untried: untriedOf(views),
    remained: remainedRows(views),
    method: methodWords(trials),
    notes: trials.notes,
    problem: null,
  };
}

function untriedOf(trials: readonly TrialView[]): Protection['untried'] {
  const untried = trials.filter(({ status }) => status === 'not-tried');
  return [...new Set(untried.map(({ reason }) => reason))].map((reason) => ({
    reason,
    titles: untried.filter((each) => each.reason === reason).map(({ title }) => title),
  }));
}

function methodWords({ trials, earlierRows, beforeRows, afterRows }: ConstraintTrials): string {
  const good = beforeRows + afterRows;
  const isKeyShown = trials.some(
    ({ status, definition: { kind } }) =>
      status === 'tried' && (kind === 'unique' || kind === 'primary-key'),
  );
  return [
    `In a transaction that inserted ${formatCountOf(earlierRows, 'row')} before, one INSERT OR … brings ${formatCountOf(good, 'good row')} with a bad one in their middle.`,
    // Without it OR REPLACE would seem to delete a row that no figure and no other drawing has.
    isKeyShown &&
      'For a key, the row that the bad one repeats is in the table as well: it is not counted, and drawn only where it is replaced.',
    `“${earlierRows} + ${beforeRows} stay” counts those of before, then the statement’s. All on a copy: your data stays as it is.`,
  ]
    .filter(Boolean)
    .join(' ');
}
