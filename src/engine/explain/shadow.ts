// Answers what a schema holds and how queries would be planned in each setup, without any data.
// Keeps a few shadow databases open, so that a switch of the bench is planned at once.
import type { StatisticsRow } from '../model/database/database.ts';
import type { RecipeReport } from '../model/database/recipe-report.ts';
import type { Schema } from '../model/database/schema.ts';
import type { EngineError } from '../model/errors.ts';
import type { PlanOutcome } from '../model/plan/plan.ts';
import type {
  InspectReport,
  InspectRequest,
  PlanReport,
  PlanRequest,
} from '../model/plan/planning.ts';
import type { Index, Query, Recipe, Setup } from '../model/playground.ts';
import { findForeignKeyProblems } from '../schema/foreign-key-problems.ts';
import { readIndexes } from '../schema/read-indexes.ts';
import { readSchema } from '../schema/read-schema.ts';
import { schemaFindings } from '../schema/schema-findings.ts';
import { queryProblem } from '../sql/query-problem.ts';
import { isSameName } from '../sql/quote-name.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { toSqlError } from '../sqlite/sql-error.ts';
import { explainQueryPlan } from './explain-query-plan.ts';
import { planningValues } from './planning-values.ts';
import { openShadow, type ShadowDatabase, type ShadowRecipe } from './shadow-database.ts';

export interface Planner {
  /** What the schema holds, what is wrong with it and with the indexes, and how rows will be made. */
  inspect(request: InspectRequest, describeRecipe: DescribeRecipe): InspectReport;
  /** The plan of every query in every setup. */
  plan(request: PlanRequest): PlanReport;
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

/** Shadow databases kept: the six setups, and what they were before a few switches. */
const shadowsKept = 24;

/** A planner over a driver of its own; a call takes about 3 ms for each shadow it has to make. */
export function createPlanner(driver: Driver): Planner {
  const shadows = new Map<string, ShadowDatabase>();

  // A Map keeps the order of insertion: the first key is the one unused for longest.
  function shadowOf(recipe: ShadowRecipe): ShadowDatabase {
    const key = JSON.stringify([recipe.schemaSql, recipe.indexes, recipe.statistics]);
    const shadow = shadows.get(key) ?? opened(recipe);
    shadows.delete(key);
    shadows.set(key, shadow);
    if (shadows.size > shadowsKept) closeOldest();
    return shadow;
  }

  // All shadows together have the memory of one: large schemas leave room for few of them. The last
  // one may be in use.
  function opened(recipe: ShadowRecipe): ShadowDatabase {
    while (true) {
      try {
        return openShadow(driver, recipe);
      } catch (thrown) {
        if (!isOutOfMemory(thrown) || shadows.size < 2) throw thrown;
        closeOldest();
      }
    }
  }

  function closeOldest(): void {
    const [oldest] = shadows.keys();
    if (oldest === undefined) return;
    shadows.get(oldest)?.database.close();
    shadows.delete(oldest);
  }

  return {
    inspect({ schemaSql, indexes, recipe, imported, needsPreview = true }, describeRecipe) {
      const bare = shadowOf({ schemaSql, indexes: [], statistics: null });
      const schema = readSchema(bare.database);
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
        const isProvisional = lacksStatistics(recipe);
        return request.queries.map((query) => ({
          queryId: query.id,
          setupId: setup.id,
          outcome: outcomeOf(shadow, query, isProvisional),
        }));
      });
      return { cells };
    },
    close() {
      for (const { database } of shadows.values()) database.close();
      shadows.clear();
    },
  };
}

function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'Error' && /out of memory/.test(thrown.message);
}

function recipeOf(request: PlanRequest, setup: Setup): ShadowRecipe {
  const visible = new Set(setup.indexes);
  return {
    schemaSql: request.schemaSql,
    indexes: request.indexes.filter((index) => visible.has(index.name)),
    statistics: setup.hasStatistics ? request.statistics : null,
  };
}

// An index made since the last ANALYZE has no row yet: SQLite plans it with default guesses.
function lacksStatistics({ indexes, statistics }: ShadowRecipe): boolean {
  if (!statistics) return false;
  return statistics.length === 0 || indexes.some((index) => !hasRow(statistics, index));
}

function hasRow(statistics: readonly StatisticsRow[], index: Index): boolean {
  return statistics.some((row) => row.idx !== null && isSameName(row.idx, index.name));
}

function outcomeOf(
  { database, schemaError }: ShadowDatabase,
  query: Query,
  isProvisional: boolean,
): PlanOutcome {
  const problem = queryProblem(query);
  if (problem) return { status: 'failed', error: problem };
  try {
    const plan = explainQueryPlan(database, query.sql, planningValues(query.parameters));
    return { status: 'planned', plan, isProvisional };
  } catch (thrown) {
    const error = toSqlError(database, thrown, {
      sql: query.sql,
      offset: 0,
      place: { source: 'query', name: query.name },
      code: 'sql-invalid',
    });
    return { status: 'failed', error: schemaError ? withSchemaHint(error, schemaError) : error };
  }
}

// Behind a failing CREATE nothing exists: the cause is then more often there than in the query.
function withSchemaHint(error: EngineError, schemaError: EngineError): EngineError {
  return { ...error, hint: `The schema has an error, mend it first: ${schemaError.message}` };
}

// While the script fails half way, a parent table may merely not have been reached.
function foreignKeyProblems(schema: Schema, { schemaError }: ShadowDatabase): EngineError[] {
  return schemaError ? [] : findForeignKeyProblems(schema);
}

function withoutRepeats(problems: readonly EngineError[]): EngineError[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
