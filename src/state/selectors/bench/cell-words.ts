// What a query cell of the bench says: short texts for the cell, sentences for its tooltips.
// Pure; the verdict's words come from the one place that has them.
import { errorSentence } from '../../../engine/model/errors.ts';
import type { ProvisionalReason } from '../../../engine/model/plan/plan.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { planBadgeWords } from '../../../engine/plan/words/badges/plan-badge-words.ts';
import type { StepBadge } from '../../../engine/plan/words/step-words-form.ts';
import { formatHitRatio } from '../../../engine/statistics/words/change-format.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import type { CellView } from './bench-view.ts';
import {
  type CellVerdictWords,
  cellVerdictWords,
  dimWords,
  firstRunHeadline,
} from './cell-verdict-words.ts';
import { counterWords } from './counter-words.ts';
import { narrowWords } from './narrow-words.ts';

/** Flat strings and flags, so that two of them can be compared cheaply. */
export interface CellWords extends CellVerdictWords {
  /** The large figure, empty while there is none. */
  time: string;
  timeTip: string;
  /** 'first run' before a time that is of another kind than its neighbours and not ranked. */
  timeNote: string;
  badge: string;
  badgeTone: StepBadge['tone'];
  badgeTip: string;
  /** For a narrow column; the same as the headline where that is short enough. */
  headlineNarrow: string;
  /** The interval where the column has no room for the whole; the same where that is short. */
  intervalNarrow: string;
  /** Drawn in the foot where the column is narrow; empty where it stays. */
  intervalMoved: string;
  /** What belongs to the verdict and has no room beside it: a long interval. */
  foot: string;
  footNarrow: string;
  footTip: string;
  /** '94 % hits, by reference', empty without a cache. */
  hits: string;
  hitsNarrow: string;
  /** 'at 94 %', for a narrow column with an interval before it. */
  hitsShort: string;
  hitsTip: string;
  /** '400,601 steps', empty until they are counted. */
  steps: string;
  stepsTip: string;
  /** Whether the counters are those of the author of an opened link. */
  confirmation: '' | 'confirmed' | 'contradicted';
  confirmationTip: string;
  rows: string;
  rowsTip: string;
  /** 'round 7' while it is measured. */
  round: string;
  /** The time is one execution's, not a median. */
  isFirstRun: boolean;
  isStale: boolean;
  isMeasuring: boolean;
  isProvisional: boolean;
}

/** How a cell's counters stand to those of the author of an opened link. */
export interface CellConfirmation {
  /** 'not-compared': not counted here yet, or with another version of SQLite. */
  status: 'confirmed' | 'contradicted' | 'not-compared';
  /** What agrees, or what differs, in a sentence. */
  tip: string;
  /** 'author: 400,601 steps': what is shown while nothing is counted here. */
  authorSteps: string;
}

/** A verdict with its interval that is longer takes two lines: the interval then moves to the foot. */
const maxLineCharacters = 26;
/** The same in a narrow column. */
const maxNarrowCharacters = 22;

/** The words of a cell. `baseline` is the letter it is compared with. */
export function cellWords(
  cell: CellView,
  baseline: SetupLetter,
  hasStatement = true,
  confirmation: CellConfirmation | null = null,
): CellWords {
  const verdict = hasStatement
    ? cellVerdictWords(cell, baseline)
    : dimWords('no statement yet', 'Write it in the query editor.');
  const narrow =
    !cell.error && cell.baselineFault
      ? { headline: verdict.headline, interval: 'no comparison' }
      : cell.verdict && verdict.methodLink
        ? narrowWords(cell.verdict, verdict)
        : verdict;
  const hasShort = narrow.interval !== '' && narrow.interval !== verdict.interval;
  const canMove = !cell.error && !hasShort && verdict.interval !== '';
  const length = `${verdict.headline} ${verdict.interval}`.length;
  const isLong = canMove && length > maxLineCharacters;
  const isMoved = canMove && !isLong && length > maxNarrowCharacters;
  return {
    ...timeWords(cell, verdict.headline),
    ...planPart(cell),
    ...verdict,
    headlineNarrow: narrow.headline,
    interval: isLong ? '' : verdict.interval,
    intervalNarrow: isLong ? '' : narrow.interval,
    intervalMoved: isMoved ? verdict.interval : '',
    ...footWords(cell, isLong ? verdict.interval : '', isLong ? narrow.interval : ''),
    ...hitWords(cell),
    ...workWords(cell, confirmation),
    ...confirmationPart(cell, confirmation),
    round: cell.progress === 'measuring' ? `round ${cell.rounds}` : '',
    isFirstRun:
      cell.firstRun !== null &&
      (cell.summary === null || cell.verdict?.kind === 'different-answer'),
    isStale: cell.isStale,
    isMeasuring: cell.progress === 'measuring',
    isProvisional: cell.isProvisional,
  };
}

