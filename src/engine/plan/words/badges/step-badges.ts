// The badges of a step: what catches the eye, with a tone and an explanation.
// A scan of few rows, or of rows that the statement makes itself, is no fault and gets no warning.
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { StepNode } from '../../../model/plan/plan-step.ts';
import { earlyEnd, rowsUntilLimit } from '../loops/early-end.ts';
import { isChanged, loopReach, visitedRows } from '../loops/loop-reach.ts';
import { isLookedUp, isNeverRun } from '../loops/tree-facts.ts';
import { isIdleSort, keptBySort } from '../sort-words.ts';
import { type LoopStep, outerLoop, type SomeStep, type StepPlace } from '../step-place.ts';
import type { StepBadge } from '../step-words-form.ts';
import type { WordsContext } from '../words-context.ts';
import { lookOf } from '../writes/check-occasion.ts';
import {
  automatic,
  bloom,
  correlated,
  counted,
  covering,
  coveringScan,
  distinct,
  foreignKey,
  foreignKeyIfOpen,
  limitedSort,
  lookupByKey,
  lookups,
  minMaxUnknown,
  never,
  once,
  oneEnd,
  partialSort,
  reused,
  search,
  skipScan,
  sort,
  stored,
  transient,
  unknown,
  virtual,
} from './badge-texts.ts';

/** The badges of a step, the weightiest first; none for steps that speak for themselves. */
export function stepBadges(node: StepNode, place: StepPlace, context: WordsContext): StepBadge[] {
  const { step } = node;
  switch (step.kind) {
    case 'loop':
      return loopBadges(step, node, place, context);
    case 'sort':
      return [sortBadge(step, place, context)];
    case 'subquery':
      return [step.isCorrelated ? correlated : once];
    case 'materialize':
      return [stored];
    case 'reuse':
      return [reused];
    case 'in-lookup':
      return [step.index === null ? lookupByKey : covering];
    case 'bloom-filter':
      return [bloom];
    case 'unknown':
      return [unknown];
    default:
      return [];
  }
}

function sortBadge(step: SomeStep<'sort'>, place: StepPlace, context: WordsContext): StepBadge {
  if (isIdleSort(place, context)) return never;
  if (step.lastTerms !== null) return partialSort;
  if (step.purpose === 'distinct' || step.aggregate?.includes('DISTINCT')) return distinct;
  return keptBySort(step, place, context) === null ? sort : limitedSort;
}

function loopBadges(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): StepBadge[] {
  const { access } = step;
  if (access.kind === 'virtual') return [virtual];
  if (isNeverRun(step, context)) return [never];
  if (access.kind === 'automatic-index') return [automatic];
  const badges: StepBadge[] = [];
  if (node.edge === 'foreign-key') {
    if (lookOf(step, place, context)?.occasion === 'open-references') return [foreignKeyIfOpen];
    badges.push(foreignKey);
  }
  const reach = loopReach(step, node.cost, place, context);
  if (reach === null) return [...badges, transient];
  if (reach === 'every') {
    badges.push(scanBadge(step, node, place, context));
    if (access.kind === 'index') badges.push(isLookedUp(step, context) ? lookups : coveringScan);
    return badges;
  }
  if (reach === 'count') return [...badges, counted];
  if (reach === 'end-or-every') return [...badges, minMaxUnknown];
  if (access.kind === 'table' || access.terms.length === 0) return [...badges, oneEnd];
  if (access.terms.some(({ relation }) => relation === 'skip')) badges.push(skipScan);
  const isIndex = access.kind === 'index';
  if (isIndex && !isLookedUp(step, context)) return [...badges, covering];
  badges.push(search);
  if (isIndex && !isChanged(step, context)) badges.push(lookups);
  return badges;
}

function scanBadge(
  step: LoopStep,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): StepBadge {
  const rows = step.source.name === null ? null : context.rowsOf(step.source.name);
  const visited = visitedRows(node, context);
  const isRepeated = outerLoop(node, place) !== null || node.edge !== 'then';
  if (rows !== null && visited !== null && !isRepeated && visited < rows / 2) {
    return {
      text: 'ENDED EARLY',
      tone: 'neutral',
      explanation: `A scan that ended when it had found enough: it visited ${formatCount(visited)} of ${formatCountOf(rows, 'row')}.`,
    };
  }
  if (rows !== null && rows < context.weights.low && !isRepeated) {
    return {
      text: 'SCAN',
      tone: 'neutral',
      explanation: `Every row is read, but there are few: ${formatCountOf(rows, 'row')}. An index would hardly help.`,
    };
  }
  const limit = rowsUntilLimit(node, place, context);
  if (limit !== null) {
    return {
      text: 'UNTIL LIMIT',
      tone: 'neutral',
      explanation: `Rows are read one after the other until LIMIT has what it asks for: ${formatCountOf(limit, 'row')}.`,
    };
  }
  const end = earlyEnd(node, place, context);
  return {
    text: 'FULL SCAN',
    tone: 'warn',
    explanation: `Every row of this table or index is read${isRepeated ? ', as often as this step runs' : ''}${end === null ? '' : ', unless the loop ends early'}. Judged by the program (a loop without constraint), not by the word SCAN.`,
  };
}
