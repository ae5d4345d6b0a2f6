// The words for the summary over the workload, and for the queries that it leaves out.
// Decides nothing: workload.ts does. Ratios are written as verdict-words.ts writes them.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format-count.ts';
import { formatPercent } from '../../../lib/format-percent.ts';
import { formatRatio } from '../../../lib/format-ratio.ts';
import type {
  LeftOutQuery,
  LeftOutReason,
  WinningRatio,
  WorkloadSummary,
} from '../../model/comparison/workload.ts';
import { inverseRatio } from '../paired-ratio.ts';
import { isNoisyMargin } from '../verdict.ts';
import { formatFactorRange } from '../words/change-format.ts';
import { cacheWords } from '../words/verdict-words.ts';

export interface WorkloadWords {
  /** 'C wins: 12× faster than A over the workload (10–14), 3.1× faster than B (2.7–3.5)' */
  headline: string;
  /** What the headline rests on: queries, rounds, level, noise. */
  basis: string;
  /** A sentence for each query that does not count. */
  leftOut: string[];
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
  };
}

function headlineOf(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const { outcome } = summary;
  const hitNote = (setupId: string) => {
    const hits = summary.hitRatios[setupId];
    return hits === undefined ? '' : ` ${cacheWords(hits)}`;
  };
  switch (outcome.kind) {
    case 'empty':
      return 'No query counts for the workload';
    case 'winner': {
      const { setupId, againstBaseline, againstNextBest } = outcome;
      const wins = `${nameOf(setupId)} wins: ${fasterWords(againstBaseline, nameOf, true)}`;
      const next =
        againstNextBest.setupId === againstBaseline.setupId
          ? ''
          : `, ${fasterWords(againstNextBest, nameOf)}${hitNote(againstNextBest.setupId)}`;
      return `${wins}${hitNote(setupId)}${next}`;
    }
    case 'baseline-wins': {
      const next = outcome.againstNextBest;
      return `${nameOf(outcome.setupId)}, the baseline, wins: ${fasterWords(next, nameOf, true)}${hitNote(next.setupId)}`;
    }
    case 'tie':
      return `No meaningful difference over the workload: ${listOf(outcome.setupIds.map(nameOf))}, within ±${formatPercent(summary.margin, 1)}`;
    case 'unresolved':
      return outcome.isNoisy
        ? `No winner: this machine is too noisy now to tell ${listOf(outcome.setupIds.map(nameOf))} apart`
        : `No winner yet: ${listOf(outcome.setupIds.map(nameOf))} are not resolved over the workload`;
    default:
      return assertNever(outcome);
  }
}

function fasterWords(
  win: WinningRatio,
  nameOf: (setupId: string) => string,
  isOverall = false,
): string {
  const factor = inverseRatio(win.ratio);
  const scope = isOverall ? ' over the workload' : '';
  return `${formatRatio(factor.estimate)}× faster than ${nameOf(win.setupId)}${scope} (${formatFactorRange(factor.low, factor.high)})`;
}

function basisOf(summary: WorkloadSummary, nameOf: (setupId: string) => string): string {
  const { counted, leftOut, rounds, control, margin } = summary;
  if (counted.length === 0) {
    return leftOut.length === 0
      ? 'Add a query and compare.'
      : 'Each query needs a weight above 0 and an interval in every setup.';
  }
  const queries =
    leftOut.length === 0
      ? formatCountOf(counted.length, 'query', 'queries')
      : `${counted.length} of ${formatCountOf(counted.length + leftOut.length, 'query', 'queries')}`;
  const level = control ? `, ${formatPercent(control.level, 1)} intervals` : '';
  const noise = isNoisyMargin(margin)
    ? ` The machine is busy: the baseline measured against itself differed by up to ${formatPercent(margin, 1)}.`
    : '';
  const cached = Object.entries(summary.hitRatios).map(
    ([id, hits]) => ` ${nameOf(id)} has a result cache, empty at first: ${cacheWords(hits)}.`,
  );
  return `Geometric mean of the ratios of ${queries}, by weight, over ${formatCountOf(rounds, 'round')} of each${level}.${noise}${cached.join('')}`;
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

/** Why a query does not count: 'Top sellers is left out: it failed in C.' */
export function leftOutWords(query: LeftOutQuery, nameOf: (setupId: string) => string): string {
  const where = query.setupIds.length === 0 ? '' : ` in ${listOf(query.setupIds.map(nameOf))}`;
  return `${query.name} is left out: ${reasons[query.reason]}${where}.`;
}

function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
