// Answers what a schema holds and how queries would be planned in each setup, without any data.
// The empty databases that it asks stand in shadow-cache.ts.
import type { RecipeReport } from '../model/database/recipe-report.ts';
import type { Schema } from '../model/database/schema.ts';
import type { EngineError } from '../model/errors.ts';
import type {
  ExplainReport,
  ExplainRequest,
  InspectReport,
  InspectRequest,
  PlanReport,
  PlanRequest,
} from '../model/plan/planning.ts';
import type { Query, Recipe } from '../model/playground.ts';
import { findForeignKeyProblems } from '../schema/foreign-key-problems.ts';
import { readIndexes } from '../schema/read-indexes.ts';
import { readSchema } from '../schema/read-schema.ts';
import { schemaFindings } from '../schema/schema-findings.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { explainQueryPlan } from './explain-query-plan.ts';
import { explainStatement } from './explain-statement.ts';
import {
  askAbout,
  type Certainty,
  type Explain,
  provisionality,
  type QueryAnswer,
} from './plan-query.ts';
import { createPlanMemory } from './shadows/plan-memory.ts';
import { recipeOf } from './shadows/setup-recipe.ts';
import { createShadowCache } from './shadows/shadow-cache.ts';
import type { ShadowDatabase } from './shadows/shadow-database.ts';
import { createValueDrawer, type PlanningValues } from './values/planning-values.ts';

export interface Planner {
  /** What the schema holds, what is wrong with it and with the indexes, and how rows will be made. */
  inspect(request: InspectRequest, describeRecipe: DescribeRecipe): InspectReport;
  /** The plan of every query in every setup. */
  plan(request: PlanRequest): PlanReport;
  /** The plan of one query with its program, in every setup. */
  explain(request: ExplainRequest): ExplainReport;
  close(): void;
}

/**
 * `database` has the schema and no rows; what is written to it must be rolled back. Null: no first
 * rows are asked for.
 */
export type DescribeRecipe = (
  schema: Schema,
  recipe: Recipe,
  database: Database | null,
) => RecipeReport;

/** A planner over a driver of its own; a call takes about 3 ms for each shadow it has to make. */
export function createPlanner(driver: Driver): Planner {
  const { shadowOf, treesOf, withRoom, close } = createShadowCache(driver);
  const remembered = createPlanMemory();
  const drawer = createValueDrawer();

  // Ids come from links too: never those of a plain object's prototype.
  function valuesFor(
    { seed, draws }: Pick<PlanRequest, 'seed' | 'draws'>,
    query: Query,
    { database }: ShadowDatabase,
  ): PlanningValues {
    const drawn = Object.hasOwn(draws, query.id) ? draws[query.id] : undefined;
    return drawer.valuesOf(database, query, seed, drawn);
  }

  function ask<Answer>(
    shadow: ShadowDatabase,
    query: Query,
    { bindings }: PlanningValues,
    explain: Explain<Answer>,
  ): QueryAnswer<Answer> {
    return askAbout(shadow, query, bindings, (...statement) =>
      withRoom(() => explain(...statement)),
    );
  }

  return {
    inspect({ schemaSql, indexes, recipe, imported, needsPreview = true }, describeRecipe) {
      const bare = shadowOf({ schemaSql, indexes: [], statistics: null });
      const schema = withRoom(() => readSchema(bare.database));
      const { indexErrors, database } = shadowOf({ schemaSql, indexes, statistics: null });
      const described = describeRecipe(schema, recipe, needsPreview ? bare.database : null);
      return {
        schema,
        error: bare.schemaError,
        indexErrors: Object.fromEntries(indexErrors),
        recipe: {
          ...described,
          problems: withoutRepeats([...foreignKeyProblems(schema, bare), ...described.problems]),
        },
        // Of a schema that fails half way, what is missing may stand in the rest.
        findings: bare.schemaError
          ? []
          : schemaFindings({
              schema,
              indexes: readIndexes(database, schema),
              indexNames: indexes.map(({ name }) => name),
              samples: described.tables.flatMap(({ table, preview }) =>
                preview.status === 'made' ? { ...preview, table } : [],
              ),
              imported: imported ?? null,
            }),
      };
    },
    plan(request) {
      const cells = request.setups.flatMap((setup) => {
        const recipe = recipeOf(request, setup);
        const shadow = shadowOf(recipe);
        return request.queries.map((query) => {
          const values = valuesFor(request, query, shadow);
          const asked = remembered(shadow, query, values.bindings, () =>
            ask(shadow, query, values, explainQueryPlan),
          );
          const outcome = outcomeOf(asked, provisionality(recipe, query, values), (plan) => ({
            status: 'planned' as const,
            plan,
          }));
          return { queryId: query.id, setupId: setup.id, outcome };
        });
      });
      return { cells };
    },
    explain(request) {
      const { query } = request;
      const setups = request.setups.map((setup) => {
        const recipe = recipeOf(request, setup);
        const shadow = shadowOf(recipe);
        const values = valuesFor(request, query, shadow);
        const { bindings } = values;
        const asked = ask(shadow, query, values, (...statement) => {
          const explanation = explainStatement(...statement, []);
          return { ...explanation, trees: treesOf(shadow).namedBy(explanation.instructions) };
        });
        const outcome = outcomeOf(asked, provisionality(recipe, query, values), (explanation) => ({
          status: 'explained' as const,
          explanation,
          bindings,
        }));
        return { setupId: setup.id, outcome };
      });
      return { queryId: query.id, setups };
    },
    close,
  };
}

/** What was answered with how far it holds; what failed, as it is. */
function outcomeOf<Answer, Told extends object>(
  asked: QueryAnswer<Answer>,
  certainty: Certainty,
  tell: (answer: Answer) => Told,
): (Told & Certainty) | { status: 'failed'; error: EngineError } {
  return asked.status === 'failed' ? asked : { ...tell(asked.answer), ...certainty };
}

// While the script fails half way, a parent table may merely not have been reached.
function foreignKeyProblems(schema: Schema, { schemaError }: ShadowDatabase): EngineError[] {
  return schemaError ? [] : findForeignKeyProblems(schema);
}

function withoutRepeats(problems: readonly EngineError[]): EngineError[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
