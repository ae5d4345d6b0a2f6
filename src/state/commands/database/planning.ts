// Keeps schema report and plans up to date with the playground, from the planner's shadow databases.
// Latest wins: while one answer is awaited, at most one more request is kept.

import type { EngineClient } from '../../../client/engine-client.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import { emptySchema } from '../../../engine/model/database/schema.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { InspectReport, PlanRequest } from '../../../engine/model/plan/planning.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { databaseBasis } from '../../selectors/basis.ts';
import { withParameters } from '../document/query-commands.ts';

/** CREATE statements and plans take milliseconds; longer is a script that would never end. */
const limitMs = 2000;
/** The first rows of hundreds of tables are made besides: measured 0.7 s for 500, on a busy machine. */
const inspectLimitMs = 5000;
/** The first answer waits for the engine's module to load. */
const firstLimitMs = 20_000;
/** Of schema text in each shadow database: five times what 2,000 tables take (0.002 ms). */
const limitMsPerCharacter = 0.01;
const typingPauseMs = 150;

/** Starts following the document; gives a function that ends it. */
export function startPlanning(
  document: DocumentEditor,
  runs: RunsStore,
  client: EngineClient,
): () => void {
  let timeoutMs = firstLimitMs;
  const inspect = latestOnly(async () => {
    const { schemaSql, indexes, recipe, imported } = document.store.getState().playground;
    // Nobody sees what a recipe would make while the data is a file's.
    const request = {
      ...{ schemaSql, indexes, recipe },
      ...(imported && { imported, needsPreview: false }),
    };
    try {
      const inspection = await client.planner.call('inspect', request, {
        timeoutMs: Math.max(timeoutMs, inspectLimitMs) + lengthMs(schemaSql, 2),
      });
      timeoutMs = limitMs;
      runs.setState({ inspection });
    } catch (thrown) {
      if (isStopped(thrown)) return inspect();
      runs.setState(({ inspection }) => ({ inspection: failedInspection(inspection, thrown) }));
    }
  });
  const plan = latestOnly(async () => {
    const request = planRequest(document.store.getState().playground, runs);
    try {
      const { cells } = await client.planner.call('plan', request, {
        timeoutMs: timeoutMs + lengthMs(request.schemaSql, request.setups.length),
      });
      timeoutMs = limitMs;
      runs.setState({
        plans: Object.fromEntries(
          cells.map(({ queryId, setupId, outcome }) => [cellKey(queryId, setupId), outcome]),
        ),
      });
    } catch (thrown) {
      if (isStopped(thrown)) return plan();
      const outcome = { status: 'failed' as const, error: toEngineError(thrown) };
      const { queries, setups } = request;
      const keys = queries.flatMap((query) => setups.map((setup) => cellKey(query.id, setup.id)));
      runs.setState({ plans: Object.fromEntries(keys.map((key) => [key, outcome])) });
    }
  });

  inspect();
  plan();
  let typing: ReturnType<typeof setTimeout> | undefined;
  const stopDocument = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before) return;
    const isRecipeEdited = playground.recipe !== before.recipe;
    const isTyping =
      isRecipeEdited ||
      playground.schemaSql !== before.schemaSql ||
      playground.queries !== before.queries;
    // The preview of the rows follows each edit at once; half a statement would only be an error.
    const isDataChanged = isRecipeEdited || playground.imported !== before.imported;
    if (isDataChanged || playground.indexes !== before.indexes) inspect();
    if (playground.setups !== before.setups || playground.indexes !== before.indexes) plan();
    if (!isTyping) return;
    clearTimeout(typing);
    typing = setTimeout(() => {
      if (!isRecipeEdited) inspect();
      plan();
    }, typingPauseMs);
  });
  const stopRuns = runs.subscribe(({ database }, { database: before }) => {
    if (database !== before) plan();
  });
  return () => {
    clearTimeout(typing);
    stopDocument();
    stopRuns();
  };
}

/** The planner was started again for another's sake: the question is still open. */
function isStopped(thrown: unknown): boolean {
  return toEngineError(thrown).code === 'stopped';
}

function lengthMs(schemaSql: string, shadows: number): Milliseconds {
  return schemaSql.length * shadows * limitMsPerCharacter;
}

function planRequest(playground: Playground, runs: RunsStore): PlanRequest {
  const { schemaSql, indexes, queries, setups } = playground;
  const { database } = runs.getState();
  const isFresh = database?.basis === databaseBasis(playground);
  const statistics = isFresh ? database.summary.statistics : [];
  return { schemaSql, indexes, setups, statistics, queries: queries.map(withParameters) };
}

/** The schema as it was, with the sentence why the new text could not be read. */
function failedInspection(before: InspectReport | null, thrown: unknown): InspectReport {
  return {
    schema: before?.schema ?? emptySchema,
    recipe: before?.recipe ?? { tables: [], problems: [] },
    indexErrors: before?.indexErrors ?? {},
    findings: before?.findings ?? [],
    error: toEngineError(thrown),
  };
}

/** Runs `work` now, or once more after the run under way; never two at a time. */
function latestOnly(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  return function request() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      while (isWanted) {
        isWanted = false;
        await work();
      }
      isRunning = false;
    })();
  };
}
