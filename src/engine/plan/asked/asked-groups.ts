// Where a statement puts rows together into groups: what comes behind sees groups, not rows.
// Read from the text alone; a GROUP BY inside a view is not seen.
import type { PlanSource } from '../../model/plan/plan-step.ts';
import type { AskedText } from './asked-text.ts';
import { namingScopes } from './naming-scopes.ts';

/** Whether the SELECT that reads the source surely puts its rows together into groups. */
export function isGrouped(source: PlanSource, { scopes, grouped }: AskedText): boolean {
  const naming = namingScopes(source, scopes);
  return naming.length > 0 && naming.every((scope) => grouped.has(scope));
}

/**
 * Whether a subquery that refers to rows of the source may be computed once for each group: it stands
 * in a SELECT with GROUP BY, and not in a condition on single rows.
 */
export function mayRunPerGroup(source: PlanSource, { scopes, grouped }: AskedText): boolean {
  return namingScopes(source, scopes)
    .filter((scope) => grouped.has(scope))
    .some((scope) => {
      const position = scopes.indexOf(scope);
      const conditions = [scope.where, ...scope.sources.map(({ on }) => on)];
      return scopes.some(
        ({ parent, seesParent, start }) =>
          parent === position &&
          seesParent &&
          conditions.every((span) => span === null || start < span.start || start >= span.end),
      );
    });
}
