// A trial of a constraint as it is shown: the row that breaks it with the values that do first, SQLite's
// message, and what remained under each conflict clause. Pure; the trials were made by the engine.
import type { SqlValue } from '../../../../engine/model/values.ts';
import type {
  ConflictClause,
  ConflictOutcome,
  ConstraintDefinition,
  ConstraintKind,
  ConstraintTrial,
  ConstraintTrials,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { keptWords, outcomeHeadline, outcomeWords } from './outcome-words.ts';

export interface TrialView {
  key: string;
  kind: string;
  /** As written. */
  sql: string;
  /** Columns that the text does not name, as of a NOT NULL behind its column: 'price'. */
  about: string;
  /** Where there is little room: an index goes by its name. */
  short: string;
  /** With the columns: 'NOT NULL of price'. */
  title: string;
  /** Null when it has none, and for an index, whose text says it. */
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
  /** 'statement undone'. */
  headline: string;
  /** '3 + 0 stay'. */
  kept: string;
  /** '3 of 3 rows of before stayed, 0 of 9 good ones of the statement'. */
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

const isIndex = /^\s*CREATE\s+UNIQUE\s+INDEX\b/i;

const kindWords: Readonly<Record<ConstraintKind, string>> = {
  'not-null': 'NOT NULL',
  check: 'CHECK',
  unique: 'UNIQUE',
  'primary-key': 'PRIMARY KEY',
  'foreign-key': 'FOREIGN KEY',
  'strict-type': 'STRICT',
};

export function trialView(trial: ConstraintTrial, all: ConstraintTrials, at: number): TrialView {
  const { definition } = trial;
  const { sql, name } = definition;
  const indexName = isIndex.test(sql) ? name : null;
  const short = indexName === null ? sql : `UNIQUE INDEX ${indexName}`;
  const about = definition.columns.filter((column) => !sql.includes(column)).join(', ');
  const base = {
    key: `${at} ${sql}`,
    kind: kindWords[definition.kind],
    sql,
    about,
    short,
    title: about === '' ? short : `${short} of ${about}`,
    name: indexName === null ? name : null,
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
    kept: keptWords(outcome),
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
