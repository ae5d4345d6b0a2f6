// Keeps schema report, plans and the selected query's explanations up to date with the playground, from
// the planner's shadow databases. Latest wins: while one answer is awaited, at most one more is asked for.

import type { EngineClient } from '../../../client/engine-client.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import { emptySchema } from '../../../engine/model/database/schema.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { UiStore } from '../../ui-store.ts';
import type { Notices } from '../notices.ts';
import { latestOnly } from '../work/latest-only.ts';
import { createFirstDraws } from './first-draws.ts';
import {
  explainRequest,
  firstLimitMs,
  inspectLimitMs,
  inspectRequest,
  lengthMs,
  limitMs,
  planRequest,
} from './planning-requests.ts';

const typingPauseMs = 150;

/** Starts following document, selection and database; gives a function that ends it. */
export function startPlanning(
  document: DocumentEditor,
  runs: RunsStore,
  ui: UiStore,
  client: EngineClient,
  notices: Pick<Notices, 'show'>,
): () => void {
  const playgroundNow = () => document.store.getState().playground;
  const draws = createFirstDraws({ document, runs, ui, client, notices }, plan);
  let baseMs: Milliseconds = firstLimitMs;

  const inspect = latestOnly(async () => {
    const request = inspectRequest(playgroundNow());
    try {
      const inspection = await client.planner.call('inspect', request, {
        timeoutMs: Math.max(baseMs, inspectLimitMs) + lengthMs(request.schemaSql, 2),
      });
      baseMs = limitMs;
      runs.setState({ inspection });
    } catch (thrown) {
      if (isStopped(thrown)) return inspect();
      runs.setState(({ inspection }) => ({ inspection: failedInspection(inspection, thrown) }));
    }
  });

  const planAll = latestOnly(async () => {
    const request = planRequest(playgroundNow(), runs.getState().database, draws.known());
    try {
      const { cells } = await client.planner.call('plan', request, {
        timeoutMs: baseMs + lengthMs(request.schemaSql, request.setups.length),
      });
      baseMs = limitMs;
      runs.setState({
        plans: Object.fromEntries(
          cells.map(({ queryId, setupId, outcome }) => [cellKey(queryId, setupId), outcome]),
        ),
      });
    } catch (thrown) {
      if (isStopped(thrown)) return planAll();
      const { queries, setups } = request;
      const failed = failedOutcome(thrown);
      runs.setState({
        plans: Object.assign({}, ...queries.map(({ id }) => inEachSetup(id, setups, failed))),
      });
    }
  });

  const explain = latestOnly(async () => {
    const request = explainRequest(
      playgroundNow(),
      runs.getState().database,
      draws.known(),
      ui.getState().queryId,
    );
    if (!request) return runs.setState({ explanations: {} });
    const { query, setups } = request;
    try {
      const report = await client.planner.call('explain', request, {
        timeoutMs: baseMs + lengthMs(request.schemaSql, setups.length),
      });
      baseMs = limitMs;
      runs.setState({
        explanations: Object.fromEntries(
          report.setups.map(({ setupId, outcome }) => [cellKey(query.id, setupId), outcome]),
        ),
      });
    } catch (thrown) {
      if (isStopped(thrown)) return explain();
      runs.setState({ explanations: inEachSetup(query.id, setups, failedOutcome(thrown)) });
    }
  });

  /** What is looked at comes first: the planner answers one after the other. */
  function plan(): void {
    explain();
    planAll();
    draws.ask();
  }

  inspect();
  plan();
  // Each with a pause of its own: who writes a query on from a new schema wants its names offered.
  const inspectSoon = afterPause(inspect);
  const planSoon = afterPause(plan);
  const stopDocument = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before) return;
    const isOther = (part: keyof Playground) => playground[part] !== before[part];
    // The preview of the rows follows each edit at once; half a statement would only be an error.
    if (isOther('recipe') || isOther('imported') || isOther('indexes')) inspect();
    else if (isOther('schemaSql')) inspectSoon.start();
    if (isOther('setups') || isOther('indexes')) plan();
    if (isOther('recipe') || isOther('schemaSql') || isOther('queries')) planSoon.start();
  });
  const stopRuns = runs.subscribe(({ database }, { database: before }) => {
    if (database !== before) plan();
  });
  const stopUi = ui.subscribe(({ queryId }, before) => {
    if (queryId !== before.queryId) explain();
  });
  return () => {
    inspectSoon.cancel();
    planSoon.cancel();
    stopDocument();
    stopRuns();
    stopUi();
  };
}

/** Runs `work` once nothing has started it for a pause in typing. */
function afterPause(work: () => void): { start: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  return {
    cancel,
    start() {
      cancel();
      timer = setTimeout(work, typingPauseMs);
    },
  };
}

/** The planner was started again for another's sake: the question is still open. */
function isStopped(thrown: unknown): boolean {
  return toEngineError(thrown).code === 'stopped';
}

function failedOutcome(thrown: unknown) {
  return { status: 'failed' as const, error: toEngineError(thrown) };
}

function inEachSetup<Outcome>(
  queryId: string,
  setups: readonly Setup[],
  outcome: Outcome,
): Record<string, Outcome> {
  return Object.fromEntries(setups.map((setup) => [cellKey(queryId, setup.id), outcome]));
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
