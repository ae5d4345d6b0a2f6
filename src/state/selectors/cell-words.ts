// What a query cell of the bench says: short texts for the cell, sentences for its tooltips.
// Pure; the verdict's words come from the one place that has them.
import type { SetupLetter } from '../../engine/model/playground.ts';
import { formatHitRatio } from '../../engine/statistics/change-format.ts';
import { verdictWords } from '../../engine/statistics/verdict-words.ts';
import { formatCount, formatCountOf } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import type { CellView } from './bench-view.ts';
import { badgeWords, type PlanTone } from './plan-words.ts';

export type CellTone = 'plain' | 'dim' | 'good' | 'bad';

/** Flat strings and flags, so that two of them can be compared cheaply. */
export interface CellWords {
  /** The large figure, empty while there is none. */
  time: string;
  timeTip: string;
  badge: string;
  badgeTone: PlanTone;
  badgeTip: string;
  /** Empty when there is no verdict to show. */
  headline: string;
  headlineTone: CellTone;
  interval: string;
  verdictTip: string;
  /** Rounds and rows, or how old the result is. */
  foot: string;
  footTip: string;
  /** The time is one execution's, not a median. */
  isFirstRun: boolean;
  isStale: boolean;
  isMeasuring: boolean;
  isProvisional: boolean;
}

/** A verdict with its interval that is longer takes two lines: the interval then moves to the foot. */
const maxLineCharacters = 22;

/** The words of a cell. `baseline` is the letter it is compared with. */
export function cellWords(cell: CellView, baseline: SetupLetter, hasStatement = true): CellWords {
  const verdict = hasStatement
    ? verdictPart(cell, baseline)
    : dimWords('no statement yet', 'Write it in the query editor.');
  const isLong = `${verdict.headline} ${verdict.interval}`.length > maxLineCharacters;
  return {
    ...timeWords(cell),
    ...planPart(cell),
    ...verdict,
    ...(isLong && !cell.error ? { interval: '' } : {}),
    ...footWords(cell, isLong && !cell.error ? verdict.interval : ''),
    isFirstRun: cell.summary === null && cell.firstRun !== null,
    isStale: cell.isStale,
    isMeasuring: cell.progress === 'measuring',
    isProvisional: cell.isProvisional,
  };
}

function timeWords(cell: CellView): Pick<CellWords, 'time' | 'timeTip'> {
  const { summary, firstRun, verdict } = cell;
  if (summary) {
    const batches = `${formatCountOf(summary.samples, 'sample')} of ${formatCountOf(summary.calls, 'call')} each`;
    return {
      time: formatDuration(summary.medianMs),
      timeTip: `Median time per call: ${batches}, execute and fetch, inside a transaction. Fastest ${formatDuration(summary.minMs)}, spread (MAD) ±${formatDuration(summary.madMs)}.`,
    };
  }
  if (verdict?.kind === 'over-limit') {
    const limit = formatDuration(verdict.limitMs);
    return {
      time: `> ${limit}`,
      timeTip: `Ended at the limit of ${limit} for one statement.`,
    };
  }
  if (firstRun) {
    return {
      time: formatDuration(firstRun.firstRunMs),
      timeTip: 'The first execution, once, before warming up: an indication, not a measurement.',
    };
  }
  return { time: '', timeTip: '' };
}

function planPart(cell: CellView): Pick<CellWords, 'badge' | 'badgeTone' | 'badgeTip'> {
  if (cell.badge === null) return { badge: '', badgeTone: 'neutral', badgeTip: '' };
  const { text, tone, explanation } = badgeWords(cell.badge);
  const provisional = cell.isProvisional
    ? ' Provisional: this setup has statistics, and the data they are made from is not there yet.'
    : '';
  return { badge: text, badgeTone: tone, badgeTip: explanation + provisional };
}

type VerdictPart = Pick<CellWords, 'headline' | 'headlineTone' | 'interval' | 'verdictTip'>;

function verdictPart(cell: CellView, baseline: SetupLetter): VerdictPart {
  const { verdict, error, progress, withheld } = cell;
  if (error) {
    return {
      headline: errorHeadline(cell),
      headlineTone: 'bad',
      interval: error.message,
      verdictTip: [error.message, error.hint].filter(Boolean).join(' '),
    };
  }
  if (withheld) {
    const [headline, tip] = withheldWords[withheld];
    return dimWords(headline, tip);
  }
  const isOpen = verdict === null || verdict.kind === 'too-few-runs';
  if (progress === 'measuring' && isOpen) {
    return dimWords('measuring', 'A verdict needs more rounds.');
  }
  if (isOpen && cell.firstRun && !cell.summary) {
    return dimWords('first run', 'Executed once so far; Compare goes on with rounds.');
  }
  if (!verdict) return dimWords('not measured', 'Press Compare to measure.');
  const names = { setup: cell.letter, baseline };
  const { sentence } = verdictWords(verdict, names, cell.summary?.cache ?? null);
  if (verdict.kind === 'over-limit') return dimWords('over the limit', sentence);
  // The hit ratio of a cache stands in the foot of the same cell.
  const { headline, interval } = verdictWords(verdict, names);
  const headlineTone = verdictTones[verdict.kind];
  return { headline, headlineTone, interval, verdictTip: sentence };
}

function errorHeadline({ error, verdict, progress }: CellView): string {
  if (error?.code === 'index-invalid') return 'index failed';
  return verdict?.kind === 'failed' || progress !== 'not-measured' ? 'failed' : 'no plan';
}

const withheldWords = {
  'other-baseline': [
    'other baseline',
    'Measured against another baseline: its pairs were measured with the setup that was the baseline then. Compare measures against this one.',
  ],
  'incomplete-baseline': [
    'no baseline to compare with',
    'An index of the baseline could not be created, so its times are of something else.',
  ],
} as const;

const verdictTones = {
  baseline: 'dim',
  'too-few-runs': 'dim',
  faster: 'good',
  slower: 'bad',
  equal: 'plain',
  unresolved: 'plain',
  'clearly-faster': 'good',
  'clearly-slower': 'bad',
  'too-noisy': 'plain',
  'different-answer': 'bad',
  failed: 'bad',
} as const;

function dimWords(headline: string, verdictTip: string): VerdictPart {
  return { headline, headlineTone: 'dim', interval: '', verdictTip };
}

function footWords(cell: CellView, interval: string): Pick<CellWords, 'foot' | 'footTip'> {
  const { firstRun, rounds, summary, progress } = cell;
  const cache = summary?.cache ?? null;
  const parts: string[] = [];
  if (progress === 'measuring') parts.push(`round ${rounds}`);
  if (progress === 'stopped' && summary) parts.push('stopped');
  if (interval) parts.push(interval);
  if (cache) parts.push(`${formatHitRatio(cache.hitRatio)} hits, by ${cache.copy}`);
  if (firstRun && !cache) parts.push(formatCountOf(firstRun.rowCount, 'row'));
  const tips = [
    cache &&
      `Hits: the share of ${formatCountOf(cache.draws, 'call')} that the cache answered, empty at first; it hands out the rows themselves, not copies. Kept warm, a call takes ${formatDuration(cache.warmMedianMs)}.`,
    progress === 'measuring' && 'Round: how often every setup has been measured once.',
    firstRun && `Rows: what the statement returned, ${formatCount(firstRun.rowCount)}.`,
    progress === 'stopped' && 'Measuring was stopped early.',
    cell.isStale && 'Stale: something it depends on has changed since. Compare measures it again.',
  ];
  return { foot: parts.join(' · '), footTip: tips.filter(Boolean).join(' ') };
}
