// What became of a step against the baseline's plan, in a few words each.
// Decides nothing: the differences are the engine's (compare-plans.ts).
import type { AccessPath, StepNode } from '../../../../engine/model/plan/plan-step.ts';
import type { StepChange } from '../../../../engine/plan/compare/plan-difference.ts';
import { assertNever } from '../../../../lib/assert-never.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { LineChange } from './step-line.ts';

const accessWords: Record<AccessPath['kind'], string> = {
  table: 'whole table',
  rowid: 'rowid',
  'primary-key': 'primary key',
  index: 'index',
  'automatic-index': 'automatic index',
  virtual: 'virtual table',
};

export function addedWords({ step }: StepNode): LineChange {
  return {
    kind: 'added',
    text: step.kind === 'sort' ? 'sort added' : 'new',
    explanation: 'The plan in setup A has no such step.',
  };
}

export function removedWords({ step }: StepNode): LineChange {
  return {
    kind: 'removed',
    text: step.kind === 'sort' ? 'sort gone' : 'gone',
    explanation: 'A step of the plan in setup A that this plan does without.',
  };
}

/** 'SCAN → SEARCH', 'index gained', 'covering lost'. A search has terms, and a scan none: not said. */
export function changedWords(changes: readonly StepChange[]): LineChange[] {
  const isOtherVerb = changes.some(({ kind }) => kind === 'verb');
  return changes
    .filter(({ kind }) => !(isOtherVerb && kind === 'terms'))
    .map((change) => {
      const [text, explanation] = wordsOf(change);
      return { kind: 'changed', text, explanation };
    });
}

function wordsOf(change: StepChange): [text: string, explanation: string] {
  switch (change.kind) {
    case 'verb': {
      const { from, to } = change;
      const what =
        to === 'search'
          ? 'Setup A goes through the whole table or index here; this plan goes to the matching rows.'
          : 'Setup A goes to the matching rows here; this plan goes through the whole table or index.';
      return [`${from.toUpperCase()} → ${to.toUpperCase()}`, what];
    }
    case 'index':
      if (change.from === null)
        return ['index gained', `By ${change.to}; setup A uses no index here.`];
      if (change.to === null) return ['index lost', `Setup A uses ${change.from} here.`];
      return ['other index', `By ${change.to}; setup A uses ${change.from} here.`];
    case 'covering':
      return change.to
        ? [
            'covering gained',
            'The index alone answers; setup A looks rows up in the table as well.',
          ]
        : ['covering lost', 'Rows are looked up in the table; in setup A an index alone answers.'];
    case 'automatic-index':
      return change.to
        ? ['automatic index', 'Built on every run here, and not in setup A.']
        : [
            'automatic index gone',
            'Setup A builds an index here on every run; this plan does not.',
          ];
    case 'access': {
      const [from, to] = [accessWords[change.from], accessWords[change.to]];
      return [`${from} → ${to}`, `Rows are reached by ${to} here, by ${from} in setup A.`];
    }
    case 'terms':
      return [
        change.to.length > change.from.length
          ? 'more terms'
          : change.to.length < change.from.length
            ? 'fewer terms'
            : 'other terms',
        `The search is narrowed by ${termList(change.to)} here, by ${termList(change.from)} in setup A.`,
      ];
    case 'multi-index-or':
      return change.to
        ? ['OR by indexes', 'One search for each arm of the OR, where setup A has a single access.']
        : ['OR in one access', 'A single access, where setup A searches for each arm of the OR.'];
    case 'order':
      return [
        `loop ${change.from} → ${change.to}`,
        `Among the loops of its join it is number ${change.to} from outside, number ${change.from} in setup A.`,
      ];
    case 'correlated':
      return change.to
        ? ['once → for each row', 'Computed anew for each row here, once in setup A.']
        : ['for each row → once', 'Computed once here, anew for each row in setup A.'];
    case 'materialized':
      return change.to
        ? [
            'now stored',
            'All its rows are stored before they are read; setup A hands them out one by one.',
          ]
        : [
            'no longer stored',
            'Its rows are handed out one by one; setup A stores them all first.',
          ];
    case 'sorted-terms':
      return [
        change.to === null ? 'whole sort' : 'smaller sort',
        `Sorts by ${sortedTerms(change.to)} here, by ${sortedTerms(change.from)} in setup A.`,
      ];
    case 'line':
      return ['other words', `In setup A: ${change.from}`];
    default:
      return assertNever(change);
  }
}

function termList(terms: readonly string[]): string {
  return terms.length === 0 ? 'nothing' : terms.join(' AND ');
}

function sortedTerms(last: number | null): string {
  return last === null ? 'all terms' : `the last ${formatCountOf(last, 'term')}`;
}
