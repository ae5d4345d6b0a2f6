// The words for the summary over the workload, and for the queries that it leaves out.
// Decides nothing: workload.ts does. Ratios are written as verdict-words.ts writes them.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';
import type {
  LeftOutQuery,
  LeftOutReason,
  WinningRatio,
  WorkloadSummary,
} from '../../model/comparison/workload.ts';
import { inverseRatio } from '../paired-ratio.ts';
import { isNoisyMargin } from '../verdict.ts';
import { formatFactorInterval } from '../words/change-format.ts';
import { cacheWords } from '../words/verdict-words.ts';

export interface WorkloadWords {
  /** 'C wins: 12× faster than A over the workload (10–14), 3.1× faster than B (2.7–3.5)' */
  headline: string;
  /** What the headline rests on: queries, rounds, level, noise. */
  basis: string;
  /** A sentence for each query that does not count. */
  leftOut: string[];
  /** 'C leads in 2 of 3 queries', 'B wins': the outcome in a few words, without figures. */
  outcome: string;
  /** '2 of 3 queries': the ones that count among those with a weight. */
  queries: string;
  /** 'not counted: top categories (3 rounds only)'; empty when every query with a weight counts. */
  notCounted: string;
  /** 'not counted: top categories', the same without the reasons. */
  notCountedNames: string;
}

/** `nameOf` says what a setup is called, its letter as a rule. */
export function workloadWords(
  summary: WorkloadSummary,
  nameOf: (setupId: string) => string,
): WorkloadWords {
  return {
    headline: headlineOf(summary, nameOf),
    basis: basisOf(summary, nameOf),
    leftOut: summary.leftOut.map((query) => leftOutWords(query, nameOf)),
    outcome: outcomeWords(summary, nameOf),
    queries: countedWords(summary),
    notCounted: notCountedWords(summary, nameOf),
    notCountedNames: notCountedLine(missingQueries(summary).map(({ name }) => name)),
  };
}

/** The queries that were asked for and do not count; a weight of 0 asks for none. */
export function missingQueries({ leftOut }: WorkloadSummary): LeftOutQuery[] {
  return leftOut.filter(({ reason }) => reason !== 'no-weight');
}

function countedWords(summary: WorkloadSummary): string {
  const counted = summary.counted.length;
  const asked = counted + missingQueries(summary).length;
  const all = formatCountOf(asked, 'query', 'queries');
  return counted === asked ? all : `${counted} of ${all}`;
}

function notCountedWords(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const missing = missingQueries(summary).map(
    (query) => `${query.name} (${shortReasons[query.reason]}${whereWords(query, nameOf)})`,
  );
  return notCountedLine(missing);
}

function notCountedLine(queries: readonly string[]): string {
  return queries.length === 0 ? '' : `not counted: ${queries.join(', ')}`;
}

function outcomeWords(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const { outcome } = summary;
  const isPartial = missingQueries(summary).length > 0;
  const scope = isPartial ? ` in ${countedWords(summary)}` : '';
  switch (outcome.kind) {
    case 'winner':
    case 'baseline-wins':
      return `${nameOf(outcome.setupId)} ${isPartial ? `leads${scope}` : 'wins'}`;
    case 'tie':
      return `${outcome.setupIds.map(nameOf).join(', ')} tie${scope}`;
    case 'unresolved':
      if (outcome.setupIds.length < 2) return 'no summary';
      return isPartial ? `no leader${scope}` : 'no winner yet';
    case 'empty':
      return 'not summed up yet';
    default:
      return assertNever(outcome);
  }
}

function headlineOf(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const notCounted = notCountedWords(summary, nameOf);
  return [findingOf(summary, nameOf), notCounted].filter(Boolean).join('; ');
}

