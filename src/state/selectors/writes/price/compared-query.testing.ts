// A query that the bench has compared, for tests: as fast in each setup as said, with little noise.
import type { RoundReport } from '../../../../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { Playground } from '../../../../engine/model/playground.ts';
import { cellBasis, databaseBasis } from '../../basis.ts';
import { measuredQuery, faster as verdictOfFaster } from '../../chart/measured-query.testing.ts';
import { shop } from './measured-price.testing.ts';

/** The query compared in all setups; milliseconds a call by setup id. */
export function comparedQuery(
  queryId: string,
  timesMs: Record<string, number>,
  patch: Partial<QueryResult> = {},
  playground: Playground = shop,
): QueryResult {
  const query = playground.queries.find(({ id }) => id === queryId);
  const verdicts = { s1: { kind: 'baseline' as const }, s2: verdictOfFaster, s3: verdictOfFaster };
  const base = measuredQuery({}, { verdicts });
  const standing = base.rounds[0]?.standing;
  if (!query || !standing) throw new Error('There is no such query.');
  const rounds = Array.from({ length: 12 }, (_, at): RoundReport => {
    const noise = 1 + (at % 4) / 200;
    const samples = Object.entries(timesMs).map(([id, time]) => [
      id,
      { perCallMs: time * noise, calls: 1, hits: null, warmPerCallMs: null, warmHits: null },
    ]);
    return {
      queryId,
      round: at + 1,
      order: [],
      control: null,
      standing,
      samples: Object.fromEntries(samples),
    };
  });
  const bases = playground.setups.map((setup) => [
    setup.id,
    cellBasis(databaseBasis(playground), playground, query, setup),
  ]);
  return {
    ...base,
    queryId,
    setups: playground.setups,
    bases: Object.fromEntries(bases),
    rounds,
    ...patch,
  };
}

/** The query compared, with another verdict on the first setup after the baseline. */
export function judgedQuery(
  queryId: string,
  timesMs: Record<string, number>,
  verdict: Verdict,
): QueryResult {
  const result = comparedQuery(queryId, timesMs);
  const rounds = result.rounds.map((round) => ({
    ...round,
    standing: { ...round.standing, verdicts: { ...round.standing.verdicts, s2: verdict } },
  }));
  return { ...result, rounds };
}
