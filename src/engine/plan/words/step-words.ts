// Every step of a plan in plain English, with its badges and what was counted of it.
// Decides nothing on its own: how far a loop goes comes from the program's facts.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { CompoundOperator, StepNode } from '../../model/plan/plan-step.ts';
import { stepBadges } from './badges/step-badges.ts';
import { callWords, isPerGroup } from './call-words.ts';
import { visitedRows } from './loops/loop-reach.ts';
import { forEach, loopSentence } from './loops/loop-words.ts';
import { nameWords, sourceWords } from './name-words.ts';
import { sortSentence } from './sort-words.ts';
import { type SomeStep, type StepPlace, unknownPlace, visitSteps } from './step-place.ts';
import type { StepWords } from './step-words-form.ts';
import { termSubject } from './term-words.ts';
import type { WordsContext } from './words-context.ts';

/** The words of every step of a plan, by StepNode.path: with names for what each one runs for. */
export function planWords(
  nodes: readonly StepNode[],
  context: WordsContext,
): ReadonlyMap<string, StepWords> {
  const words = new Map<string, StepWords>();
  visitSteps(nodes, context, (node, place) => {
    words.set(node.path, stepWords(node, context, place));
  });
  return words;
}

/** The words of one step; without its place they leave open what it runs for. */
export function stepWords(
  node: StepNode,
  context: WordsContext,
  place: StepPlace = unknownPlace,
): StepWords {
  const visited = visitedRows(node, context);
  return {
    sentence: sentenceOf(node, place, context),
    badges: stepBadges(node, place, context),
    actual: visited === null ? null : `visited ${formatCountOf(visited, 'row')}`,
  };
}

function sentenceOf(node: StepNode, place: StepPlace, context: WordsContext): string {
  const { step } = node;
  switch (step.kind) {
    case 'loop':
      return loopSentence(step, node, place, context);
    case 'constant-rows':
      return step.rows === 1
        ? 'One row, made from the statement itself: no table is read.'
        : `${formatCountOf(step.rows, 'row')} that stand in the statement itself: no table is read.`;
    case 'sort':
      return sortSentence(step, place, context);
    case 'co-routine':
      return `Makes the rows of ${sourceWords(step.source)} one at a time, while the step that reads them asks for them.`;
    case 'materialize':
      return `Makes all rows of ${sourceWords(step.source)} and stores them in a temporary table before they are read.`;
    case 'subquery':
      return subquerySentence(step, node, place);
    case 'reuse':
      return `Takes what subquery ${step.number} has computed above: it is not computed again.`;
    case 'in-lookup':
      return inLookupSentence(step);
    case 'bloom-filter':
      return bloomSentence(step);
    case 'multi-index-or':
      return `${forEach(node, place, 'searches once for each arm of the OR, each by an index of its own', context)}; a row that several arms find counts once.`;
    case 'or-arm':
      return `Arm ${step.number} of the OR.`;
    case 'compound':
      return 'Hands out the rows of several SELECTs, one SELECT after the other.';
    case 'compound-arm':
      return compoundArmSentence(step.operator, step.isTempBTree);
    case 'merge':
      return mergeSentences[step.operator];
    case 'merge-arm':
      return `The ${step.side} SELECT, with its rows in order.`;
    case 'recursion':
      return step.part === 'setup'
        ? 'Makes the first rows of the recursion.'
        : 'Repeated for each row that the recursion has made, until no more come.';
    case 'right-join':
      return `Second pass, for RIGHT or FULL JOIN: hands out the rows of ${sourceWords(step.source)} that matched nothing.`;
    case 'unknown':
      return 'SQLite’s own words: there is no explanation for a line of this form yet.';
    default:
      return assertNever(step);
  }
}

function subquerySentence(
  { form, number, isCorrelated }: SomeStep<'subquery'>,
  node: StepNode,
  place: StepPlace,
): string {
  const what =
    form === 'scalar' ? `Computes subquery ${number}` : `Makes the list of IN (subquery ${number})`;
  if (!isCorrelated) {
    return `${what} once${form === 'list' ? ', in a temporary index that is then searched' : ' and keeps its value'}.`;
  }
  const refers = isPerGroup(node, place) ? 'the row or group' : 'that row';
  return `${what} anew for ${callWords(node, place)} that asks for it, because it refers to ${refers}.`;
}

function inLookupSentence({ table, index }: SomeStep<'in-lookup'>): string {
  if (index !== null) {
    return `IN looks each value up in index ${nameWords(index)}: no list is made first.`;
  }
  const where = table === null ? 'the table' : nameWords(table);
  return `IN looks each value up among the rowids of ${where}: no list is made first.`;
}

function bloomSentence({ source, terms }: SomeStep<'bloom-filter'>): string {
  if (source === null) {
    return 'Notes the values of the list in a Bloom filter, which then spares most searches that would find nothing.';
  }
  const columns = terms.map((term) => termSubject(term, 'rowid')).join(', ');
  return `Goes over ${sourceWords(source)} once, first, and notes ${columns === '' ? 'its values' : columns} in a Bloom filter, which then spares most searches that would find nothing.`;
}

function compoundArmSentence(operator: CompoundOperator | null, isTempBTree: boolean): string {
  if (operator === null) return 'The first SELECT.';
  const tree = isTempBTree ? ' A temporary b-tree holds what has come out, to compare with.' : '';
  return `${armSentences[operator]}${tree}`;
}

const armSentences: Readonly<Record<CompoundOperator, string>> = {
  'UNION ALL': 'The next SELECT, whose rows follow.',
  UNION: 'The next SELECT, whose rows follow unless they have come already.',
  INTERSECT: 'The next SELECT: only rows that it has, too, are kept.',
  EXCEPT: 'The next SELECT: rows that it has are left out.',
};

const mergeSentences: Readonly<Record<CompoundOperator, string>> = {
  'UNION ALL': 'Merges two SELECTs, both in order, into one that is in order (UNION ALL).',
  UNION: 'Merges two SELECTs, both in order; rows that are equal come out once (UNION).',
  INTERSECT: 'Merges two SELECTs, both in order; only rows that are in both come out (INTERSECT).',
  EXCEPT:
    'Merges two SELECTs, both in order; rows of the left come out that the right has not (EXCEPT).',
};
