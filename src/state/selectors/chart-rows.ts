// A query's detail as the rows that the charts draw, and the verdicts as sentences beneath them.
// Pure; decides only what belongs into which picture.
import type { SampleSummary } from '../../engine/model/comparison.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import type { RatioInterval, Verdict } from '../../engine/model/verdict.ts';
import { verdictWords } from '../../engine/statistics/verdict-words.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import type { QueryDetail, SetupDetail } from './query-detail.ts';

/** Before a round has said otherwise: differences within 5 % count as none. */
const usualMargin = 0.05;

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
  margin: number;
  isStale: boolean;
}

export interface VerdictSentence {
  letter: SetupLetter;
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

/** One row for every setup after the baseline. */
export function ratiosRows(detail: QueryDetail): RatiosChartRow[] {
  return detail.setups.slice(1).map((setup) => ({
    letter: setup.cell.letter,
    name: setup.name,
    ratio: setup.ratio,
    headline: setup.verdict ? shortWords(setup.verdict, setup.cell.summary) : 'not measured',
    margin: detail.margin ?? usualMargin,
    isStale: setup.cell.isStale,
  }));
}

/** What is to be said about each setup; the baseline is left out unless it failed. */
export function verdictSentences(detail: QueryDetail): VerdictSentence[] {
  return detail.setups.flatMap((setup, position) => {
    const { cell, name, verdict } = setup;
    const base = { letter: cell.letter, name, isStale: cell.isStale };
    if (cell.error) {
      const reason = [cell.error.message, cell.error.hint].filter(Boolean).join(' ');
      return [{ ...base, text: reason, tone: 'bad' as const }];
    }
    if (position === 0 || !verdict) return [];
    const isBad = verdict.kind === 'different-answer' || verdict.kind === 'failed';
    const tone = isBad ? ('bad' as const) : ('plain' as const);
    return [{ ...base, text: wordsOf(setup, detail).sentence, tone }];
  });
}

/** Fits beside a chart; the sentence beneath says how the cache answered. */
function shortWords(verdict: Verdict, summary: SampleSummary | null): string {
  const { headline } = verdictWords(verdict);
  return summary?.cache ? `${headline}, ${formatPercent(summary.cache.hitRatio)} hits` : headline;
}

function wordsOf({ cell, verdict }: SetupDetail, { setups }: QueryDetail) {
  const names = { setup: cell.letter, baseline: setups[0]?.cell.letter ?? 'A' };
  return verdictWords(
    verdict ?? { kind: 'too-few-runs', rounds: 0 },
    names,
    cell.summary?.cache ?? null,
  );
}
