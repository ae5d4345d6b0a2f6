// The finding on a sort: how many rows have to be seen before the first one comes out.
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { earlyEndSentence } from '../words/loops/early-end.ts';
import { type LoopRows, loopRows } from '../words/loops/loop-rows.ts';
import { isOfGroups, orderPurpose } from '../words/sort-purpose.ts';
import { firstWords, isIdleSort, type KeptRows, keptBySort } from '../words/sort-words.ts';
import { nestOf, type SomeStep, type StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { countPhrase, rowsRemark, sentences } from './finding-words.ts';
import { milder, severityOf } from './severity.ts';

/** Null for a sort of few rows, and for one that an index spares for the most part. */
export function sortFinding(
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): PlanFinding | null {
  const { step } = node;
  if (step.kind !== 'sort' || step.lastTerms !== null) return null;
  if (isIdleSort(place, context)) return null;
  const rows = sortedRows(place, context);
  const severity = severityOf(rows?.rows ?? null, context.weights);
  if (severity === null || isOfSmallTables(place, context)) return null;
  if (isOfGroups(step, place)) return groupsFinding(step, node, place, context);
  const count = countPhrase(rows);
  const what = count === '' ? 'its rows' : `${count} rows`;
  const isDedupe = step.purpose === 'distinct' || (step.aggregate?.includes('DISTINCT') ?? false);
  const kept = keptOf(step, place, context, rows);
  const early = isDedupe ? earlyEndOf(place, context) : null;
  return {
    kind: 'sort',
    severity: kept === null && early === null ? severity : milder(severity),
    path: node.path,
    title: isDedupe
      ? `Looks for duplicates among ${what}`
      : kept === null
        ? `Sorts ${what} ${purposeWords(step, place)}`
        : `Finds the ${kept.rows === null ? 'first' : firstWords(kept)} of ${what} for ORDER BY`,
    reason: sentences(
      isDedupe
        ? 'No index delivers equal values one after the other, so all that have come out are kept in a temporary b-tree and searched.'
        : kept !== null
          ? `No index that is used delivers the rows in this order. So all are looked at; a temporary b-tree keeps the ${firstWords(kept)} of those seen (LIMIT), which is less work than to sort them all, but the first comes out only when the last has been seen.`
          : 'No index that is used delivers the rows in this order. So all are collected in a temporary b-tree, N log N work for N rows, and the first comes out only when the last has been seen.',
      early,
      count === ''
        ? 'How many rows they are is not known without counting.'
        : rowsRemark(rows, context),
    ),
    rows: rows?.rows ?? null,
  };
}

/** Of the innermost loop, whose rows come to the sort one by one. */
function earlyEndOf(place: StepPlace, context: WordsContext): string | null {
  const nest = nestOf(place.level);
  const last = nest.at(-1);
  return last
    ? earlyEndSentence(last, { ...place, above: [...place.above, ...nest.slice(0, -1)] }, context)
    : null;
}

/** Null where everything is kept, be it because LIMIT asks for more than there is. */
function keptOf(
  step: SomeStep<'sort'>,
  place: StepPlace,
  context: WordsContext,
  rows: LoopRows | null,
): KeptRows | null {
  const kept = keptBySort(step, place, context);
  return kept?.rows != null && rows?.basis === 'bound' && kept.rows >= rows.rows ? null : kept;
}

const purposes = {
  'order-by': 'for ORDER BY',
  'group-by': 'for GROUP BY',
  distinct: 'for DISTINCT',
  aggregate: 'for an aggregate',
} as const;

function purposeWords({ purpose }: SomeStep<'sort'>, place: StepPlace): string {
  const order = orderPurpose(place);
  if (purpose !== 'order-by' || order.kind === 'order-by') return purposes[purpose];
  return order.kind === 'window'
    ? 'for the window'
    : `to merge the two SELECTs (${order.operator})`;
}

/** Of groups only their number in the result is ever known, where that was counted. */
function groupsFinding(
  step: SomeStep<'sort'>,
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): PlanFinding | null {
  const isResult = place.above.length === 0 && place.asked.limit === null;
  const groups = (isResult ? context.resultRows : null) ?? null;
  const severity = groups === null ? 'low' : severityOf(groups, context.weights);
  if (severity === null) return null;
  const kept = keptBySort(step, place, context);
  const what = groups === null ? 'the groups' : `the ${formatCountOf(groups, 'group')}`;
  return {
    kind: 'sort',
    severity,
    path: node.path,
    title:
      step.purpose === 'distinct'
        ? `Looks for duplicates among ${what}`
        : kept === null
          ? `Sorts ${what} ${purposeWords(step, place)}`
          : `Finds the ${kept.rows === null ? 'first' : firstWords(kept)} of ${what} for ORDER BY`,
    reason: sentences(
      'The rows have been put together into groups before, so that one row for each group comes here.',
      groups === null ? 'How many there are the plan does not tell.' : null,
    ),
    rows: groups,
  };
}

/** Rows that come out of the innermost loop; conditions may keep some of them from being sorted. */
function sortedRows(place: StepPlace, context: WordsContext): LoopRows | null {
  const nest = nestOf(place.level);
  const last = nest.at(-1);
  if (!last) return null;
  const rows = loopRows(last, { ...place, above: nest.slice(0, -1) }, context);
  return rows && (rows.basis === 'pass' ? rows : { ...rows, basis: 'bound' });
}

function isOfSmallTables({ level }: StepPlace, { rowsOf, weights }: WordsContext): boolean {
  const nest = nestOf(level);
  const [only] = nest;
  if (nest.length !== 1 || only?.step.kind !== 'loop' || only.step.source.name === null)
    return false;
  const rows = only.step.source.kind === 'table' ? rowsOf(only.step.source.name) : null;
  return rows !== null && rows < weights.low;
}
