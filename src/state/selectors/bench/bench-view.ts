// The bench as plain values to draw: setups, switches, and a view of every query cell.
// Pure; computed from the document and the runs, never stored.

import type { FirstRun, SampleSummary } from '../../../engine/model/comparison/comparison.ts';
import { cellKey, type QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type {
  PlanBadge,
  PlanOutcome,
  ProvisionalReason,
  QueryPlan,
} from '../../../engine/model/plan/plan.ts';
import {
  type CacheSetting,
  type Index,
  type Playground,
  type Query,
  type Setup,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import type { Bytes, Milliseconds } from '../../../engine/model/units.ts';
import { oneLine } from '../../../lib/format/one-line.ts';
import type { RunsState } from '../../runs-store.ts';
import { cellBasis, countBasis, databaseBasis } from '../basis.ts';
import {
  type BaselineFault,
  baselineFaultOf,
  earlyVerdict,
  missingIndex,
  shownVerdict,
  type WithheldReason,
  withheldFor,
} from './cell-verdict.ts';

export interface SetupView {
  id: string;
  letter: SetupLetter;
  name: string;
  isBaseline: boolean;
  hasStatistics: boolean;
  cache: CacheSetting;
}

/** A row of switches: an index and in which setups it is on. */
export interface IndexRow {
  name: string;
  sql: string;
  /** What follows ON in the statement: `products (category, price)`. */
  target: string;
  /** Null until it has been built. */
  sizeBytes: Bytes | null;
  buildMs: Milliseconds | null;
  error: EngineError | null;
  /** By setup id. */
  isOn: Record<string, boolean>;
}

export interface QueryRow {
  id: string;
  name: string;
  weight: number;
  /** The statement on one line. */
  line: string;
  cells: CellView[];
}

export type CellProgress = 'not-measured' | 'first-run' | 'measuring' | 'measured' | 'stopped';

/** What a query cell shows. */
export interface CellView {
  /** cellKey(queryId, setupId). */
  key: string;
  queryId: string;
  setupId: string;
  letter: SetupLetter;
  /** The setup has a result cache. */
  isCached: boolean;
  progress: CellProgress;
  /** The result is older than a change of the playground. */
  isStale: boolean;
  /** The plan in one word; null while it is not known. */
  badge: PlanBadge | null;
  plan: QueryPlan | null;
  /** The loaded database may plan otherwise. */
  isProvisional: boolean;
  /** Why; absent for 'statistics' and for a plan that is not provisional. */
  provisionalReason?: ProvisionalReason;
  /** Median, number of samples and so on; null before the first round. */
  summary: SampleSummary | null;
  /** Null until the first execution has been timed. */
  firstRun: Extract<FirstRun, { status: 'ran' }> | null;
  /** Work of one execution; null until it is counted for the cell as it stands. */
  counters: Counters | null;
  /** Why it could not be counted. */
  countError: EngineError | null;
  verdict: Verdict | null;
  rounds: number;
  /** Why a verdict that was measured is not shown. */
  withheld: WithheldReason | null;
  /** The setup ran and the baseline did not. */
  baselineFault: BaselineFault | null;
  /** Why there is no plan or no time. */
  error: EngineError | null;
}

/** What the engines said, as far as the bench shows it. */
export type BenchRuns = Pick<RunsState, 'plans' | 'results' | 'counts' | 'database' | 'inspection'>;

export interface BenchView {
  setups: SetupView[];
  indexes: IndexRow[];
  queries: QueryRow[];
}

/** The whole grid. */
export function benchView(playground: Playground, runs: BenchRuns): BenchView {
  const database = databaseBasis(playground);
  const indexes = playground.indexes.map((index) => toIndexRow(index, playground, runs));
  return {
    setups: playground.setups.map((setup, position) => toSetupView(setup, position)),
    indexes,
    queries: playground.queries.map((query) => ({
      id: query.id,
      name: query.name,
      weight: query.weight,
      line: oneLine(query.sql),
      cells: playground.setups.map((setup, position) =>
        toCell(playground, runs, database, indexes, query, setup, position),
      ),
    })),
  };
}

function toIndexRow(
  { name, sql }: Index,
  { setups }: Playground,
  { database, inspection }: Pick<RunsState, 'database' | 'inspection'>,
): IndexRow {
  const built = database?.summary.indexes.find((index) => index.name === name);
  const errors = inspection?.indexErrors ?? {};
  const planError = Object.hasOwn(errors, name) ? (errors[name] ?? null) : null;
  // A statement changed since it failed has yet to be tried.
  const buildError = built?.status === 'failed' && built.sql === sql ? built.error : null;
  return {
    name,
    sql,
    target: targetOf(sql),
    sizeBytes: built?.status === 'built' ? built.sizeBytes : null,
    buildMs: built?.status === 'built' ? built.buildMs : null,
    error: planError ?? buildError,
    isOn: Object.fromEntries(setups.map((setup) => [setup.id, setup.indexes.includes(name)])),
  };
}

function toSetupView(setup: Setup, position: number): SetupView {
  const { id, name, hasStatistics, cache } = setup;
  return {
    id,
    letter: setupLetter(position),
    name,
    isBaseline: position === 0,
    hasStatistics,
    cache,
  };
}

function toCell(
  playground: Playground,
  runs: Pick<RunsState, 'plans' | 'results' | 'counts'>,
  database: string,
  indexes: readonly IndexRow[],
  query: Query,
  setup: Setup,
  position: number,
): CellView {
  const result = runs.results[query.id];
  const planned: PlanOutcome | undefined = runs.plans[cellKey(query.id, setup.id)];
  const first = result?.firstRuns.find((cell) => cell.setupId === setup.id);
  const standing = result?.rounds.at(-1)?.standing;
  const isStale = result !== undefined && isCellStale(playground, database, result, query, setup);
  const ran = first?.status === 'ran' ? first : null;
  // A fresh measurement planned with the values it ran with; that plan is the true one.
  const measuredPlan = ran && !isStale ? ran.plan : null;
  const livePlan = planned?.status === 'planned' ? planned.plan : null;
  const plan = measuredPlan ?? livePlan;
  const planError = planned?.status === 'failed' ? planned.error : null;
  const runError = first?.status === 'failed' ? first.error : (result?.error ?? null);
  // What was measured stands, whatever the planner says of it now; a time limit is a verdict.
  const freshError = ran ? (result?.error ?? null) : (runError ?? planError);
  // A verdict says it of a setup; of a whole query nothing else does.
  const isOverLimit = first?.status === 'failed' && first.error.code === 'time-limit';
  const indexError = missingIndex(indexes, setup);
  // Measured without the index that the setup says it has: figures of something else.
  const isIncomplete = indexError !== null && !isStale;
  const verdict = standing?.verdicts[setup.id] ?? earlyVerdict(first);
  const withheld =
    verdict && position > 0 ? withheldFor(playground, indexes, result, verdict) : null;
  return {
    key: cellKey(query.id, setup.id),
    queryId: query.id,
    setupId: setup.id,
    letter: setupLetter(position),
    isCached: setup.cache.kind !== 'none',
    progress: progressOf(
      result,
      setup,
      first !== undefined,
      standing?.summaries[setup.id] !== undefined,
    ),
    isStale,
    badge: plan?.badge ?? null,
    plan,
    ...provisionality(measuredPlan ? undefined : planned),
    summary: isIncomplete ? null : (standing?.summaries[setup.id] ?? null),
    firstRun: isIncomplete ? null : ran,
    ...countsOf(playground, runs, query, setup, isIncomplete),
    verdict: indexError || withheld ? null : shownVerdict(verdict, result, setup, position),
    rounds: standing?.rounds ?? 0,
    withheld,
    baselineFault: isStale ? null : baselineFaultOf(result, playground.setups[0]?.id, setup),
    error: indexError ?? (isStale ? planError : isOverLimit ? null : freshError),
  };
}

function provisionality(
  planned: PlanOutcome | undefined,
): Pick<CellView, 'isProvisional' | 'provisionalReason'> {
  if (planned?.status !== 'planned' || !planned.isProvisional) return { isProvisional: false };
  const { provisionalReason } = planned;
  return { isProvisional: true, ...(provisionalReason && { provisionalReason }) };
}

function countsOf(
  playground: Playground,
  { counts }: Pick<RunsState, 'counts'>,
  query: Query,
  setup: Setup,
  isIncomplete: boolean,
): Pick<CellView, 'counters' | 'countError'> {
  const counted = counts[cellKey(query.id, setup.id)];
  if (isIncomplete || counted?.basis !== countBasis(playground, query, setup)) {
    return { counters: null, countError: null };
  }
  const { outcome } = counted;
  return outcome.status === 'counted'
    ? { counters: outcome.counters, countError: null }
    : { counters: null, countError: outcome.error };
}

function progressOf(
  result: QueryResult | undefined,
  setup: Setup,
  hasFirstRun: boolean,
  hasSamples: boolean,
): CellProgress {
  if (!result || !(setup.id in result.bases)) return 'not-measured';
  if (result.status === 'done') return 'measured';
  if (result.status === 'stopped') return hasSamples || hasFirstRun ? 'stopped' : 'not-measured';
  if (hasSamples) return 'measuring';
  return hasFirstRun ? 'first-run' : 'not-measured';
}

/** Stale when the cell's own basis changed, or the baseline's, whose ratio it shows. */
function isCellStale(
  playground: Playground,
  database: string,
  result: QueryResult,
  query: Query,
  setup: Setup,
): boolean {
  const baseline = playground.setups[0];
  const measuredBaseline = result.setups[0];
  if (!(setup.id in result.bases) || !baseline || !measuredBaseline) return false;
  const basisOf = (candidate: Setup) => cellBasis(database, playground, query, candidate);
  return (
    result.bases[setup.id] !== basisOf(setup) ||
    baseline.id !== measuredBaseline.id ||
    result.bases[baseline.id] !== basisOf(baseline)
  );
}

/** `CREATE INDEX i ON products (category)` -> `products (category)`. */
function targetOf(sql: string): string {
  const line = oneLine(sql).replace(/;$/, '');
  const on = line.search(/\bON\b/i);
  return on < 0 ? line : line.slice(on + 2).trim();
}
