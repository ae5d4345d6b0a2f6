// One query's comparison: first runs, warm-up, then round after round, each setup once and the
// baseline twice in random order. Verdicts are computed by engine/statistics.
import { createSeededRandom, shuffled } from '../../lib/seeded-random.ts';
import { cacheabilityOf, mayKeep } from '../cache/is-cacheable.ts';
import { createResultCache, type ResultCache } from '../cache/result-cache.ts';
import type { FirstRun, RoundReport, Sample } from '../model/comparison.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Query, Setup } from '../model/playground.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Bindings } from '../model/values.ts';
import type { Verdict } from '../model/verdict.ts';
import { queryProblem } from '../sql/query-problem.ts';
import { isQuestion } from '../sql/statement-kind.ts';
import { toSqlError } from '../sqlite/sql-error.ts';
import { median } from '../statistics/quantiles.ts';
import { type MeasuredRound, standingOf } from '../statistics/standing.ts';
import { shortRounds } from '../statistics/stop-rule.ts';
import { canRepeat } from './can-repeat.ts';
import { type Contender, type Sampling, takeSample, warmUpContender } from './contender.ts';
import { drawParameters } from './draw-parameters.ts';
import { createFirstRuns, type FirstRunsOfQuery, type FirstRunTools } from './first-runs.ts';
import { drawCount, planRounds, type RoundPlan } from './round-plan.ts';

export interface QueryComparison {
  /** The query's first execution in this setup; the same answer when asked again. */
  firstRun(setupId: string): FirstRun;
  /**
   * Measures one round more, whatever the standing said before, and reports on all so far.
   * Where the baseline cannot be measured there is no round: 0 rounds, no samples, 'done'.
   */
  measureRound(): RoundReport;
}

export interface QueryComparisonSettings {
  /** The first is the baseline. */
  setups: readonly Setup[];
  seed: number;
  budgetMs: Milliseconds;
  tickMs: Milliseconds;
  /** Ids of setups in which the query is known not to end within the limit. */
  overLimit: ReadonlySet<string>;
}

/** The name of the baseline's second sample in a round. */
const control = 'control';
/** Writes below this are timed as one stretch where they can be repeated. */
const repeatBelowMs: Milliseconds = 5;
/** Of the budget, what warming up all setups may take. */
const warmUpShare = 0.1;

interface Progress {
  sampling: Sampling;
  /** By setup id, in the order of the setups. */
  contenders: Map<string, Contender>;
  unmeasured: Record<string, Verdict>;
  plan: RoundPlan | null;
  rounds: MeasuredRound[];
  /** What each round took, entering the setups included. */
  roundTimesMs: Milliseconds[];
  spentMs: Milliseconds;
}

