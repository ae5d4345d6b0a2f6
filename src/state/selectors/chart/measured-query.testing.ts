// A playground of one query in two or three setups, and a result of it to change in tests.

import type { RoundReport, Sample, Standing } from '../../../engine/model/comparison/comparison.ts';
import { anyEnvironment } from '../../../engine/model/comparison/environment.testing.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Playground, Setup } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { noRuns } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../basis.ts';
import { type QueryDetail, queryDetail } from './query-detail.ts';

const query = { id: 'q1', name: 'dear', sql: 'SELECT 1', parameters: [], weight: 1 };

function setup(id: string, capacity = 0): Setup {
  const cache = capacity > 0 ? { kind: 'lru' as const, capacity } : { kind: 'none' as const };
  return { id, name: id, indexes: [], hasStatistics: false, cache };
}

export const threeSetups: Playground = {
  ...emptyPlayground,
  title: 'Three setups',
  schemaSql: 'CREATE TABLE t (id)',
  queries: [query],
  setups: [setup('s1'), setup('s2'), setup('s3', 500)],
};

export const faster: Verdict = {
  kind: 'faster',
  ratio: { estimate: 0.1, low: 0.09, high: 0.11, level: 0.975 },
  margin: 0.05,
};

function sample(perCallMs: number): Sample {
  return { perCallMs, calls: 4, hits: null, warmPerCallMs: null, warmHits: null };
}

/** Two rounds: A takes 10 and 11 ms, A′ 12 and 13, B 1 and 1.1, C is not measured. */
export function measuredQuery(
  patch: Partial<QueryResult> = {},
  standing: Partial<Standing> = {},
): QueryResult {
  const summary = { medianMs: 1, minMs: 1, madMs: 0, samples: 2, calls: 4, cache: null };
  const whole: Standing = {
    rounds: 2,
    isShort: false,
    verdicts: { s1: { kind: 'baseline' }, s2: faster },
    summaries: { s1: summary, s2: summary },
    control: { estimate: 1, low: 0.99, high: 1.01, level: 0.975 },
    margin: 0.05,
    discarded: 0,
    spentMs: 5000,
    roundMs: 400,
    next: 'done',
    reason: 'precise',
    minRounds: 12,
    maxRounds: 50,
    ...standing,
  };
  const round = (number: number): RoundReport => ({
    queryId: 'q1',
    round: number,
    order: ['s2', 's1', 'control'],
    samples: { s1: sample(9 + number), s2: sample(0.9 + number / 10) },
    control: sample(11 + number),
    standing: whole,
  });
  const database = databaseBasis(threeSetups);
  const bases = threeSetups.setups.map((each) => [
    each.id,
    cellBasis(database, threeSetups, query, each),
  ]);
  return {
    queryId: 'q1',
    setups: threeSetups.setups,
    bases: Object.fromEntries(bases),
    environment: anyEnvironment,
    firstRuns: [],
    discarded: { hidden: 0, overlapped: 0 },
    parts: {},
    budgetMs: 10_000,
    confirmation: null,
    rounds: [round(1), round(2)],
    status: 'done',
    error: null,
    ...patch,
  };
}

export function detailOf(result: QueryResult, playground = threeSetups): QueryDetail {
  const detail = queryDetail(playground, { ...noRuns, results: { q1: result } }, 'q1');
  if (!detail) throw new Error('There is no such query.');
  return detail;
}
