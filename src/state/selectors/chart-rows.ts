// A query's detail as the rows that the charts draw, and the verdicts as sentences beneath them.
// Pure; decides only what belongs into which picture.
import type { EngineError } from '../../engine/model/errors.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import type { RatioInterval, Verdict } from '../../engine/model/verdict.ts';
import { formatHitRatio } from '../../engine/statistics/change-format.ts';
import { verdictWords } from '../../engine/statistics/verdict-words.ts';
import type { CellView } from './bench-view.ts';
import type { QueryDetail, SetupDetail } from './query-detail.ts';

export interface TimesChartRow {
  letter: SetupLetter;
  name: string;
  samplesMs: Milliseconds[];
  firstRunMs: Milliseconds | null;
  medianMs: Milliseconds | null;
  warmMedianMs: Milliseconds | null;
  isStale: boolean;
}

export interface RatiosChartRow {
  letter: SetupLetter;
  name: string;
  ratio: RatioInterval | null;
  headline: string;
  band: QueryDetail['band'];
  isStale: boolean;
}

export interface VerdictSentence {
  /** Null for what is true of every setup. */
  letter: SetupLetter | null;
  name: string;
  text: string;
  tone: 'plain' | 'bad';
  isStale: boolean;
}

/** Every setup's times, the baseline's first. */
export function timesRows({ setups }: QueryDetail): TimesChartRow[] {
  return setups.map(({ cell, name, samplesMs, firstRunMs, medianMs, warmMedianMs }) => ({
    letter: cell.letter,
    name,
    samplesMs,
    firstRunMs,
    medianMs,
    warmMedianMs,
    isStale: cell.isStale,
  }));
}

/** One row for every setup, so that rows stand as in the chart of times; the baseline has no ratio. */
export function ratiosRows(detail: QueryDetail): RatiosChartRow[] {
  return detail.setups.map(({ cell, name, ratio, verdict }, position) => ({
    letter: cell.letter,
    name,
    ratio,
    headline: position === 0 ? 'baseline' : shortWords(cell, verdict),
    band: detail.band,
    isStale: cell.isStale,
  }));
}

/** What is to be said about each setup; the baseline is left out unless it failed. */
export function verdictSentences(detail: QueryDetail): VerdictSentence[] {
  if (!detail.hasStatement) return [];
  const common = commonError(detail);
  if (common) return [{ letter: null, name: '', text: common, tone: 'bad', isStale: false }];
  const own = detail.setups.flatMap((setup, position) => {
    const { cell, name, verdict } = setup;
    const base = { letter: cell.letter, name, isStale: cell.isStale };
    if (cell.error) {
      return [{ ...base, text: errorSentence(cell.error), tone: 'bad' as const }];
    }
    if (position === 0 || !verdict) return [];
    const isBad = verdict.kind === 'different-answer' || verdict.kind === 'failed';
    const tone = isBad ? ('bad' as const) : ('plain' as const);
    return [{ ...base, text: wordsOf(setup, detail).sentence, tone }];
  });
  return detail.isOtherBaseline ? [otherBaseline, ...own] : own;
}

const otherBaseline: VerdictSentence = {
  letter: null,
  name: '',
  text: 'These times were measured against another baseline. Compare gives verdicts against this one.',
  tone: 'plain',
  isStale: false,
};

/** The one error of all setups: a mistake in the statement is said once. */
function commonError({ setups }: QueryDetail): string | null {
  const texts = new Set(setups.map(({ cell }) => (cell.error ? errorSentence(cell.error) : null)));
  const [only] = texts;
  return texts.size === 1 && setups.length > 1 ? (only ?? null) : null;
}

function errorSentence({ message, hint }: EngineError): string {
  return [message, hint].filter(Boolean).join(' ');
}

/** Fits beside a chart; the sentence beneath says how the cache answered. */
function shortWords({ summary, error, withheld }: CellView, verdict: Verdict | null): string {
  if (error?.code === 'index-invalid') return 'index failed';
  if (withheld) return withheld === 'other-baseline' ? 'other baseline' : 'no baseline';
  if (!verdict) return 'not measured';
  const { headline } = verdictWords(verdict);
  return summary?.cache ? `${headline}, ${formatHitRatio(summary.cache.hitRatio)} hits` : headline;
}

function wordsOf({ cell, verdict }: SetupDetail, { setups }: QueryDetail) {
  const names = { setup: cell.letter, baseline: setups[0]?.cell.letter ?? 'A' };
  return verdictWords(
    verdict ?? { kind: 'too-few-runs', rounds: 0 },
    names,
    cell.summary?.cache ?? null,
  );
}
