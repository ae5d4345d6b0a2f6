// One line per operation of the planner worker.
import { describeRecipe } from '../../engine/datagen/describe/describe-recipe.ts';
import { createPlanner } from '../../engine/explain/planner.ts';
import type { Driver } from '../../engine/sqlite/driver.ts';
import type { PlannerOperations } from '../protocol.ts';
import type { Handlers } from '../serve.ts';

/** The planner worker's handlers; they share the shadow databases. */
export function plannerHandlers(driver: Driver): Handlers<PlannerOperations> {
  const planner = createPlanner(driver);
  return {
    inspect: (request) =>
      planner.inspect(request, (schema, recipe, database) =>
        describeRecipe(schema, recipe, database, () => performance.now()),
      ),
    plan: (request) => planner.plan(request),
    explain: (request) => planner.explain(request),
  };
}
