// What a setup saves each read of a query, from the bench's comparison; or why that is not known.
// Pure; only rounds that are fresh count.
import type { QueryResult } from '../../../../engine/model/comparison/query-result.ts';
import type { Playground, Query, Setup } from '../../../../engine/model/playground.ts';
import type { ToldDifference } from '../../../../engine/model/writes/break-even.ts';
import { isQuestion } from '../../../../engine/sql/statements/statement-kind.ts';
import { pairedDifference } from '../../../../engine/statistics/paired-difference.ts';
import { durationRange } from '../../../../lib/format/duration-range.ts';
import { cellBasis, databaseBasis } from '../../basis.ts';
import { noiseSentence, toldDifference, untoldWords } from './told-difference.ts';

export type ReadSaving =
  | { status: 'measured'; saving: ToldDifference; rounds: number }
  /** `text` is for a cell, `reason` a sentence. */
  | { status: 'missing'; text: string; reason: string; needsComparison: boolean };

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
    return missing(
      'not compared',
      'The bench has not compared this query in this setup yet.',
      true,
    );
  }
  if (isStale(playground, result, query, [baseline, setup])) {
    const reason = 'Compared before something it depends on was changed.';
    return missing('stale: compare again', reason, true);
  }
  const verdict = result.rounds.at(-1)?.standing.verdicts[setup.id];
  if (verdict?.kind === 'different-answer') {
    const reason = 'The two setups answer differently: their times are not compared.';
    return missing('answers differ', reason);
  }
  if (verdict?.kind === 'failed') return missing('failed', verdict.error.message);
  const pairs = result.rounds.flatMap(({ samples }) => {
    const [before, after] = [samples[baseline.id], samples[setup.id]];
    return before && after ? [[before.perCallMs, after.perCallMs] as const] : [];
  });
  const saving = pairedDifference(
    pairs.map(([before]) => before),
    pairs.map(([, after]) => after),
    Math.max(result.setups.length - 1, 1),
  );
  if (!saving) {
    const reason = 'Compared in too few rounds for an interval: give the bench more time.';
    return missing('too few rounds', reason);
  }
  const told = verdict ? toldDifference(verdict, saving) : null;
  if (told) return { status: 'measured', saving: told, rounds: pairs.length };
  const range = durationRange(saving.low, saving.high);
  return missing(
    verdict?.kind === 'unresolved'
      ? `${untoldWords(verdict)} (${range} a read)`
      : untoldWords(verdict),
    noiseSentence(verdict) ??
      'The bench’s comparison does not tell this setup from the baseline: more time may.',
  );
}

function missing(text: string, reason: string, needsComparison = false): ReadSaving {
  return { status: 'missing', text, reason, needsComparison };
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
