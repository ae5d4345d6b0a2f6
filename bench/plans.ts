// How quickly do plans follow typing and switches? Six setups of each example, planned in shadow
// databases as the planner worker does. Promise: under 20 ms for the selected query
// in full, and for the plans of forty.
import { createPlanner } from '../src/engine/explain/planner.ts';
import { withSmallHeap } from '../src/engine/explain/small-heap.ts';
import type { ExplainRequest, PlanRequest } from '../src/engine/model/plan/planning.ts';
import type { Platform } from '../src/engine/model/platform.ts';
import type { Playground, Query, Setup } from '../src/engine/model/playground.ts';
import { createEngineSession } from '../src/engine/session/engine-session.ts';
import type { Driver } from '../src/engine/sqlite/driver.ts';
import { loadSeparateTestDriver, loadTestDriver } from '../src/engine/sqlite/sqljs.testing.ts';
import { examples } from '../src/examples/list.ts';
import { type Bench, ratioOf, spreadOf } from './bench.ts';

const rounds = Number(process.env.SQLDYNO_BENCH_ROUNDS ?? 15);
const promisedMs = 20;
const setupCount = 6;
const manyQueries = 40;

/** What is timed in each round; the first is the reference. */
const sides = {
  anew: 'six shadow databases opened anew (a key in the schema)',
  flipped: 'a switch of one setup flipped',
  typed: 'a key in the query',
  again: 'nothing changed',
  many: `plans of ${manyQueries} queries`,
  manyTyped: `plans of ${manyQueries} queries, a key in one`,
} as const;
type Side = keyof typeof sides;

export const plans: Bench = {
  name: 'plans',
  title: `live plans of ${setupCount} setups against opening their shadow databases anew`,
  async run(print) {
    const driver = await loadTestDriver();
    // A build of its own: the limit of the heap is that of all its connections.
    const planning = withSmallHeap(await loadSeparateTestDriver());
    let isKept = true;
    for (const { id, playground } of examples) {
      const request = sixSetups(driver, playground);
      const times = timed(planning, request);
      const { length } = request.queries;
      print(`${id}: ${request.indexes.length} indexes, ${length} queries`);
      for (const side of Object.keys(sides) as Side[]) {
        const { min, median, max } = spreadOf(times[side]);
        const figures = `${median.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)})`;
        const ratio = side === 'anew' ? '' : `, ratio ${ratioOf(times[side], times.anew).text}`;
        print(`  ${sides[side]}: ${figures}${ratio}`);
      }
      isKept &&= [times.flipped, times.typed, times.again, times.manyTyped].every(
        (each) => spreadOf(each).median < promisedMs,
      );
    }
    return isKept;
  },
};

/** The example with six setups, half of them with the statistics of a small database. */
function sixSetups(driver: Driver, playground: Playground): PlanRequest {
  const { schemaSql, indexes, queries, recipe } = playground;
  const names = indexes.map(({ name }) => name);
  const setups = Array.from(
    { length: setupCount },
    (_, at): Setup => ({
      id: `s${at}`,
      name: `setup ${at}`,
      indexes: names.filter((_name, bit) => (at >> 1) & (1 << (bit % 2)) || at > 3),
      hasStatistics: at % 2 === 1,
      cache: { kind: 'none' },
    }),
  );
  const rows = Object.entries(recipe.rows).map(([table, count]) => [table, Math.min(count, 1000)]);
  const session = createEngineSession(driver, platform);
  const small = { ...recipe, rows: Object.fromEntries(rows) };
  const data = { schemaSql, indexes, recipe: small, needsStatistics: true };
  const { statistics } = session.ensureDatabase(data, () => {});
  const draws = session.firstDraws(queries, recipe.seed);
  return { schemaSql, indexes, queries, setups, statistics, seed: recipe.seed, draws };
}

const platform: Platform = {
  now: () => performance.now(),
  isIsolated: false,
  userAgent: 'bench',
  cores: 1,
};

/** Milliseconds of each side in each round, with what copying request and answer takes. */
function timed(driver: Driver, request: PlanRequest): Record<Side, number[]> {
  const times: Record<Side, number[]> = {
    anew: [],
    flipped: [],
    typed: [],
    again: [],
    many: [],
    manyTyped: [],
  };
  // The first rounds compile the code.
  for (let round = -3; round < rounds; round++) {
    const planner = createPlanner(driver);
    const query = request.queries[(round + 3) % request.queries.length];
    if (!query) throw new Error('The example has no query.');
    const [first, ...others] = request.setups;
    if (!first) throw new Error('There are six setups.');
    // A set of indexes that no setup had: its shadow has to be opened.
    const flipped = { ...first, indexes: request.indexes.slice(1, 2).map(({ name }) => name) };
    const typed = { ...query, sql: `${query.sql} ` };
    const many = Array.from({ length: manyQueries }, (_, at): Query => {
      const each = request.queries[at % request.queries.length] ?? query;
      return { ...each, id: `q${at}`, name: `query ${at}` };
    });
    const seen: Record<Side, number> = {
      anew: explainMs(planner, { ...request, query }),
      again: explainMs(planner, { ...request, query }),
      typed: explainMs(planner, { ...request, query: typed }),
      flipped: explainMs(planner, { ...request, setups: [flipped, ...others], query }),
      many: planMs(planner, { ...request, queries: many }),
      manyTyped: planMs(planner, { ...request, queries: [typed, ...many.slice(1)] }),
    };
    planner.close();
    if (round < 0) continue;
    for (const side of Object.keys(sides) as Side[]) times[side].push(seen[side]);
  }
  return times;
}

function explainMs(planner: ReturnType<typeof createPlanner>, request: ExplainRequest): number {
  return millisecondsOf(() => planner.explain(structuredClone(request)));
}

function planMs(planner: ReturnType<typeof createPlanner>, request: PlanRequest): number {
  return millisecondsOf(() => planner.plan(structuredClone(request)));
}

function millisecondsOf(answer: () => unknown): number {
  const start = performance.now();
  structuredClone(answer());
  return performance.now() - start;
}
