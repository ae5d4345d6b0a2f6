// Counts the rows of a query's loops in a setup, with the values that a run would bind. What it
// writes is rolled back. How rows are counted stands in engine/explain/loops.
import { countLoopRows } from '../explain/loops/count-loop-rows.ts';
import { OverLimit } from '../explain/loops/taps/over-limit-error.ts';
import { overLimitFailure } from '../measure/answers/over-limit.ts';
import { drawParameters } from '../measure/draw-parameters.ts';
import { withSetup } from '../measure/setups/setup-switch.ts';
import { EngineFailure } from '../model/errors.ts';
import type { LoopCountOutcome, LoopCountRequest } from '../model/plan/loop-counts.ts';
import type { Platform } from '../model/platform.ts';
import { readSchema } from '../schema/read-schema.ts';
import { queryProblem } from '../sql/statements/query-problem.ts';
import { type StatementKind, statementKind } from '../sql/statements/statement-kind.ts';
import type { Database } from '../sqlite/driver.ts';
import { toSqlError } from '../sqlite/sql-error.ts';

export interface LoopCountContext {
  database: Database;
  platform: Pick<Platform, 'now'>;
  indexNames: readonly string[];
}

export const noLoopsReason = 'The plan of this query has no loops.';
export const explainReason = 'EXPLAIN executes nothing, so there are no rows to count.';
export const noPlanReason = 'This statement has no query plan, so there are no loops to count.';

/** Whatever fails is an outcome. */
export function countLoops(
  { database, platform, indexNames }: LoopCountContext,
  { query, setup, seed, limitMs }: LoopCountRequest,
): LoopCountOutcome {
  const { sql, parameters } = query;
  try {
    const problem = queryProblem(query);
    if (problem) throw new EngineFailure(problem);
    const unusable = withoutLoops(statementKind(sql));
    if (unusable) return { status: 'unavailable', reason: unusable };
    const [binding = {}] = drawParameters(database, sql, parameters, 1, String(seed));
    return withSetup(database, setup, indexNames, (): LoopCountOutcome => {
      const { rows, loops, resultRows } = countLoopRows({
        database,
        schema: readSchema(database),
        sql,
        binding,
        clock: platform.now,
        limitMs,
      });
      const [first] = loops;
      if (!first) return { status: 'unavailable', reason: noLoopsReason };
      if (resultRows !== null) return { status: 'counted', rows, loops, resultRows };
      const reasons = new Set(
        loops.map((loop) => (loop.status === 'unavailable' ? loop.reason : '')),
      );
      return { status: 'unavailable', reason: [...reasons].join(' ') };
    });
  } catch (thrown) {
    const failure = thrown instanceof OverLimit ? overLimitFailure(query, limitMs) : thrown;
    const place = { source: 'query' as const, name: query.name };
    const error = toSqlError(database, failure, { sql, offset: 0, place, code: 'sql-failed' });
    return { status: 'failed', error };
  }
}

function withoutLoops(kind: StatementKind): string | null {
  if (['select', 'insert', 'update', 'delete'].includes(kind)) return null;
  if (kind === 'explain') return explainReason;
  return noPlanReason;
}
