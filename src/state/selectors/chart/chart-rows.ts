// A query's detail as the rows that the charts draw, each picture with its notes.
// Pure; decides only what belongs into which picture.
import type { CallParts } from '../../../engine/model/comparison/call-parts.ts';
import type { RatioInterval, Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import { errorSentence } from '../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { equalMargin } from '../../../engine/statistics/verdict.ts';
import { formatHitRatio } from '../../../engine/statistics/words/change-format.ts';
import { verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import type { CellView } from '../bench/bench-view.ts';
import { discardedWords } from './comparison-summary.ts';
import type { QueryDetail, RoundTime, SetupDetail } from './query-detail.ts';

interface ChartRow {
  letter: SetupLetter;
  name: string;
  isStale: boolean;
}

export interface TimesChartRow extends ChartRow {
  samplesMs: Milliseconds[];
  firstRunMs: Milliseconds | null;
  medianMs: Milliseconds | null;
  warmMedianMs: Milliseconds | null;
}

export interface RatiosChartRow extends ChartRow {
  ratio: RatioInterval | null;
  headline: string;
  band: QueryDetail['band'];
  confirmed: { low: number; high: number } | undefined;
}

export interface RunOrderChartRow extends ChartRow {
  isControl: boolean;
  samples: RoundTime[];
}

export interface DistributionChartRow extends ChartRow {
  samplesMs: Milliseconds[];
  callsPerSample: number;
}

export interface CountersChartRow extends ChartRow {
  counters: Counters | null;
  note: string | undefined;
}

export interface PartsChartRow extends ChartRow {
  parts: CallParts | null;
  isShares: boolean;
}

/** Every setup's times, the baseline's first. */
export function timesRows({ setups }: QueryDetail): TimesChartRow[] {
  return setups.map((setup) => ({
    ...rowOf(setup),
    samplesMs: samplesOf(setup),
    firstRunMs: setup.firstRunMs,
    medianMs: setup.medianMs,
    warmMedianMs: setup.warmMedianMs,
  }));
}

/** One row for every setup, so that rows stand as in the chart of times; the baseline has no ratio. */
export function ratiosRows(detail: QueryDetail): RatiosChartRow[] {
  return detail.setups.map((setup, position) => ({
    ...rowOf(setup),
    ratio: setup.ratio,
    headline: position === 0 ? 'baseline' : shortWords(setup.cell, setup.verdict),
    band: detail.band,
    confirmed: spreadOf(setup),
  }));
}

/** The setups that have samples, the baseline's second ones (A′) after the first. */
export function runOrderRows({ setups, controlTimes }: QueryDetail): RunOrderChartRow[] {
  return setups.flatMap((setup) => {
    if (setup.times.length === 0) return [];
    const own = { ...rowOf(setup), isControl: false, samples: setup.times };
    return setup.cell.setupId === controlTimes?.setupId
      ? [own, { ...own, isControl: true, samples: controlTimes.times }]
      : [own];
  });
}

/** '2 rounds discarded: the page was hidden.' */
export function runOrderNote({ course }: QueryDetail): string | undefined {
  const words = course && discardedWords(course.discarded);
  return words ? `${words}.` : undefined;
}

/** The setups that have samples. */
export function distributionRows({ setups }: QueryDetail): DistributionChartRow[] {
  return setups.flatMap((setup) =>
    setup.times.length === 0
      ? []
      : [
          {
            ...rowOf(setup),
            samplesMs: samplesOf(setup),
            callsPerSample: setup.cell.summary?.calls ?? 1,
          },
        ],
  );
}

/** Every setup's work; counters that no longer fit are not there, so none are stale. */
export function countersRows({ setups }: QueryDetail): CountersChartRow[] {
  return setups.map((setup) => ({
    ...rowOf(setup),
    isStale: false,
    counters: setup.cell.counters,
    note: countersNote(setup.cell),
  }));
}

/** Every setup's call taken apart. */
export function partsRows({ setups, control }: QueryDetail): PartsChartRow[] {
  return setups.map((setup) => ({
    ...rowOf(setup),
    parts: setup.parts,
    isShares: otherTimes(setup, equalMargin(control)) !== null,
  }));
}

/**
 * Median with and without being taken apart, where they are further apart than two equal things on
 * this machine: minutes lie between the two. Null for a cache, whose parts are those of a miss.
 */
function otherTimes({ cell, parts, medianMs }: SetupDetail, margin: number) {
  if (!parts || medianMs === null || cell.isCached) return null;
  const apartMs = parts.executeMs + parts.fetchMs;
  const ratio = apartMs / medianMs;
  return ratio > 1 + margin || ratio < 1 / (1 + margin) ? { apartMs, medianMs } : null;
}

/** How parts are measured, and which of the setups are taken apart without their cache. */
export function partsNote({ setups, control }: QueryDetail): string {
  const cached = setups.filter(({ cell, parts }) => cell.isCached && parts !== null);
  const letters = cached.map(({ cell }) => cell.letter).join(', ');
  return [
    'They enter no verdict.',
    ...setups.flatMap((setup) => {
      const times = otherTimes(setup, equalMargin(control));
      return times
        ? `${setup.letter}: ${formatDuration(times.apartMs)} taken apart, ${formatDuration(times.medianMs)} in the comparison: read its shares.`
        : [];
    }),
    ...(letters ? [`${letters}: parts of a miss, the cache left out.`] : []),
  ].join(' ');
}

/** In place of the counters where none are: why not, and what to do. */
export function emptyCountersText({ setups }: QueryDetail): string | undefined {
  const error = setups.find(({ cell }) => cell.countError)?.cell.countError;
  return error ? errorSentence(error) : undefined;
}

/** The statement failed in every setup: no picture has anything in it. */
export function hasNothingToDraw({ setups }: QueryDetail): boolean {
  return setups.every(({ cell, times, firstRunMs }) => {
    return cell.error !== null && times.length === 0 && firstRunMs === null;
  });
}

/** Stands in place of an empty picture; undefined leaves it to the chart. `isBusy`: work goes on. */
export function emptyPictureText(
  picture: 'samples' | 'parts',
  { course }: QueryDetail,
  isBusy: boolean,
): string | undefined {
  if (!course || isBusy || course.error) return undefined;
  if (course.reason === 'nothing-to-compare') {
    return 'Not measured in rounds: the baseline, which every round needs, failed or took too long.';
  }
  if (picture === 'samples') return undefined;
  return course.status === 'stopped'
    ? 'Measuring was stopped before the calls were taken apart. Compare does both.'
    : 'Too slow to be taken apart: one round of it would use up a fifth of the budget.';
}

function rowOf({ cell, name }: SetupDetail): ChartRow {
  return { letter: cell.letter, name, isStale: cell.isStale };
}

function samplesOf({ times }: SetupDetail): Milliseconds[] {
  return times.map(({ perCallMs }) => perCallMs);
}

function spreadOf({ confirmed }: SetupDetail): RatiosChartRow['confirmed'] {
  if (!confirmed || confirmed.low === null || confirmed.high === null) return undefined;
  return { low: confirmed.low, high: confirmed.high };
}

function countersNote(cell: CellView): string | undefined {
  const { counters, countError, isCached, isStale, error } = cell;
  if (counters) return isCached ? 'work of a miss; a hit of its cache takes none' : undefined;
  if (isStale) return 'changed since it was counted';
  // A matter of the whole database: said once, in place of the picture.
  if (!error && countError?.code === 'too-large') return undefined;
  const reason = error ?? countError;
  return reason ? reason.message.replace(/\.$/, '') : undefined;
}

/** Fits beside a chart; the sentence beneath says how the cache answered. */
function shortWords({ summary, error, withheld }: CellView, verdict: Verdict | null): string {
  if (error?.code === 'index-invalid') return 'index failed';
  if (withheld) return withheld === 'other-baseline' ? 'other baseline' : 'no baseline';
  if (!verdict) return 'not measured';
  const { headline } = verdictWords(verdict);
  return summary?.cache ? `${headline}, ${formatHitRatio(summary.cache.hitRatio)} hits` : headline;
}
