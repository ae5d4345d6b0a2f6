// Puts errors at their exact places: where the planner had to guess which of several places an error
// is about, SQLite's official build is asked, which knows. It is loaded when the first guess needs it.
import type { EngineClient, PlannerWorker } from '../../../client/engine-client.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { EngineError, ErrorPlace } from '../../../engine/model/errors.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsState, RunsStore } from '../../runs-store.ts';
import { whenIdle } from '../work/activity.ts';
import { latestOnly } from '../work/latest-only.ts';
import { mapErrors, type PlannedAnswers } from './planned-errors.ts';
import { firstLimitMs, inspectRequest, lengthMs, planRequest } from './planning-requests.ts';

/** So long an unused checker is kept: opening it again takes about 0.2 s. */
const keptMs: Milliseconds = 60_000;
/** Places remembered; each edit of a faulty text makes a new one. */
const placesKept = 500;

/** Starts following the planner's answers; gives a function that ends it. */
export function startPlacingErrors(
  document: DocumentEditor,
  runs: RunsStore,
  client: Pick<EngineClient, 'openChecker'>,
): () => void {
  /** By placeKey; null where the official build knows no better. Of this schema and these indexes. */
  const places = new Map<string, ErrorPlace | null>();
  let placedIn: Definitions | null = null;
  let checker: PlannerWorker | null = null;
  let hasEnded = false;
  let closing: ReturnType<typeof setTimeout> | undefined;
  const playgroundNow = () => document.store.getState().playground;

  const ask = latestOnly(async () => {
    // Beside a measurement it would take time from it.
    await whenIdle(runs);
    const playground = playgroundNow();
    forgetOthers(playground);
    const open = guessesIn(runs.getState(), playground).filter(({ key }) => !places.has(key));
    if (open.length === 0 || hasEnded) return;
    clearTimeout(closing);
    checker ??= client.openChecker();
    const texts = new Set(open.map(({ text }) => text));
    const exact = await exactPlaces(checker, playground, texts).catch(() => null);
    if (hasEnded) return;
    closing = setTimeout(close, keptMs);
    // Not answered: asked again with the planner's next answer, and not before.
    if (!exact) return;
    if (!isDefinedAs(playgroundNow(), playground)) return ask();
    if (places.size > placesKept) places.clear();
    for (const { key } of open) places.set(key, exact.get(key) ?? null);
    follow(runs.getState());
  });

  /** Where a name is at fault depends on what there is: `SELECT a FROM t UNION SELECT a FROM u`. */
  function forgetOthers(playground: Playground): void {
    if (placedIn && isDefinedAs(playground, placedIn)) return;
    places.clear();
    const { schemaSql, indexes } = playground;
    placedIn = { schemaSql, indexes };
  }

  /** Known places are put in at once: an answer of the planner never moves an error back. */
  function follow(state: RunsState): void {
    const playground = playgroundNow();
    forgetOthers(playground);
    const placed = mapErrors(state, playground, (error, text) => {
      const place = error.place?.isEstimated && places.get(placeKey(error, text));
      return place ? { ...error, place } : error;
    });
    if (placed) runs.setState(placed);
    else if (guessesIn(state, playground).some(({ key }) => !places.has(key))) ask();
  }

  function close(): void {
    checker?.close();
    checker = null;
  }

  const stop = runs.subscribe((state, before) => {
    const { plans, explanations, inspection } = before;
    const isSame =
      state.plans === plans &&
      state.explanations === explanations &&
      state.inspection === inspection;
    if (!isSame) follow(state);
  });
  return () => {
    hasEnded = true;
    stop();
    clearTimeout(closing);
    close();
  };
}

type Definitions = Pick<Playground, 'schemaSql' | 'indexes'>;

function isDefinedAs(one: Definitions, other: Definitions): boolean {
  return one.schemaSql === other.schemaSql && one.indexes === other.indexes;
}

function placeKey({ message, place }: EngineError, text: string): string {
  return JSON.stringify([place?.source, place?.name, text, message]);
}

function guessesIn(
  answers: PlannedAnswers,
  playground: Playground,
): { key: string; text: string }[] {
  const texts = new Map<string, string>();
  mapErrors(answers, playground, (error, text) => {
    if (error.place?.isEstimated) texts.set(placeKey(error, text), text);
    return error;
  });
  return [...texts].map(([key, text]) => ({ key, text }));
}

/** What the official build says of schema, indexes and the queries of these texts, by placeKey. */
async function exactPlaces(
  checker: PlannerWorker,
  playground: Playground,
  texts: ReadonlySet<string>,
): Promise<Map<string, ErrorPlace>> {
  const timeoutMs = firstLimitMs + lengthMs(playground.schemaSql, playground.setups.length);
  const request = planRequest(playground, null, {});
  const queries = request.queries.filter(({ sql }) => texts.has(sql));
  const inspected = { ...inspectRequest(playground), needsPreview: false };
  const [{ cells }, inspection] = await Promise.all([
    checker.call('plan', { ...request, queries }, { timeoutMs }),
    checker.call('inspect', inspected, { timeoutMs }),
  ]);
  const answered = Object.fromEntries(
    cells.map(({ queryId, setupId, outcome }) => [cellKey(queryId, setupId), outcome]),
  );
  const places = new Map<string, ErrorPlace>();
  mapErrors({ plans: answered, explanations: {}, inspection }, playground, (error, text) => {
    if (error.place && !error.place.isEstimated) places.set(placeKey(error, text), error.place);
    return error;
  });
  return places;
}
