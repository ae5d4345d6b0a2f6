// What a setup saves each read of a query, from the bench's comparison; or why that is not known.
// Pure; only rounds that are fresh count.
import type { QueryResult } from '../../../../engine/model/comparison/query-result.ts';
import type { Playground, Query, Setup } from '../../../../engine/model/playground.ts';
import type { TimeDifference } from '../../../../engine/model/writes/writes.ts';
import { isQuestion } from '../../../../engine/sql/statement-kind.ts';
import { pairedDifference } from '../../../../engine/statistics/paired-difference.ts';
import { cellBasis, databaseBasis } from '../../basis.ts';

export type ReadSaving =
  | { status: 'measured'; saving: TimeDifference; rounds: number }
  /** Not compared, changed since, answers otherwise, or in too few rounds: a sentence says it. */
  | { status: 'missing'; isStale: boolean; reason: string };

/** Queries that only read: a write has no read to save. */
export function readingQueries({ queries }: Playground): Query[] {
  return queries.filter(({ sql }) => sql.trim() !== '' && isQuestion(sql));
}

/** The baseline's time less this setup's, of the same rounds: above zero where reads are faster. */
export function readSaving(
  playground: Playground,
  result: QueryResult | undefined,
  query: Query,
  setup: Setup,
): ReadSaving {
  const baseline = playground.setups[0];
  if (!baseline || !result || !(setup.id in result.bases)) {
    return missing('The bench has not compared this query in this setup yet.');
  }
  if (isStale(playground, result, query, [baseline, setup])) {
    return missing('Compared before something it depends on was changed.', true);
  }
  const verdict = result.rounds.at(-1)?.standing.verdicts[setup.id];
  if (verdict?.kind === 'different-answer') {
    return missing('The two setups answer differently: their times are not compared.');
  }
  if (verdict?.kind === 'failed') return missing(verdict.error.message);
  const pairs = result.rounds.flatMap(({ samples }) => {
    const [before, after] = [samples[baseline.id], samples[setup.id]];
    return before && after ? [[before.perCallMs, after.perCallMs] as const] : [];
  });
  const saving = pairedDifference(
    pairs.map(([before]) => before),
    pairs.map(([, after]) => after),
    Math.max(result.setups.length - 1, 1),
  );
  if (saving) return { status: 'measured', saving, rounds: pairs.length };
  return missing('Compared in too few rounds for an interval: give the bench more time.');
}

function missing(reason: string, isStaleResult = false): ReadSaving {
  return { status: 'missing', isStale: isStaleResult, reason };
}

function isStale(
  playground: Playground,
  result: QueryResult,
  query: Query,
  setups: readonly Setup[],
): boolean {
  const database = databaseBasis(playground);
  if (result.setups[0]?.id !== setups[0]?.id) return true;
  return setups.some(
    (setup) => result.bases[setup.id] !== cellBasis(database, playground, query, setup),
  );
}
