// One query's comparison: first runs, warm-up, then round after round, each setup once and the
// baseline twice in random order. Verdicts are computed by engine/statistics.
import { createSeededRandom, shuffled } from '../../lib/numbers/seeded-random.ts';
import type { PartsReport } from '../model/comparison/call-parts.ts';
import type {
  EarlierRounds,
  FirstRun,
  MeasuredRound,
  RoundReport,
  Sample,
} from '../model/comparison/comparison.ts';
import type { DifferingRows } from '../model/comparison/differing-rows.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Query, Setup } from '../model/playground.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Bindings } from '../model/values.ts';
import { queryProblem } from '../sql/statements/query-problem.ts';
import { isQuestion } from '../sql/statements/statement-kind.ts';
import { standingOf } from '../statistics/standing.ts';
import { findDifferingRows } from './answers/differing-rows.ts';
import {
  createFirstRuns,
  type FirstRunsOfQuery,
  type FirstRunTools,
} from './answers/first-runs.ts';
import { takeSample, warmUpContender } from './contender.ts';
import { drawParameters } from './draw-parameters.ts';
import { createLineup, type Lineup } from './lineup.ts';
import { createPartsComparison, type PartsComparison } from './parts/parts-comparison.ts';
import { drawCount, planRounds, type RoundPlan } from './rounds/round-plan.ts';
import { createRoundTally } from './rounds/round-tally.ts';

export interface RoundRequest {
  /** The round before was disturbed: it leaves the list and does not count. */
  discardLast: boolean;
}

export interface QueryComparison {
  /** The query's first execution in this setup; the same answer when asked again. */
  firstRun(setupId: string): FirstRun;
  /**
   * Measures one round more, whatever the standing said before, and reports on all so far.
   * Where the baseline cannot be measured there is no round: 0 rounds, no samples, 'done'.
   */
  measureRound(request: RoundRequest): RoundReport;
  /** Goes on from rounds measured before, here or by another engine, with so much more time. */
  resume(earlier: EarlierRounds, moreMs: Milliseconds): void;
  /** One round more of taking the calls apart, as far as the budget allows. */
  measureParts(): PartsReport;
  /** The rows that only the baseline or only this setup answers. Throws EngineFailures. */
  differingRows(setupId: string): DifferingRows;
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
/** Of the budget, what warming up all setups may take. */
const warmUpShare = 0.1;

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
  const statement = { query, isWrite: !isQuestion(query.sql) };
  const tally = createRoundTally(budgetMs);
  let opened: { bindings: Bindings[]; runs: FirstRunsOfQuery } | null = null;
  let linedUp: Lineup | null = null;
  let plan: RoundPlan | null = null;
  let parts: PartsComparison | null = null;

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

  function setupOf(setupId: string): Setup {
    const setup = setups.find(({ id }) => id === setupId);
    if (setup) return setup;
    throw new EngineFailure({
      code: 'engine-failed',
      message: `The comparison has no setup "${setupId}".`,
      hint: 'Press Compare again.',
    });
  }

  function lineUp(): Lineup {
    if (linedUp) return linedUp;
    const { bindings, runs } = open();
    const firstRuns = setups.map((setup) => runs.of(setup));
    const common = { database, clock, tickMs, indexNames, statement, bindings };
    linedUp = createLineup(tools, common, setups, firstRuns);
    return linedUp;
  }

  /** Warms all contenders up, which tells how many calls their samples need; once. */
  function planOf({ contenders, sampling, attempt }: Lineup): RoundPlan {
    if (plan) return plan;
    const limitMs = (budgetMs * warmUpShare) / Math.max(1, contenders.size);
    for (const contender of [...contenders.values()]) {
      attempt(contender, () => {
        contender.estimateMs = warmUpContender(sampling, contender, limitMs);
      });
    }
    const measured = [...contenders.values()];
    const lastRound = tally.rounds.at(-1);
    const cached = measured.find(({ cache }) => cache !== null);
    plan = planRounds({
      tickMs,
      budgetMs: tally.budgetMs,
      bindings: sampling.bindings,
      setups: measured.map(({ setup, estimateMs, rowCount, cache }) => ({
        id: setup.id,
        estimateMs,
        rowCount,
        cacheCapacity: cache?.capacity ?? null,
      })),
      earlierDraws: (cached && lastRound?.samples[cached.setup.id]?.calls) ?? null,
    });
    return plan;
  }

  /** Measures every contender once and the baseline twice; null when the baseline fails. */
  function measure(lineup: Lineup): (MeasuredRound & { order: string[] }) | null {
    const { contenders, sampling, attempt } = lineup;
    if (!contenders.has(baselineId)) return null;
    const roundPlan = planOf(lineup);
    const start = clock();
    const random = createSeededRandom(`${seed} round ${tally.begin()}`);
    const order = shuffled([...contenders.keys(), control], random);
    const taken = new Map<string, Sample>();
    for (const id of order) {
      const contender = contenders.get(id === control ? baselineId : id);
      if (!contender) continue;
      attempt(contender, () => {
        taken.set(id, takeSample(sampling, contender, roundPlan, tally.rounds.length + 1));
      });
    }
    const controlSample = taken.get(control) ?? null;
    if (!contenders.has(baselineId) || !controlSample) return null;
    taken.delete(control);
    const samples = Object.fromEntries(taken);
    tally.add({ samples, control: controlSample }, clock() - start);
    return { order, samples, control: controlSample };
  }

  return {
    firstRun: (setupId) => open().runs.of(setupOf(setupId)),
    measureRound({ discardLast }) {
      if (discardLast) tally.discardLast();
      const lineup = lineUp();
      const start = clock();
      const measured = measure(lineup);
      tally.spend(clock() - start);
      const { contenders, unmeasured } = lineup;
      return {
        queryId: query.id,
        round: tally.rounds.length,
        order: measured?.order ?? [],
        samples: measured?.samples ?? {},
        control: measured?.control ?? null,
        standing: standingOf({
          baselineId,
          comparedIds: [...contenders.keys()].filter((id) => id !== baselineId),
          unmeasured,
          rounds: contenders.has(baselineId) ? tally.rounds : [],
          isShort: tally.isShort(plan),
          spentMs: tally.spentMs,
          budgetMs: tally.budgetMs,
          discarded: tally.discarded,
          maxRounds: tally.maxRounds,
          roundMs: tally.roundMs,
          distinctKeys: plan?.distinctKeys ?? 0,
        }),
      };
    },
    resume: (earlier, moreMs) => tally.resume(earlier, moreMs),
    measureParts() {
      const lineup = lineUp();
      planOf(lineup);
      if (!lineup.contenders.has(baselineId)) {
        return { queryId: query.id, parts: {}, next: 'done' };
      }
      parts ??= createPartsComparison(lineup, tally.budgetMs, seed);
      return parts.measureRound();
    },
    differingRows(setupId) {
      const { runs, bindings } = open();
      const baseline = setupOf(baselineId);
      const setup = setupOf(setupId);
      for (const each of [baseline, setup]) {
        const firstRun = runs.of(each);
        if (firstRun.status === 'failed') throw new EngineFailure(firstRun.error);
      }
      return findDifferingRows(tools, query, bindings[0] ?? {}, baseline, setup);
    },
  };
}
