// What remained, by outcome: constraints that came out alike under every clause share a row.
// Pure; SQLite's messages are each constraint's own and make no difference.
import type { OutcomeView, TrialView } from './trial-view.ts';

export interface RemainedRow {
  key: string;
  /** In short, with the columns that the texts do not name: NOT NULL of 'name, price'. */
  constraints: { sql: string; about: string }[];
  /** In the order of the clauses. */
  outcomes: RemainedOutcome[];
}

export interface RemainedOutcome extends Omit<OutcomeView, 'message'> {
  /** How many rows of which stayed, and what SQLite said. */
  explanation: string;
}

/** Messages that are given in full. */
const mostMessages = 3;

/** In the order in which the outcomes first came. */
export function remainedRows(trials: readonly TrialView[]): RemainedRow[] {
  const alike = new Map<string, TrialView[]>();
  for (const trial of trials) {
    if (trial.status !== 'tried') continue;
    const key = JSON.stringify(trial.outcomes.map(({ message: _, ...outcome }) => outcome));
    alike.set(key, [...(alike.get(key) ?? []), trial]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      key: first.key,
      constraints: constraintsOf(group),
      outcomes: first.outcomes.map(({ message: _, ...outcome }, at) => ({
        ...outcome,
        explanation: `${outcome.words}. ${messageWords(group.map((trial) => trial.outcomes[at]?.message ?? ''))}`,
      })),
    };
  });
}

/** The same text on several columns is said once. */
function constraintsOf(group: readonly TrialView[]): RemainedRow['constraints'] {
  const about = new Map<string, string[]>();
  for (const trial of group) {
    const columns = about.get(trial.short) ?? [];
    about.set(trial.short, trial.about === '' ? columns : [...columns, trial.about]);
  }
  return [...about].map(([sql, columns]) => ({ sql, about: columns.join(', ') }));
}

function messageWords(messages: readonly string[]): string {
  const told = [...new Set(messages)].filter((message) => message !== '');
  if (told.length === 0) return 'The statement did not fail.';
  const more = told.length - mostMessages;
  return `SQLite: ${told.slice(0, mostMessages).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}
