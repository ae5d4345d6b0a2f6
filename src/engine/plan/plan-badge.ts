// The plan in one word: the worst way in which it reaches rows of tables.
// Judges by the lines alone, as it is asked for every query in every setup: what only the program
// tells (that rows are counted, or that a scan ends early) stands at the steps. Table sizes play no part.
import type { PlanBadge } from '../model/plan/plan.ts';
import type { PlanStep, StepNode } from '../model/plan/plan-step.ts';
import { everyStep } from './every-step.ts';

/**
 * The worst access of a plan, or of a part of it. From worst to best:
 * automatic (reads a whole table and builds an index of it, on every run), scan, search, covering.
 *
 * `SCAN ... USING COVERING INDEX` is a scan: every entry is read, if from a smaller tree. Reading a
 * co-routine, a common table, VALUES or a constant row is no access to a table and does not count.
 * A virtual table counts as search: SQLite prints SCAN for it whatever its module does.
 *
 * `isMinMaxSeek`: whether a MIN/MAX row without terms (`SEARCH t`) stops at the first row. SQLite
 * prints the same text when it reads every row; only the bytecode tells.
 */
export function stepsBadge(nodes: readonly StepNode[], isMinMaxSeek: boolean): PlanBadge {
  let worst: PlanBadge = 'none';
  for (const { step } of everyStep(nodes)) {
    const badge = badgeOf(step, isMinMaxSeek);
    if (order.indexOf(badge) < order.indexOf(worst)) worst = badge;
  }
  return worst;
}

const order: PlanBadge[] = ['automatic', 'scan', 'search', 'covering', 'none'];

function badgeOf(step: PlanStep, isMinMaxSeek: boolean): PlanBadge {
  if (step.kind === 'in-lookup') return step.index === null ? 'search' : 'covering';
  if (step.kind !== 'loop') return 'none';
  const { access } = step;
  if (access.kind === 'virtual') return 'search';
  if (access.kind === 'automatic-index') return 'automatic';
  if (step.verb === 'scan') return step.source.kind === 'transient' ? 'none' : 'scan';
  if (access.kind === 'index') return access.isCovering ? 'covering' : 'search';
  if (access.kind === 'table') return isMinMaxSeek ? 'search' : 'scan';
  return 'search';
}

/** True when a step names no index, no key and no term: the MIN/MAX plan over the table itself. */
export function hasBareSearch(nodes: readonly StepNode[]): boolean {
  return everyStep(nodes).some(
    ({ step }) => step.kind === 'loop' && step.verb === 'search' && step.access.kind === 'table',
  );
}