function findingOf(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const { outcome } = summary;
  // Who is ahead in some of the queries has not won: the others may take nearly all of the time.
  const isPartial = missingQueries(summary).length > 0;
  const wins = isPartial ? `leads in ${countedWords(summary)}` : 'wins';
  const overall = isPartial ? '' : ' over the workload';
  const among = isPartial ? ` in ${countedWords(summary)}` : ' over the workload';
  const hitNote = (setupId: string) => {
    const hits = summary.hitRatios[setupId];
    return hits === undefined ? '' : ` ${cacheWords(hits)}`;
  };
  switch (outcome.kind) {
    case 'empty':
      return 'No query counts for the workload';
    case 'winner': {
      const { setupId, againstBaseline, againstNextBest } = outcome;
      const first = `${nameOf(setupId)} ${wins}: ${fasterWords(againstBaseline, nameOf, overall)}`;
      const next =
        againstNextBest.setupId === againstBaseline.setupId
          ? ''
          : `, ${fasterWords(againstNextBest, nameOf)}${hitNote(againstNextBest.setupId)}`;
      return `${first}${hitNote(setupId)}${next}`;
    }
    case 'baseline-wins': {
      const next = outcome.againstNextBest;
      return `${nameOf(outcome.setupId)}, the baseline, ${wins}: ${fasterWords(next, nameOf, overall)}${hitNote(next.setupId)}`;
    }
    case 'tie':
      return `No meaningful difference${among}: ${formatList(outcome.setupIds.map(nameOf))}, within ±${formatPercent(summary.margin, 1)}`;
    case 'unresolved':
      // The baseline alone: no other setup could be measured with all of its indexes.
      if (outcome.setupIds.length < 2) {
        return `No summary: nothing to compare ${formatList(outcome.setupIds.map(nameOf))} with`;
      }
      return outcome.isNoisy
        ? `No ${isPartial ? 'leader' : 'winner'}: this machine is too noisy now to tell ${formatList(outcome.setupIds.map(nameOf))} apart${isPartial ? among : ''}`
        : `No ${isPartial ? 'leader' : 'winner'} yet: ${formatList(outcome.setupIds.map(nameOf))} are not resolved${among}`;
    default:
      return assertNever(outcome);
  }
}

function fasterWords(win: WinningRatio, nameOf: (setupId: string) => string, scope = ''): string {
  const factor = inverseRatio(win.ratio);
  return `${formatRatio(factor.estimate)}× faster than ${nameOf(win.setupId)}${scope} (${formatFactorInterval(factor)})`;
}

function basisOf(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const { counted, leftOut, rounds, control, margin } = summary;
  if (counted.length === 0) {
    return leftOut.length === 0
      ? 'Add a query and compare.'
      : 'Each query needs a weight above 0 and an interval in every setup.';
  }
  const level = control ? `, ${formatPercent(control.level, 1)} intervals` : '';
  const noise = isNoisyMargin(margin)
    ? ` The machine is busy: the baseline measured against itself differed by up to ${formatPercent(margin, 1)}.`
    : '';
  const cached = Object.entries(summary.hitRatios).map(
    ([id, hits]) => ` ${nameOf(id)} has a result cache, empty at first: ${cacheWords(hits)}.`,
  );
  return `Geometric mean of the ratios of ${countedWords(summary)}, by weight, over ${formatCountOf(rounds, 'round')} of each${level}.${noise}${cached.join('')}`;
}

const reasons: Readonly<Record<LeftOutReason, string>> = {
  'no-weight': 'its weight is 0',
  'not-measured': 'it was not measured',
  'too-few-rounds': 'it has too few rounds for an interval',
  short: 'it is so slow that it got three rounds, which have no interval',
  failed: 'it failed',
  'different-answer': 'its answer differs from the baseline’s',
  'over-limit': 'it took longer than the limit for one statement',
};

const shortReasons: Readonly<Record<LeftOutReason, string>> = {
  'no-weight': 'weight 0',
  'not-measured': 'not measured',
  'too-few-rounds': 'too few rounds',
  short: '3 rounds only',
  failed: 'failed',
  'different-answer': 'different answer',
  'over-limit': 'over the time limit',
};

/** Why a query does not count: 'Top sellers is left out: it failed in C.' */
function leftOutWords(query: LeftOutQuery, nameOf: (setupId: string) => string): string {
  return `${query.name} is left out: ${reasons[query.reason]}${whereWords(query, nameOf)}.`;
}

function whereWords({ setupIds }: LeftOutQuery, nameOf: (setupId: string) => string): string {
  return setupIds.length === 0 ? '' : ` in ${formatList(setupIds.map(nameOf))}`;
}
