// What a shadow database has answered already: an edit of one query leaves the plans of all others.
import type { QueryPlan } from '../../model/plan/plan.ts';
import type { Query } from '../../model/playground.ts';
import type { Bindings, SqlValue } from '../../model/values.ts';
import type { QueryAnswer } from '../plan-query.ts';
import type { ShadowDatabase } from './shadow-database.ts';

type PlanAnswer = QueryAnswer<QueryPlan>;

/** Of each shadow; typing makes a new text with each key. */
const answersKept = 500;

/** Gives what is remembered for the query with these values, or else what `ask` gives. */
export type PlanMemory = (
  shadow: ShadowDatabase,
  query: Query,
  bindings: Bindings,
  ask: () => PlanAnswer,
) => PlanAnswer;

/** Nothing is created in a shadow once it is open: its answers stay as they are. */
export function createPlanMemory(): PlanMemory {
  const known = new WeakMap<ShadowDatabase, Map<string, PlanAnswer>>();
  return (shadow, { name, sql }, bindings, ask) => {
    const answers = known.get(shadow) ?? new Map<string, PlanAnswer>();
    known.set(shadow, answers);
    // Errors name the query.
    const values = Object.entries(bindings).map(([each, value]) => [each, ...keyOf(value)]);
    const key = JSON.stringify([name, sql, values]);
    const answer = answers.get(key) ?? ask();
    if (answers.size >= answersKept) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

function keyOf(value: SqlValue): string[] {
  return [typeof value, value instanceof Uint8Array ? value.join() : String(value)];
}
