// Says whether two plans are the same work, whatever ids, costs and numbering SQLite gave them.
import type { PlanRow } from '../model/plan/plan.ts';
import { planLines } from './plan-lines.ts';

/** The plan as indented text without ids and costs: equal for equal plans. */
export function planKey(rows: readonly PlanRow[]): string {
  return planLines(rows).map(maskNumbering).join('\n');
}

/** The line without the numbers that SQLite gives to subqueries in the order of compiling. */
export function maskNumbering(detail: string): string {
  return detail.replace(numbering, '$1#');
}

// They say nothing about the work.
const numbering = /(\bSUBQUERY |\((?:subquery|join)-)\d+/g;
