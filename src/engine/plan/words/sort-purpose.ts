// What a sort is for: SQLite says ORDER BY also where the text has none.
// Keeps away from how much is sorted.
import type { CompoundOperator } from '../../model/plan/plan-step.ts';
import { isGrouped } from '../asked/asked-groups.ts';
import { isPassage, nestOf, type SomeStep, type StepPlace } from './step-place.ts';

/** 'merge': so that two SELECTs can be merged; 'window': for OVER and its PARTITION BY. */
export type OrderPurpose =
  | { kind: 'order-by' }
  | { kind: 'merge'; operator: CompoundOperator }
  | { kind: 'window' };

/** Of a sort for ORDER BY. Windows that a view hides are not known: those stay ORDER BY. */
export function orderPurpose({ above, asked }: StepPlace): OrderPurpose {
  const at = above.findLastIndex(({ step: { kind } }) => kind !== 'loop' && !isPassage(kind));
  const container = above[at]?.step;
  const merge = above[at - 1]?.step;
  // UNION ALL is merged only to come out in the order that ORDER BY asks for.
  if (
    container?.kind === 'merge-arm' &&
    merge?.kind === 'merge' &&
    merge.operator !== 'UNION ALL'
  ) {
    return { kind: 'merge', operator: merge.operator };
  }
  // SQLite puts the rows of a window into a subquery of its own, without a name (window.c).
  const isUnnamed =
    (container?.kind === 'co-routine' || container?.kind === 'materialize') &&
    container.source.name === null;
  const hasUnnamed = asked.scopes.some(({ sources }) =>
    sources.some(({ kind, alias }) => kind === 'subquery' && alias === null),
  );
  return { kind: isUnnamed && asked.hasWindow && !hasUnnamed ? 'window' : 'order-by' };
}

/** True when what is sorted are groups, one row for each, and not the rows of the loops. */
export function isOfGroups({ purpose }: SomeStep<'sort'>, { level, asked }: StepPlace): boolean {
  if (purpose !== 'order-by' && purpose !== 'distinct') return false;
  if (level.some(({ step }) => step.kind === 'sort' && step.purpose === 'group-by')) return true;
  const [outer] = nestOf(level);
  return outer?.step.kind === 'loop' && isGrouped(outer.step.source, asked);
}
