// What in a plan costs, why, and how much it weighs: the worst first.
// Says no remedy beyond the reason, and no times: rows are counted or bounded, never guessed.
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { defaultRowWeights, type RowWeights } from '../row-weights.ts';
import { visitSteps } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { askedText } from './asked-rows.ts';
import { loopFindings } from './loop-findings.ts';
import type { FindingScene } from './scan-findings.ts';
import { bySeverity } from './severity.ts';
import { sortFinding } from './sort-finding.ts';
import { hintFindings, statisticsFinding } from './statement-findings.ts';
import { subqueryFinding } from './subquery-finding.ts';

/**
 * The findings on a plan. `weights` says from how many rows on something is worth a word. Each
 * reason rests on SQLite's documentation: optoverview.html (terms of indexes, covering indexes,
 * automatic indexes, skip-scan, MIN/MAX, hints), eqp.html (subqueries), foreignkeys.html (child
 * keys), lang_analyze.html (statistics).
 */
export function planFindings(
  nodes: readonly StepNode[],
  context: WordsContext,
  weights: RowWeights = defaultRowWeights,
): PlanFinding[] {
  const scene: FindingScene = { context, weights, asked: askedText(context.sql) };
  const findings: (PlanFinding | null)[] = [];
  visitSteps(nodes, (node, place) => {
    const { step } = node;
    if (step.kind === 'loop') findings.push(...loopFindings(step, node, place, scene));
    else if (step.kind === 'sort') findings.push(sortFinding(node, place, scene));
    else if (step.kind === 'subquery') findings.push(subqueryFinding(node, place, scene));
  });
  findings.push(...(nodes.length === 0 ? [] : hintFindings(context.sql)));
  findings.push(statisticsFinding(nodes, scene));
  return findings.filter((finding) => finding !== null).sort(bySeverity);
}
