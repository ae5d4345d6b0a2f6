// The last row of the bench: every setup against the baseline over the whole workload, who wins.
// Pure; the mean is workload.ts's, its words workload-words.ts's.

import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type {
  WorkloadOutcome,
  WorkloadSummary,
} from '../../../engine/model/comparison/workload.ts';
import {
  type Playground,
  type Query,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import { formatHitRatio } from '../../../engine/statistics/words/change-format.ts';
import { cacheWords, verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
import { type WorkloadQuery, workloadOf } from '../../../engine/statistics/workload/workload.ts';
import {
  missingQueries,
  type WorkloadWords,
  workloadWords,
} from '../../../engine/statistics/workload/workload-words.ts';
import type { BenchRuns, BenchView } from './bench-view.ts';
import { type CellVerdictWords, methodLinkOf, verdictTones } from './cell-verdict-words.ts';
import { narrowWords } from './narrow-words.ts';

export interface WorkloadCell extends CellVerdictWords {
  setupId: string;
  letter: SetupLetter;
  headlineNarrow: string;
  /** The hits of a cache. */
  foot: string;
  footNarrow: string;
  /** Faster than all others, or among those that share the first place. */
  isBest: boolean;
  /** Null where there is nothing to say: not measured, or an index is missing. */
  verdict: Verdict | null;
}

export interface WorkloadView {
  /** 'C wins: 12× faster than A over the workload (10–14)', with the queries that do not count. */
  headline: string;
  /** 'C wins', for the head of the row; 'C leads in 2 of 3 queries' when some do not count. */
  shortHeadline: string;
  /** 'not counted: top categories (3 rounds only)'; empty when every query with a weight counts. */
  notCounted: string;
  /** The same without the reasons. */
  notCountedNames: string;
  /** How the mean was obtained, and why queries do not count. */
  tip: string;
  /** Measured before a change of the playground. */
  isStale: boolean;
  isMeasuring: boolean;
  cells: WorkloadCell[];
}

/**
 * Null with fewer than two queries or setups (there is nothing to sum up), and before anything is
 * measured. `bench` is the view of the same playground and runs.
 */
export function workloadView(
  playground: Playground,
  { results }: Pick<BenchRuns, 'results'>,
  bench: BenchView,
): WorkloadView | null {
  const { queries, setups } = playground;
  const measured = queries.flatMap(({ id }) => results[id] ?? []);
  if (queries.length < 2 || setups.length < 2) return null;
  if (!measured.some(({ rounds }) => rounds.length > 0)) return null;

  const letters = new Map(setups.map(({ id }, position) => [id, setupLetter(position)]));
  const letterOf = (setupId: string) => letters.get(setupId) ?? '?';
  const baselineId = setups[0]?.id ?? '';
  const compared = comparedSetups(
    setups.map(({ id }) => id),
    measured,
    bench,
  );
  const hasBaseline = compared[0] === baselineId;
  const summary = hasBaseline ? summaryOf(queries, results, compared) : workloadOf([], compared);
  const words = workloadWords(summary, letterOf);
  const isPartial = missingQueries(summary).length > 0;
  const best = isPartial ? [] : bestOf(summary.outcome);
  const counted = new Set(summary.counted.map(({ queryId }) => queryId));
  const cells = bench.queries.flatMap((row) => (counted.has(row.id) ? row.cells : []));
  return {
    headline: hasBaseline
      ? words.headline
      : 'No summary: the baseline is not measured as it is now',
    shortHeadline: words.outcome,
    notCounted: words.notCounted,
    notCountedNames: words.notCountedNames,
    tip: hasBaseline ? [words.basis, ...words.leftOut].join(' ') : 'Compare measures against it.',
    isStale: cells.some(({ isStale }) => isStale),
    isMeasuring: measured.some(({ status }) => status === 'measuring'),
    cells: setups.map(({ id }, position) => {
      const verdict = summary.verdicts[id] ?? null;
      const hits = summary.hitRatios[id];
      const letter = setupLetter(position);
      return {
        setupId: id,
        letter,
        ...cellWordsOf(verdict, letter, hits, words),
        isBest: best.includes(id),
        verdict,
      };
    }),
  };
}

/**
 * The setups that the summary can compare: measured for some query, with all of their indexes.
 * The baseline leads, or there is nothing to compare with.
 */
function comparedSetups(
  setupIds: readonly string[],
  measured: readonly QueryResult[],
  bench: BenchView,
): string[] {
  const cells = bench.queries.flatMap((row) => row.cells);
  return setupIds.filter(
    (id) =>
      measured.some(({ bases }) => id in bases) &&
      !cells.some(({ setupId, error }) => setupId === id && error?.code === 'index-invalid'),
  );
}

/** The last summary of each set of results: a switch changes what is stale, not what was measured. */
const summaries = new WeakMap<BenchRuns['results'], { key: string; summary: WorkloadSummary }>();

/** `compared` begins with the baseline. */
function summaryOf(
  queries: readonly Query[],
  results: BenchRuns['results'],
  compared: readonly string[],
): WorkloadSummary {
  const named = queries.map(({ id, name, weight }) => ({ id, name, weight }));
  const key = JSON.stringify([compared, named]);
  const known = summaries.get(results);
  if (known?.key === key) return known.summary;
  const [baselineId = ''] = compared;
  const asked = queries.map((query) => toWorkloadQuery(query, results[query.id], baselineId));
  const summary = workloadOf(asked, compared);
  summaries.set(results, { key, summary });
  return summary;
}

/** Rounds whose control is another setup's say nothing about this baseline. */
function toWorkloadQuery(
  { id, name, weight }: Query,
  result: QueryResult | undefined,
  baselineId: string,
): WorkloadQuery {
  const isComparable = result?.setups[0]?.id === baselineId;
  const rounds = isComparable ? result.rounds : [];
  return { queryId: id, name, weight, rounds, standing: rounds.at(-1)?.standing ?? null };
}

function cellWordsOf(
  verdict: Verdict | null,
  setup: SetupLetter,
  hits: number | undefined,
  { queries, notCounted }: WorkloadWords,
): Omit<WorkloadCell, 'setupId' | 'letter' | 'isBest' | 'verdict'> {
  const said = verdict && verdictWords(verdict, { setup, baseline: setupLetter(0) });
  const foot = hits === undefined ? '' : cacheWords(hits);
  if (!verdict || !said) {
    const tip = 'No query has an interval in this setup and in the baseline';
    const verdictTip = `${[tip, notCounted].filter(Boolean).join('; ')}.`;
    return { ...noVerdict, verdictTip, foot: '', footNarrow: '' };
  }
  return {
    headline: said.headline,
    headlineNarrow: verdict.kind === 'equal' ? 'equal' : narrowWords(verdict, said).headline,
    headlineTone: verdictTones[verdict.kind],
    interval: said.interval,
    verdictTip: [
      notCounted ? `Over ${queries}, ${notCounted}:` : 'Over the workload:',
      said.sentence,
      foot && `It is measured ${foot}.`,
    ]
      .filter(Boolean)
      .join(' '),
    methodLink: methodLinkOf(verdict),
    foot,
    footNarrow: hits === undefined ? '' : `at ${formatHitRatio(hits)} hits`,
  };
}

const noVerdict = {
  headline: 'no summary',
  headlineNarrow: 'no summary',
  headlineTone: 'dim',
  interval: '',
  methodLink: '',
} as const;

function bestOf(outcome: WorkloadOutcome): string[] {
  switch (outcome.kind) {
    case 'winner':
    case 'baseline-wins':
      return [outcome.setupId];
    default:
      return [];
  }
}