/** A comparison of one query; the seed and the query's id decide all that is random in it. */
export function createQueryComparison(
  tools: FirstRunTools,
  settings: QueryComparisonSettings,
  query: Query,
): QueryComparison {
  const { setups, budgetMs, tickMs } = settings;
  const { database, clock, indexNames } = tools;
  const seed = `${settings.seed} ${query.id}`;
  const baselineId = setups[0]?.id ?? '';
  let begun: Progress | null = null;

  const statement = { query, isWrite: !isQuestion(query.sql) };
  let opened: { bindings: Bindings[]; runs: FirstRunsOfQuery } | null = null;

  /** Draws the parameters' values and stands ready for the first runs. */
  function open(): { bindings: Bindings[]; runs: FirstRunsOfQuery } {
    if (opened) return opened;
    const { overLimit } = settings;
    try {
      const problem = queryProblem(query);
      if (problem) throw new EngineFailure(problem);
      const { sql, parameters } = query;
      const bindings = drawParameters(database, sql, parameters, drawCount, String(settings.seed));
      const first = bindings[0] ?? {};
      opened = { bindings, runs: createFirstRuns(tools, statement, setups, first, overLimit) };
    } catch (thrown) {
      if (!(thrown instanceof EngineFailure)) throw thrown;
      const { error } = thrown;
      const runs = { of: ({ id }: Setup) => ({ status: 'failed' as const, setupId: id, error }) };
      opened = { bindings: [], runs };
    }
    return opened;
  }

  function begin(): Progress {
    if (begun) return begun;
    const { bindings, runs } = open();
    const cells = setups.map((setup) => runs.of(setup));
    const isUndone = statement.isWrite && !isRepeatable(cells, bindings);
    const sampling: Sampling = {
      database,
      clock,
      tickMs,
      indexNames,
      statement,
      bindings,
      isUndone,
    };
    const progress: Progress = {
      sampling,
      contenders: new Map(),
      unmeasured: {},
      plan: null,
      rounds: [],
      roundTimesMs: [],
      spentMs: 0,
    };
    for (const [at, setup] of setups.entries()) admit(progress, setup, cells[at]);
    begun = progress;
    return progress;
  }

  /** Only short writes are tried: long ones are timed well enough one by one. */
  function isRepeatable(runs: readonly FirstRun[], draws: readonly Bindings[]): boolean {
    const isShortWrite = runs.every(
      (run) => run.status === 'ran' && run.firstRunMs < repeatBelowMs,
    );
    return isShortWrite && canRepeat(database, query.sql, draws);
  }

  /** Decides whether a setup is measured, or which verdict stands from the beginning. */
  function admit(progress: Progress, setup: Setup, cell: FirstRun | undefined): void {
    if (!cell) return;
    const verdict = verdictBeforeMeasuring(cell, tools.limitMs);
    if (verdict) {
      progress.unmeasured[setup.id] = verdict;
    } else if (cell.status === 'ran') {
      const { firstRunMs, rowCount } = cell;
      const cache = cacheFor(progress.sampling, setup);
      const estimateMs = firstRunMs;
      progress.contenders.set(setup.id, { setup, firstRunMs, rowCount, estimateMs, cache });
    }
  }

  /** Only what may be answered from a cache goes through one; the rest runs as without it. */
  function cacheFor({ bindings }: Sampling, { cache }: Setup): ResultCache | null {
    if (cache.kind === 'none') return null;
    const cacheability = cacheabilityOf(database, query.sql);
    const canKeep = bindings.every((binding) => mayKeep(cacheability, binding));
    return canKeep ? createResultCache(cache.capacity) : null;
  }

  /** A setup in which a part of the measuring fails is measured no further. */
  function attempt(progress: Progress, { setup }: Contender, work: () => void): void {
    try {
      work();
    } catch (thrown) {
      const error = toSqlError(database, thrown, {
        sql: query.sql,
        offset: 0,
        place: { source: 'query', name: query.name },
        code: 'sql-failed',
      });
      progress.contenders.delete(setup.id);
      progress.unmeasured[setup.id] = { kind: 'failed', error };
    }
  }

  function plan(progress: Progress): RoundPlan {
    if (progress.plan) return progress.plan;
    const { contenders, sampling } = progress;
    const limitMs = (budgetMs * warmUpShare) / Math.max(1, contenders.size);
    for (const contender of [...contenders.values()]) {
      attempt(progress, contender, () => {
        contender.estimateMs = warmUpContender(sampling, contender, limitMs);
      });
    }
    progress.plan = planRounds({
      tickMs,
      budgetMs,
      bindings: sampling.bindings,
      setups: [...contenders.values()].map(({ setup, estimateMs, rowCount, cache }) => ({
        id: setup.id,
        estimateMs,
        rowCount,
        cacheCapacity: cache?.capacity ?? null,
      })),
    });
    return progress.plan;
  }

  /** Measures every contender once and the baseline twice; null when the baseline fails. */
  function round(progress: Progress): (MeasuredRound & { order: string[] }) | null {
    const { contenders, sampling } = progress;
    if (!contenders.has(baselineId)) return null;
    const roundPlan = plan(progress);
    const start = clock();
    const number = progress.rounds.length + 1;
    const random = createSeededRandom(`${seed} round ${number}`);
    const order = shuffled([...contenders.keys(), control], random);
    const taken = new Map<string, Sample>();
    for (const id of order) {
      const contender = contenders.get(id === control ? baselineId : id);
      if (!contender) continue;
      attempt(progress, contender, () => {
        taken.set(id, takeSample(sampling, contender, roundPlan, number));
      });
    }
    const controlSample = taken.get(control) ?? null;
    if (!contenders.has(baselineId) || !controlSample) return null;
    taken.delete(control);
    progress.roundTimesMs.push(clock() - start);
    return { order, samples: Object.fromEntries(taken), control: controlSample };
  }

  return {
    firstRun(setupId) {
      const setup = setups.find(({ id }) => id === setupId);
      if (setup) return open().runs.of(setup);
      throw new EngineFailure({
        code: 'engine-failed',
        message: `The comparison has no setup "${setupId}".`,
        hint: 'Press Compare again.',
      });
    },
    measureRound() {
      const progress = begin();
      const start = clock();
      const measured = round(progress);
      progress.spentMs += clock() - start;
      if (measured) progress.rounds.push({ samples: measured.samples, control: measured.control });
      const { rounds, contenders, unmeasured, spentMs } = progress;
      return {
        queryId: query.id,
        round: rounds.length,
        order: measured?.order ?? [],
        samples: measured?.samples ?? {},
        control: measured?.control ?? null,
        standing: standingOf({
          baselineId,
          comparedIds: [...contenders.keys()].filter((id) => id !== baselineId),
          unmeasured,
          rounds: contenders.has(baselineId) ? rounds : [],
          isShort: isShort(progress),
          spentMs,
          budgetMs,
          distinctKeys: progress.plan?.distinctKeys ?? 0,
        }),
      };
    },
  };
}

/**
 * Too slow for an interval within the budget. The first three rounds decide, by their median: a
 * first run, or one disturbed round, would often be wrong about it.
 */
function isShort({ plan, roundTimesMs }: Progress): boolean {
  if (!plan) return false;
  if (roundTimesMs.length === 0) return plan.isShort;
  return median(roundTimesMs.slice(0, shortRounds)) > plan.roundLimitMs;
}

/** The verdict of a setup that is not measured; null for one that is. */
function verdictBeforeMeasuring(cell: FirstRun, limitMs: Milliseconds): Verdict | null {
  if (cell.status === 'failed') {
    if (cell.error.code === 'time-limit') return { kind: 'over-limit', limitMs };
    return { kind: 'failed', error: cell.error };
  }
  if (cell.firstRunMs > limitMs) return { kind: 'over-limit', limitMs };
  return cell.difference ? { kind: 'different-answer', difference: cell.difference } : null;
}
