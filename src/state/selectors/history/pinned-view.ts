// The pinned comparison beside the current one, for the selected query: then and now, a setup each.
// Counters are exact and compared; times were taken at different times, so they only stand there.
import type { HistoryEntry } from '../../../engine/model/comparison/history.ts';
import { cellKey, type QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { QueryPlan } from '../../../engine/model/plan/plan.ts';
import {
  type Playground,
  type Query,
  type Setup,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import { planKey } from '../../../engine/plan/plan-key.ts';
import { countBasis } from '../basis.ts';
import { type BenchRuns, benchView, type CellView } from '../bench/bench-view.ts';
import { commonChanges, environmentChanges, setupChanges } from './pinned-changes.ts';
import { type PinnedCell, type PinnedFigure, pinnedFigures, workSentence } from './pinned-words.ts';

export type PinnedView =
  /** The pinned comparison has no query that is this one. */
  | { kind: 'unmatched'; title: string; at: string }
  | {
      kind: 'matched';
      title: string;
      at: string;
      /** The statement then. */
      sql: string;
      /** What is shown now is the pinned comparison itself: nothing has been measured since. */
      isItself: boolean;
      /** What differs for every setup, in words. */
      changes: string[];
      setups: PinnedSetup[];
      /** Names of the pinned setups that are gone. */
      gone: string[];
    };

export interface PinnedSetup {
  setupId: string;
  letter: SetupLetter;
  name: string;
  /** Null when the setup is new since. */
  before: PinnedCell | null;
  now: PinnedCell;
  /** What its switches were then and are now, in words. */
  changes: string[];
  /** 'VM steps 400,601 then, 800 now: 500 times fewer.'; empty for a setup that is new. */
  work: string;
  figures: PinnedFigure[];
  /** Both plans are known, and they differ. */
  isOtherPlan: boolean;
  /** Nothing was switched, and plan and work are what they were. */
  isUnchanged: boolean;
}

/** Null when nothing is pinned, or no query is selected. */
export function pinnedView(
  playground: Playground,
  runs: BenchRuns,
  pinned: HistoryEntry | null,
  queryId: string | null,
): PinnedView | null {
  const query = playground.queries.find(({ id }) => id === queryId);
  const row = benchView(playground, runs).queries.find(({ id }) => id === queryId);
  if (!pinned || !query || !row) return null;
  const { title, at } = pinned;
  const thenQuery = matchingQuery(pinned.playground.queries, query);
  const result = pinned.results.find((each) => each.queryId === thenQuery?.id);
  if (!thenQuery || !result) return { kind: 'unmatched', title, at };
  const own = runs.results[query.id];
  const pairs = pairedSetups(pinned.playground.setups, playground.setups);
  const paired = new Set(pairs.values());
  return {
    kind: 'matched',
    title,
    at,
    sql: thenQuery.sql,
    isItself: isSameMeasuring(result, own) && row.cells.every(({ isStale }) => !isStale),
    changes: [
      ...commonChanges({ playground: pinned.playground, query: thenQuery }, { playground, query }),
      ...environmentChanges(result.environment, own?.environment ?? null),
    ],
    setups: playground.setups.flatMap((setup, position) => {
      const cell = row.cells[position];
      if (!cell) return [];
      const pinnedSetup = pairs.get(setup);
      const before = pinnedSetup ? pinnedCell(pinned, result, thenQuery, pinnedSetup) : null;
      const now = currentCell(cell);
      const { letter } = cell;
      const changes = pinnedSetup
        ? setupChanges({ playground: pinned.playground, setup: pinnedSetup }, { playground, setup })
        : [];
      const hasOtherPlan = isOtherPlan(before?.plan ?? null, now.plan);
      return [
        {
          setupId: setup.id,
          letter,
          name: setup.name,
          before,
          now,
          changes,
          work: before ? workSentence(before, now) : '',
          figures: before ? pinnedFigures(before, now) : [],
          isOtherPlan: hasOtherPlan,
          isUnchanged: changes.length === 0 && !hasOtherPlan && isSameWork(before, now),
        },
      ];
    }),
    gone: pinned.playground.setups.flatMap((setup, position) =>
      paired.has(setup) ? [] : [`${setupLetter(position)} ${setup.name}`],
    ),
  };
}

/** Ids begin anew in every playground, so an id counts only with the name or the statement. */
function matchingQuery(queries: readonly Query[], wanted: Query): Query | undefined {
  const isAlike = ({ name, sql }: Query) => name === wanted.name || sql === wanted.sql;
  return (
    queries.find((query) => query.id === wanted.id && isAlike(query)) ??
    queries.find(({ name, sql }) => name === wanted.name && sql === wanted.sql)
  );
}

/** The pinned setup of each current one: by id, else by name. */
function pairedSetups(then: readonly Setup[], now: readonly Setup[]): Map<Setup, Setup> {
  const left = new Set(then);
  const pairs = new Map<Setup, Setup>();
  const pair = (isMatch: (before: Setup, setup: Setup) => boolean) => {
    for (const setup of now) {
      const match = pairs.has(setup) ? null : [...left].find((before) => isMatch(before, setup));
      if (!match) continue;
      left.delete(match);
      pairs.set(setup, match);
    }
  };
  pair((before, setup) => before.id === setup.id);
  pair((before, setup) => before.name === setup.name);
  return pairs;
}

function pinnedCell(
  { playground, counts }: HistoryEntry,
  { rounds, firstRuns }: QueryResult,
  query: Query,
  setup: Setup,
): PinnedCell {
  const first = firstRuns.find(({ setupId }) => setupId === setup.id);
  const ran = first?.status === 'ran' ? first : null;
  const counted = counts[cellKey(query.id, setup.id)];
  const isCurrent = counted?.basis === countBasis(playground, query, setup);
  const counters =
    isCurrent && counted.outcome.status === 'counted' ? counted.outcome.counters : null;
  return {
    plan: ran?.plan ?? null,
    medianMs: rounds.at(-1)?.standing.summaries[setup.id]?.medianMs ?? null,
    counters,
    rows: counters?.rows ?? ran?.rowCount ?? null,
  };
}

/** What is older than a change is not "now"; plans are known without measuring. */
function currentCell({ plan, isStale, summary, counters, firstRun }: CellView): PinnedCell {
  return {
    plan,
    medianMs: isStale ? null : (summary?.medianMs ?? null),
    counters,
    rows: counters?.rows ?? (isStale ? null : (firstRun?.rowCount ?? null)),
  };
}

function isOtherPlan(then: QueryPlan | null, now: QueryPlan | null): boolean {
  return then !== null && now !== null && planKey(then.rows) !== planKey(now.rows);
}

function isSameWork(before: PinnedCell | null, now: PinnedCell): boolean {
  const steps = before?.counters?.vmSteps;
  return steps !== undefined && steps === now.counters?.vmSteps;
}

/** The same rounds: read back from storage they are other objects, with the same times. */
function isSameMeasuring(then: QueryResult, now: QueryResult | undefined): boolean {
  const [last, lastNow] = [then.rounds.at(-1), now?.rounds.at(-1)];
  return (
    then.rounds.length === now?.rounds.length &&
    last?.standing.spentMs === lastNow?.standing.spentMs &&
    JSON.stringify(last?.samples) === JSON.stringify(lastNow?.samples)
  );
}
