// Which SELECTs of the text a source of the plan may belong to: those that name it.
// What they ask for is read elsewhere.

import { isSameName } from '../../../lib/sql-name.ts';
import type { PlanSource } from '../../model/plan/plan-step.ts';
import type { QueryScope } from '../../sql/scopes/query-scope.ts';
import { unqualified } from '../plan-names.ts';

/** The SELECTs in which the source is named: several where they call something alike. */
export function namingScopes(source: PlanSource, scopes: readonly QueryScope[]): QueryScope[] {
  return scopes.filter(({ sources }) =>
    sources.some(({ alias, name }) => {
      const called = alias ?? name;
      return called !== null && isSameName(called, unqualified(source));
    }),
  );
}
