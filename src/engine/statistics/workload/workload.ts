// Which setup wins over the whole workload: the weighted geometric mean of the queries' ratios.
// Measures nothing and words nothing: it reads the rounds that the queries' verdicts stand on.
import type { MeasuredRound, Standing } from '../../model/comparison/comparison.ts';
import type { RatioInterval, Verdict } from '../../model/comparison/verdict.ts';
import type {
  CountedQuery,
  LeftOutQuery,
  LeftOutReason,
  WorkloadSummary,
} from '../../model/comparison/workload.ts';
import type { Fraction } from '../../model/units.ts';
import { leastRounds } from '../distributions/signed-rank.ts';
import { ratioOfDifferences } from '../paired-ratio.ts';
import { equalMargin, leastMargin, verdictOf } from '../verdict.ts';
import { outcomeOf } from './workload-outcome.ts';

export interface WorkloadQuery {
  queryId: string;
  name: string;
  /** How often it runs among the others; 0 leaves it out. */
  weight: number;
  rounds: readonly MeasuredRound[];
  /** Null when it was not measured. */
  standing: Standing | null;
}

/** The logarithms of a query's times in one round; the control stands under its own key. */
interface RoundLogs {
  setups: Record<string, number>;
  control: number;
}

/**
 * The summary of the queries over these setups, the first of which is the baseline.
 *
 * Rounds of different queries are independent of each other, so the j-th of each are read as one
 * round of the workload: d_j = sum of w_i d_ij / sum of w_i, d_ij being the log ratio of query i.
 * The estimate on d_j is the weighted geometric mean of the ratios (Fleming and Wallace 1986, How
 * not to lie with statistics: the only mean of ratios that does not depend on the baseline), and
 * the interval of paired-ratio.ts holds for d_j as it does for one query.
 *
 * One more comparison than setups is counted in the Bonferroni family: the winner against the
 * next best. A query that lacks an interval in one setup counts for none.
 */
export function workloadOf(
  queries: readonly WorkloadQuery[],
  setupIds: readonly string[],
): WorkloadSummary {
  const [baselineId = '', ...comparedIds] = setupIds;
  const family = comparedIds.length > 1 ? comparedIds.length + 1 : comparedIds.length;
  const leftOut: LeftOutQuery[] = [];
  const used: { query: WorkloadQuery; logs: RoundLogs[] }[] = [];
  for (const query of queries) {
    const logs = query.rounds.flatMap((round) => logsOf(round, setupIds) ?? []);
    const objection = objectionTo(query, logs.length, setupIds, leastRounds(family));
    if (objection) leftOut.push({ queryId: query.queryId, name: query.name, ...objection });
    else used.push({ query, logs });
  }
  const total = used.reduce((sum, { query }) => sum + query.weight, 0);
  const counted = used.map(({ query: { queryId, name, weight } }) => ({
    queryId,
    name,
    weight,
    share: weight / total,
  }));
  const rounds = used.length === 0 ? 0 : Math.min(...used.map(({ logs }) => logs.length));
  const means = meanLogs(
    used.map(({ logs }) => logs),
    counted,
    setupIds,
    rounds,
  );
  const ratioBetween = (id: string, other: string): RatioInterval | null =>
    ratioOfDifferences(
      means.map(({ setups }) => (setups[id] ?? Number.NaN) - (setups[other] ?? Number.NaN)),
      family,
    );
  const control = ratioOfDifferences(
    means.map((mean) => mean.control - (mean.setups[baselineId] ?? Number.NaN)),
    family,
  );
  const verdictBetween = (id: string, other: string): Verdict =>
    verdictOf(ratioBetween(id, other), control, rounds);
  const verdicts: Record<string, Verdict> = {};
  if (used.length > 0) {
    verdicts[baselineId] = { kind: 'baseline' };
    for (const id of comparedIds) verdicts[id] = verdictBetween(id, baselineId);
  }
  return {
    counted,
    leftOut,
    rounds,
    verdicts,
    hitRatios: hitRatiosOf(
      used.map(({ query }) => query),
      setupIds,
    ),
    control,
    margin: control ? equalMargin(control) : leastMargin,
    outcome: used.length === 0 ? { kind: 'empty' } : outcomeOf(setupIds, verdicts, verdictBetween),
  };
}

/** Null for a round in which a setup was not measured: it has no pairs. */
function logsOf(round: MeasuredRound, setupIds: readonly string[]): RoundLogs | null {
  if (!round.control) return null;
  const setups: Record<string, number> = {};
  for (const id of setupIds) {
    const sample = round.samples[id];
    if (!sample) return null;
    setups[id] = Math.log(sample.perCallMs);
  }
  return { setups, control: Math.log(round.control.perCallMs) };
}

function meanLogs(
  logsByQuery: readonly RoundLogs[][],
  counted: readonly CountedQuery[],
  setupIds: readonly string[],
  rounds: number,
): RoundLogs[] {
  const mean = (round: number, read: (logs: RoundLogs) => number) =>
    counted.reduce((sum, { share }, query) => {
      const logs = logsByQuery[query]?.[round];
      return logs ? sum + share * read(logs) : Number.NaN;
    }, 0);
  return Array.from({ length: rounds }, (_, round) => ({
    setups: Object.fromEntries(
      setupIds.map((id) => [id, mean(round, ({ setups }) => setups[id] ?? Number.NaN)]),
    ),
    control: mean(round, ({ control }) => control),
  }));
}

/** Why a query does not count; null for one that does. */
function objectionTo(
  { weight, standing }: WorkloadQuery,
  pairedRounds: number,
  setupIds: readonly string[],
  neededRounds: number,
): Pick<LeftOutQuery, 'reason' | 'setupIds'> | null {
  if (!(weight > 0)) return { reason: 'no-weight', setupIds: [] };
  const unmeasured = standing ? unmeasuredIn(standing, setupIds) : null;
  if (unmeasured) return unmeasured;
  if (!standing || standing.rounds === 0) return { reason: 'not-measured', setupIds: [] };
  if (standing.isShort) return { reason: 'short', setupIds: [] };
  return pairedRounds < neededRounds ? { reason: 'too-few-rounds', setupIds: [] } : null;
}

function unmeasuredIn(
  { verdicts }: Standing,
  setupIds: readonly string[],
): Pick<LeftOutQuery, 'reason' | 'setupIds'> | null {
  const order = ['failed', 'different-answer', 'over-limit', 'not-measured'] as const;
  for (const reason of order) {
    const ids = setupIds.filter((id) => reasonOf(verdicts[id]) === reason);
    if (ids.length > 0) return { reason, setupIds: ids };
  }
  return null;
}

function reasonOf(verdict: Verdict | undefined): LeftOutReason | null {
  switch (verdict?.kind) {
    case undefined:
      return 'not-measured';
    case 'failed':
    case 'different-answer':
    case 'over-limit':
      return verdict.kind;
    default:
      return null;
  }
}

function hitRatiosOf(
  queries: readonly WorkloadQuery[],
  setupIds: readonly string[],
): Record<string, Fraction> {
  const hitRatios: Record<string, Fraction> = {};
  for (const id of setupIds) {
    const cached = queries.flatMap(({ weight, standing }) => {
      const cache = standing?.summaries[id]?.cache;
      return cache ? [{ weight, hits: cache.hitRatio }] : [];
    });
    const total = cached.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) continue;
    hitRatios[id] = cached.reduce((sum, { weight, hits }) => sum + (weight / total) * hits, 0);
  }
  return hitRatios;
}
