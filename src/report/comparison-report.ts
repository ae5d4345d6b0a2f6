// What a report is made from: a playground, what was measured of it, and which of that still holds.
// Plain data that whoever asks for a report puts together; the reports only read it.
import {
  type Environment,
  type FirstRun,
  type SampleSummary,
  type Standing,
  statementLimitMs,
} from '../engine/model/comparison/comparison.ts';
import {
  type CountedCell,
  cellKey,
  type QueryResult,
} from '../engine/model/comparison/query-result.ts';
import type { Verdict } from '../engine/model/comparison/verdict.ts';
import type { Counters } from '../engine/model/counters/counters.ts';
import {
  type Playground,
  type Query,
  type Setup,
  type SetupLetter,
  setupLetter,
} from '../engine/model/playground.ts';

/**
 * Why a cell's figures are not those of the playground as it is: something changed since, the ratio
 * is to another baseline, or an index could not be created in the baseline or in the setup itself.
 */
export type CellDoubt = 'stale' | 'other-baseline' | 'incomplete-baseline' | 'incomplete-setup';

export interface ComparisonReport {
  playground: Playground;
  results: QueryResult[];
  /** By cellKey; counters that no longer hold are left out. */
  counts: Record<string, CountedCell>;
  /** By cellKey. */
  doubts: Record<string, CellDoubt>;
  /** The playground's link. */
  link: string | null;
}

/** A query of the playground that was measured. */
export interface ReportedQuery {
  query: Query;
  result: QueryResult;
  standing: Standing | null;
  cells: ReportedCell[];
}

export interface ReportedCell {
  letter: SetupLetter;
  /** As it was when measured. */
  setup: Setup;
  doubt: CellDoubt | null;
  firstRun: Extract<FirstRun, { status: 'ran' }> | null;
  summary: SampleSummary | null;
  verdict: Verdict | null;
  counters: Counters | null;
}

/** The measured queries with a cell for each of the playground's setups, in their order. */
export function reportedQueries(report: ComparisonReport): ReportedQuery[] {
  return report.playground.queries.flatMap((query) => {
    const result = report.results.find(({ queryId }) => queryId === query.id);
    if (!result) return [];
    const standing = result.rounds.at(-1)?.standing ?? null;
    const cells = report.playground.setups.map((setup, position) =>
      reportedCell(report, result, setup, position),
    );
    return [{ query, result, standing, cells }];
  });
}

function reportedCell(
  { counts, doubts }: ComparisonReport,
  result: QueryResult,
  setup: Setup,
  position: number,
): ReportedCell {
  const key = cellKey(result.queryId, setup.id);
  const standing = result.rounds.at(-1)?.standing;
  const first = result.firstRuns.find(({ setupId }) => setupId === setup.id);
  const outcome = entryOf(counts, key)?.outcome;
  return {
    letter: setupLetter(position),
    setup: result.setups.find(({ id }) => id === setup.id) ?? setup,
    doubt: entryOf(doubts, key) ?? null,
    firstRun: first?.status === 'ran' ? first : null,
    summary: (standing && entryOf(standing.summaries, setup.id)) ?? null,
    verdict: (standing && entryOf(standing.verdicts, setup.id)) ?? earlyVerdict(first),
    counters: outcome?.status === 'counted' ? outcome.counters : null,
  };
}

// Failures, different answers and the time limit are known before the first round.
function earlyVerdict(first: FirstRun | undefined): Verdict | null {
  if (first?.status === 'failed') {
    return first.error.code === 'time-limit'
      ? { kind: 'over-limit', limitMs: statementLimitMs }
      : { kind: 'failed', error: first.error };
  }
  return first?.difference ? { kind: 'different-answer', difference: first.difference } : null;
}

function entryOf<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The environments of the results, each once, in the order met. */
export function environmentsOf(results: readonly QueryResult[]): Environment[] {
  const distinct = new Map(
    results.map(({ environment }) => [JSON.stringify(environment), environment]),
  );
  return [...distinct.values()];
}
