// What in a plan costs, why, and how much it weighs: the worst first.
// Says no remedy beyond the reason, and no times: rows are counted or bounded, never guessed.
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { visitSteps } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { type CheckStep, foreignKeyFindings } from './foreign-key-findings.ts';
import { loopFindings } from './loop-findings.ts';
import { bySeverity } from './severity.ts';
import { sortFinding } from './sort-finding.ts';
import { hintFindings, statisticsFinding } from './statement-findings.ts';
import { subqueryFinding } from './subquery-finding.ts';

/**
 * The findings on a plan. Each reason rests on SQLite's documentation: optoverview.html (terms of indexes, covering indexes,
 * automatic indexes, skip-scan, MIN/MAX, hints), eqp.html (subqueries), foreignkeys.html (child
 * keys), lang_analyze.html (statistics).
 */
export function planFindings(nodes: readonly StepNode[], context: WordsContext): PlanFinding[] {
  const findings: (PlanFinding | null)[] = [];
  const checks: CheckStep[] = [];
  visitSteps(nodes, context, (node, place) => {
    const { step } = node;
    if (step.kind === 'loop' && node.edge === 'foreign-key') checks.push({ step, node, place });
    if (step.kind === 'loop') findings.push(...loopFindings(step, node, place, context));
    else if (step.kind === 'sort') findings.push(sortFinding(node, place, context));
    else if (step.kind === 'subquery') findings.push(subqueryFinding(node, place, context));
  });
  findings.push(...foreignKeyFindings(checks, context));
  findings.push(...(nodes.length === 0 ? [] : hintFindings(context.sql)));
  findings.push(statisticsFinding(nodes, context));
  return findings.filter((finding) => finding !== null).sort(bySeverity);
}
