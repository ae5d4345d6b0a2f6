// A query in the shadow database of one setup: its plan, or the sentence why there is none.
import type { EngineError } from '../model/errors.ts';
import type { ProvisionalReason } from '../model/plan/plan.ts';
import type { Query } from '../model/playground.ts';
import { queryProblem } from '../sql/statements/query-problem.ts';
import { explainedKind } from '../sql/statements/statement-kind.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { toSqlError } from '../sqlite/sql-error.ts';
import { lacksStatistics } from './shadows/setup-recipe.ts';
import type { ShadowDatabase, ShadowRecipe } from './shadows/shadow-database.ts';
import { looksAtValues } from './values/looks-at-values.ts';
import type { PlanningValues } from './values/planning-values.ts';

export type QueryAnswer<Answer> =
  | { status: 'answered'; answer: Answer }
  | { status: 'failed'; error: EngineError };

/** A question about the first statement of `sql`, with these values bound. */
export type Explain<Answer> = (database: Database, sql: string, binding: Binding) => Answer;

/** Whether the loaded database may plan otherwise, and why. */
export interface Certainty {
  isProvisional: boolean;
  provisionalReason?: ProvisionalReason;
}

/** Asks `explain` about the query; what the query cannot be planned for is the answer. */
export function askAbout<Answer>(
  { database, schemaError }: ShadowDatabase,
  query: Query,
  binding: Binding,
  explain: Explain<Answer>,
): QueryAnswer<Answer> {
  const problem = queryProblem(query);
  if (problem) return { status: 'failed', error: problem };
  try {
    return { status: 'answered', answer: explain(database, query.sql, binding) };
  } catch (thrown) {
    const error = toSqlError(database, thrown, {
      sql: query.sql,
      offset: 0,
      place: { source: 'query', name: query.name },
      code: 'sql-invalid',
    });
    return { status: 'failed', error: schemaError ? withSchemaHint(error, schemaError) : error };
  } finally {
    forgetDefinition(database, query.sql);
  }
}

// Compiling a CREATE INDEX raises what the connection remembers of the table's number of rows to
// 1,000 (build.c, sqlite3DefaultRowEst): later plans would cost more. RESET reads the schema anew.
function forgetDefinition(database: Database, sql: string): void {
  if (explainedKind(sql) === 'create-index') database.run('PRAGMA writable_schema = RESET');
}

/** How far an answer holds for the query in the loaded database. */
export function provisionality(
  recipe: ShadowRecipe,
  { sql }: Query,
  { unknown }: PlanningValues,
): Certainty {
  if (lacksStatistics(recipe)) return { isProvisional: true, provisionalReason: 'statistics' };
  if (unknown.length > 0 && looksAtValues(sql, recipe)) {
    return { isProvisional: true, provisionalReason: 'values' };
  }
  return { isProvisional: false };
}

// Behind a failing CREATE nothing exists: the cause is then more often there than in the query.
function withSchemaHint(error: EngineError, schemaError: EngineError): EngineError {
  return { ...error, hint: `The schema has an error, mend it first: ${schemaError.message}` };
}
