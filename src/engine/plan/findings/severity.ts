// How much a number of rows weighs, in three steps, and the order of findings.
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { RowWeights } from '../row-weights.ts';

export type Severity = PlanFinding['severity'];

/** Null for so few rows that they are no fault. Rows that are not known weigh little. */
export function severityOf(rows: number | null, weights: RowWeights): Severity | null {
  if (rows === null) return 'low';
  if (rows >= weights.high) return 'high';
  if (rows >= weights.medium) return 'medium';
  return rows >= weights.low ? 'low' : null;
}

/** One step less, for what may turn out cheaper than it looks. */
export function milder(severity: Severity): Severity {
  return severity === 'high' ? 'medium' : 'low';
}

const order: readonly Severity[] = ['high', 'medium', 'low'];

/** The worst first; among equals the one that concerns more rows. */
export function bySeverity(one: Weighed, other: Weighed): number {
  return compareSeverity(one.severity, other.severity) || (other.rows ?? 0) - (one.rows ?? 0);
}

type Weighed = Pick<PlanFinding, 'severity' | 'rows'>;

/** Negative where the first is worse. */
export function compareSeverity(one: Severity, other: Severity): number {
  return order.indexOf(one) - order.indexOf(other);
}
