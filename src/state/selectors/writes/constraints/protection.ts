// What constraints protect: the row that breaks each, SQLite's message, and what remained of a batch
// under each conflict clause. Pure; the trials were made by the engine.
import type { EngineError } from '../../../../engine/model/errors.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import type { SqlValue } from '../../../../engine/model/values.ts';
import {
  type ConflictClause,
  type ConflictOutcome,
  type ConstraintDefinition,
  type ConstraintKind,
  type ConstraintTrial,
  type ConstraintTrials,
  conflictClauses,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { ConstraintTrialsRun } from '../../../writes-store.ts';
import { areStaleTrials } from '../writes-basis.ts';
import { outcomeHeadline, outcomeWords } from './outcome-words.ts';

export interface Protection {
  heading: string;
  trials: TrialView[];
  clauses: { name: ConflictClause; explanation: string }[];
  /** What each outcome is about: 'Before it 3 good rows ...'. */
  method: string;
  notes: string[];
  isStale: boolean;
  problem: EngineError | null;
}

export interface TrialView {
  key: string;
  kind: string;
  /** As written. */
  sql: string;
  /** Columns that the text does not name, as of a NOT NULL behind its column: 'price'. */
  about: string;
  /** Null when it has none. */
  name: string | null;
  status: ConstraintTrial['status'];
  /** 'price is -1'. */
  breach: string;
  /** SQLite's, when the row is inserted by itself. */
  message: string;
  /** Why it was not tried or was accepted. */
  reason: string;
  /** The columns that break the constraint first: they are what has to be seen. */
  row: { columns: string[]; values: SqlValue[]; markedColumns: number[] } | null;
  /** In the order of the clauses; empty where it was not tried. */
  outcomes: OutcomeView[];
}

export interface OutcomeView {
  clause: ConflictClause;
  /** 'statement taken back'. */
  headline: string;
  /** '3 of 3 before, 0 of 6'. */
  words: string;
  message: string;
  tone: 'kept' | 'lost' | 'changed';
  /** For the drawing: true for each row that stayed. */
  earlier: boolean[];
  before: boolean[];
  isBadRowIn: boolean;
  after: boolean[];
  replaced: number;
}

const kindWords: Readonly<Record<ConstraintKind, string>> = {
  'not-null': 'NOT NULL',
  check: 'CHECK',
  unique: 'UNIQUE',
  'primary-key': 'PRIMARY KEY',
  'foreign-key': 'FOREIGN KEY',
  'strict-type': 'STRICT',
};

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
    return { ...base, trials: [], method: '', notes: [], problem: outcome.error };
  }
  const { trials } = outcome;
  return {
    ...base,
    trials: trials.trials.map((trial, at) => trialView(trial, trials, at)),
    method: methodWords(trials),
    notes: trials.notes,
    problem: null,
  };
}

function methodWords({ earlierRows, beforeRows, afterRows }: ConstraintTrials): string {
  const good = beforeRows + afterRows;
  return `In a transaction that inserted ${formatCountOf(earlierRows, 'row')} before, one INSERT OR … brings ${formatCountOf(good, 'good row')} with the bad one in their middle. Each cell says how many of both stayed. All of it is on a copy: your data stays as it is.`;
}

function trialView(trial: ConstraintTrial, all: ConstraintTrials, at: number): TrialView {
  const { definition } = trial;
  const base = {
    key: `${at} ${definition.sql}`,
    kind: kindWords[definition.kind],
    sql: definition.sql,
    about: definition.columns.filter((column) => !definition.sql.includes(column)).join(', '),
    name: definition.name,
    status: trial.status,
  };
  if (trial.status === 'not-tried') {
    return { ...base, breach: '', message: '', reason: trial.reason, row: null, outcomes: [] };
  }
  const { columns, row: values, breach } = trial;
  const row = breakingFirst(columns, values, breach, definition);
  if (trial.status === 'accepted') {
    return { ...base, breach, message: '', reason: trial.reason, row, outcomes: [] };
  }
  return {
    ...base,
    breach,
    message: trial.message,
    reason: '',
    row,
    outcomes: trial.outcomes.map((outcome) => outcomeView(outcome, all)),
  };
}

/**
 * The row with the column first that the breach begins with, then the others that the constraint is
 * about; all of these are marked. STRICT is about one of many columns: the breach says which.
 */
function breakingFirst(
  columns: readonly string[],
  values: readonly SqlValue[],
  breach: string,
  { kind, columns: about }: ConstraintDefinition,
): NonNullable<TrialView['row']> {
  const places = [...columns.keys()];
  const isNamed = (place: number) => {
    const column = columns[place] ?? '';
    return breach === column || breach.startsWith(`${column} `);
  };
  const named = places
    .filter(isNamed)
    .sort((a, b) => (columns[b]?.length ?? 0) - (columns[a]?.length ?? 0))
    .slice(0, 1);
  const others = kind === 'strict-type' ? [] : about.map((column) => columns.indexOf(column));
  const marked = [...new Set([...named, ...others])].filter((place) => place >= 0);
  const order = [...marked, ...places.filter((place) => !marked.includes(place))];
  return {
    columns: order.map((place) => columns[place] ?? ''),
    values: order.map((place) => values[place] ?? null),
    markedColumns: [...marked.keys()],
  };
}

function outcomeView(outcome: ConflictOutcome, all: ConstraintTrials): OutcomeView {
  const { clause, message, earlierKept, beforeKept, afterKept, isBadRowIn, replaced } = outcome;
  const isLost = message !== null && beforeKept === 0;
  return {
    clause,
    headline: outcomeHeadline(outcome, all),
    words: outcomeWords(outcome, all),
    message: message ?? '',
    tone: isBadRowIn || replaced > 0 ? 'changed' : isLost ? 'lost' : 'kept',
    earlier: flags(earlierKept, all.earlierRows),
    before: flags(beforeKept, all.beforeRows),
    isBadRowIn,
    after: flags(afterKept, all.afterRows),
    replaced,
  };
}

function flags(kept: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, at) => at < kept);
}
