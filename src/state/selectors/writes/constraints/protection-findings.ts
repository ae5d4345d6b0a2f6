// What the trials say of all constraints together: who refuses, and what a failing batch leaves.
// Pure; said only where it was counted so for every constraint, never from what a clause promises.
import type {
  ConflictClause,
  ConstraintTrials,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { Finding } from '../run/finding.ts';
import type { OutcomeView, TrialView } from './trial-view.ts';

/** '5 of 5 constraints refuse the row that breaks them'; empty where there is no constraint. */
export function protectionAnswer(trials: readonly TrialView[]): string {
  const [first] = trials;
  if (!first) return '';
  if (trials.every(({ status }) => status === 'not-tried')) {
    return trials.length === 1 ? `${first.title} was not tried` : 'no constraint could be tried';
  }
  if (trials.length === 1) {
    return `${first.title} ${first.status === 'tried' ? 'refuses' : 'accepts'} the row that breaks it`;
  }
  const refused = trials.filter(({ status }) => status === 'tried').length;
  const all = formatCount(trials.length);
  return `${formatCount(refused)} of ${all} constraints ${refused === 1 ? 'refuses the row that breaks it' : 'refuse the row that breaks them'}`;
}

export function protectionFindings(
  trials: readonly TrialView[],
  batch: Pick<ConstraintTrials, 'beforeRows' | 'afterRows'>,
): Finding[] {
  if (trials.length === 0) return [];
  const tried = trials.filter(({ status }) => status === 'tried');
  return [refusals(trials), ...(tried.length === 0 ? [] : left(tried, batch))];
}

function refusals(trials: readonly TrialView[]): Finding {
  const of = (status: TrialView['status']) => trials.filter((each) => each.status === status);
  const [accepted, untried] = [of('accepted'), of('not-tried')];
  const reasons = [...new Set(untried.map(({ reason }) => reason))];
  const isNone = untried.length === trials.length;
  const text = [
    `${capitalized(protectionAnswer(trials))}.`,
    accepted.length > 0 &&
      trials.length > 1 &&
      `What should break ${namesOf(accepted)} was accepted.`,
    untried.length > 0 && !isNone && `Not tried: ${namesOf(untried)}.`,
    isNone && reasons.length === 1 && reasons[0],
  ];
  const why = trials.flatMap(({ title, reason }) => (reason ? `${title}: ${reason}` : []));
  const explanation = `For each constraint a row that breaks it and no other was inserted by itself, on a copy. ${why.join(' ')}`;
  return { letters: [], text: text.filter(Boolean).join(' '), explanation: explanation.trim() };
}

function namesOf(trials: readonly TrialView[]): string {
  return formatList(trials.map(({ title }) => title));
}

/** What stays under each clause, where it is the same for all; and who lets the bad row in. */
function left(
  tried: readonly TrialView[],
  { beforeRows, afterRows }: Pick<ConstraintTrials, 'beforeRows' | 'afterRows'>,
): Finding[] {
  const good = formatCountOf(beforeRows + afterRows, 'good one');
  const parts = [
    isEach(tried, 'ABORT', isUndone) && 'by default (OR ABORT) none of them stays',
    isEach(tried, 'FAIL', stopsAtIt) && `OR FAIL keeps the ${beforeRows} before it`,
    isEach(tried, 'IGNORE', isLeftOut) && 'OR IGNORE leaves out the bad one alone',
  ].filter((part) => part !== false);
  const letIn = tried.filter((trial) => outcomeOf(trial, 'REPLACE')?.tone === 'changed');
  const replaced = letIn.some((trial) => (outcomeOf(trial, 'REPLACE')?.replaced ?? 0) > 0);
  const explanation =
    'Counted in the table after one INSERT of good rows with a bad one in their middle, once for each constraint and clause.';
  return [
    ...(parts.length === 0
      ? []
      : [
          {
            letters: [],
            text: `One bad row among ${good}: ${formatList(parts)}.`,
            explanation,
          },
        ]),
    ...(letIn.length === 0
      ? []
      : [
          {
            letters: [],
            text: `OR REPLACE lets the bad row in for ${namesOf(letIn)}${replaced ? `: ${letIn.length === 1 ? 'a row' : 'each time a row'} that was there is gone` : ''}.`,
            explanation,
          },
        ]),
  ];
}

function outcomeOf({ outcomes }: TrialView, clause: ConflictClause): OutcomeView | undefined {
  return outcomes.find((each) => each.clause === clause);
}

function isEach(
  tried: readonly TrialView[],
  clause: ConflictClause,
  holds: (outcome: OutcomeView) => boolean,
): boolean {
  return tried.every((trial) => {
    const outcome = outcomeOf(trial, clause);
    return outcome !== undefined && holds(outcome);
  });
}

/** The statement's rows are gone, those of before are not. */
function isUndone({ earlier, before, after, isBadRowIn }: OutcomeView): boolean {
  return earlier.every(Boolean) && !isBadRowIn && ![...before, ...after].some(Boolean);
}

function stopsAtIt({ earlier, before, after, isBadRowIn }: OutcomeView): boolean {
  return [...earlier, ...before].every(Boolean) && !isBadRowIn && !after.some(Boolean);
}

function isLeftOut({ earlier, before, after, isBadRowIn }: OutcomeView): boolean {
  return [...earlier, ...before, ...after].every(Boolean) && !isBadRowIn;
}