function timeWords(
  cell: CellView,
  headline: string,
): Pick<CellWords, 'time' | 'timeTip' | 'timeNote'> {
  const { summary, firstRun, verdict } = cell;
  // Another answer is another work: the time of it would be read as a ranking.
  const isUnranked = verdict?.kind === 'different-answer';
  if (summary && !isUnranked) {
    const batches = `${formatCountOf(summary.samples, 'sample')} of ${formatCountOf(summary.calls, 'call')} each`;
    return {
      time: formatDuration(summary.medianMs),
      timeTip: `Median time per call: ${batches}, execute and fetch, inside a transaction. Fastest ${formatDuration(summary.minMs)}, spread (MAD) ±${formatDuration(summary.madMs)}.`,
      timeNote: '',
    };
  }
  if (verdict?.kind === 'over-limit') {
    const limit = formatDuration(verdict.limitMs);
    return {
      time: `> ${limit}`,
      timeTip: `Ended at the limit of ${limit} for one statement.`,
      timeNote: '',
    };
  }
  if (firstRun) {
    return {
      time: formatDuration(firstRun.firstRunMs),
      timeTip: 'The first execution, once, before warming up: an indication, not a measurement.',
      timeNote: headline === firstRunHeadline ? '' : firstRunHeadline,
    };
  }
  return { time: '', timeTip: '', timeNote: '' };
}

const provisionalWords: Record<ProvisionalReason, string> = {
  statistics: 'this setup has statistics, and the data they are made from is not there yet.',
  values: 'the parameters take their values from the data, which is not there yet.',
};

function planPart(cell: CellView): Pick<CellWords, 'badge' | 'badgeTone' | 'badgeTip'> {
  if (cell.badge === null) return { badge: '', badgeTone: 'neutral', badgeTip: '' };
  const { text, tone, explanation } = planBadgeWords(cell.badge);
  const provisional = cell.isProvisional
    ? ` Provisional: ${provisionalWords[cell.provisionalReason ?? 'statistics']}`
    : '';
  return { badge: text, badgeTone: tone, badgeTip: explanation + provisional };
}

function footWords(
  cell: CellView,
  interval: string,
  narrowInterval: string,
): Pick<CellWords, 'foot' | 'footNarrow' | 'footTip'> {
  const { summary, progress } = cell;
  const stopped = progress === 'stopped' && summary !== null && 'stopped';
  const tips = [
    cell.isStale && 'Stale: something it depends on has changed since. Compare measures it again.',
    stopped && 'Measuring was stopped early.',
    interval && `The interval of the verdict: ${interval}.`,
  ];
  return {
    foot: joined(stopped, interval),
    footNarrow: joined(stopped, narrowInterval),
    footTip: tips.filter(Boolean).join(' '),
  };
}

function hitWords({
  summary,
}: CellView): Pick<CellWords, 'hits' | 'hitsNarrow' | 'hitsShort' | 'hitsTip'> {
  const cache = summary?.cache ?? null;
  if (!cache) return { hits: '', hitsNarrow: '', hitsShort: '', hitsTip: '' };
  const share = `${formatHitRatio(cache.hitRatio)} hits`;
  return {
    hits: `${share}, by ${cache.copy}`,
    hitsNarrow: share,
    hitsShort: `at ${formatHitRatio(cache.hitRatio)}`,
    hitsTip: `Hits: the share of ${formatCountOf(cache.draws, 'call')} that the cache answered, empty at first; it hands out the rows themselves, not copies. Kept warm, a call takes ${formatDuration(cache.warmMedianMs)}.`,
  };
}

function joined(...parts: (string | false | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function confirmationPart(
  { counters }: CellView,
  confirmation: CellConfirmation | null,
): Pick<CellWords, 'confirmation' | 'confirmationTip'> {
  if (!counters || !confirmation) return { confirmation: '', confirmationTip: '' };
  const { status, tip } = confirmation;
  return { confirmation: status === 'not-compared' ? '' : status, confirmationTip: tip };
}

function workWords(
  cell: CellView,
  confirmation: CellConfirmation | null,
): Pick<CellWords, 'steps' | 'stepsTip' | 'rows' | 'rowsTip'> {
  const { counters, firstRun } = cell;
  const rowCount = counters?.rows ?? firstRun?.rowCount ?? null;
  // Where the query failed, that says enough.
  const countError = cell.error ? null : cell.countError;
  const failure = { steps: 'not counted', tip: countError ? errorSentence(countError) : '' };
  const work = counters
    ? counterWords(counters, cell.isCached)
    : countError
      ? failure
      : { steps: confirmation?.authorSteps ?? '', tip: confirmation?.tip ?? '' };
  return {
    steps: work.steps,
    stepsTip: work.tip,
    rows: rowCount === null ? '' : formatCountOf(rowCount, 'row'),
    rowsTip:
      rowCount === null
        ? ''
        : `Rows: what the statement returned or changed, ${formatCount(rowCount)}.`,
  };
}
