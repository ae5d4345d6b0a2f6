// The finding on a correlated subquery that reads a whole table, once for each outer row.
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { callWords, isPerGroup } from '../words/call-words.ts';
import { mayEndEarly } from '../words/loops/early-end.ts';
import { loopReach } from '../words/loops/loop-reach.ts';
import { loopRows } from '../words/loops/loop-rows.ts';
import { sourceWords } from '../words/name-words.ts';
import type { StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { sentences, visitsSentence } from './finding-words.ts';
import { severityOf } from './severity.ts';

/** Null for subqueries that go straight to their rows, and for few rows. */
export function subqueryFinding(
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): PlanFinding | null {
  const { step } = node;
  if (step.kind !== 'subquery' || !step.isCorrelated) return null;
  const scan = wholeRead(node, [...place.above, node], place, context);
  if (scan?.node.step.kind !== 'loop') return null;
  const { source } = scan.node.step;
  const counted = loopRows(scan.node, scan.place, context);
  const severity = severityOf(counted?.rows ?? null, context.weights);
  if (severity === null) return null;
  const rows = source.name === null ? null : context.rowsOf(source.name);
  const early = mayEndEarly(scan.node, scan.place, context) ? 'at most ' : '';
  return {
    kind: 'correlated-subquery',
    severity,
    path: node.path,
    title: `Reads all of ${sourceWords(source)} for ${callWords(node, place)}`,
    reason: sentences(
      `The subquery refers to ${isPerGroup(node, place) ? 'the outer row or group' : 'the outer row'}, so it is computed anew for each, and no index that is on leads to the rows that it needs${rows === null ? '' : `: ${early}${formatCountOf(rows, 'row')} each time`}.`,
      visitsSentence(counted?.basis === 'pass' ? null : counted, {
        ...context,
        areRowsLoaded: true,
      }),
      context.areRowsLoaded || (rows === null && (counted === null || counted.basis === 'pass'))
        ? null
        : 'The numbers are those of the recipe: no rows are generated yet.',
    ),
    rows: isPerGroup(node, place) && counted?.basis === 'pass' ? null : (counted?.rows ?? null),
  };
}

interface PlacedNode {
  node: StepNode;
  place: StepPlace;
}

/** The first loop under a step, outermost first, that visits every entry of a table. */
function wholeRead(
  parent: StepNode,
  above: readonly StepNode[],
  outer: StepPlace,
  context: WordsContext,
): PlacedNode | null {
  for (const node of parent.children) {
    const place = { ...outer, above, level: parent.children };
    const { step } = node;
    if (step.kind === 'loop' && loopReach(step, node.cost, place, context) === 'every') {
      return { node, place };
    }
    // An inner correlated subquery has a finding of its own.
    if (step.kind === 'subquery') continue;
    const found = wholeRead(node, [...above, node], outer, context);
    if (found) return found;
  }
  return null;
}
