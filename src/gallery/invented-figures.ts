// Invented figures that the gallery's charts show.
import type { CountersRow } from '../charts/counters/counters-model.ts';
import type { DistributionRow } from '../charts/distribution/distribution-model.ts';
import type { PartsRow } from '../charts/parts/parts-model.ts';
import type { RatiosRow } from '../charts/ratios/ratios-model.ts';
import type { RunOrderRow } from '../charts/run-order/run-order-model.ts';
import type { ScaleInput } from '../charts/scale/scale-model.ts';
import type { TimesRow } from '../charts/times/times-model.ts';
import { setupLetters } from '../engine/model/playground.ts';

/** Invented times: a mode with a tail to the right, as real ones have. */
export function sampleTimes(centreMs: number, count: number, salt = 0): number[] {
  return Array.from({ length: count }, (_, index) => {
    const unit = Math.abs(Math.sin(index * 12.9898 + 4.1 + salt) * 43_758.5453) % 1;
    return centreMs * (0.95 + 0.08 * unit + 0.2 * unit ** 8);
  });
}

function timesRow(row: Omit<TimesRow, 'samplesMs' | 'isStale'> & { count: number }): TimesRow {
  return { ...row, samplesMs: sampleTimes(row.medianMs ?? 1, row.count), isStale: false };
}

export const timesRows: TimesRow[] = [
  timesRow({ letter: 'A', name: 'baseline', firstRunMs: 15.4, medianMs: 11.2, count: 24 }),
  timesRow({ letter: 'B', name: 'by category', firstRunMs: 3.1, medianMs: 1.9, count: 24 }),
  {
    ...timesRow({
      letter: 'C',
      name: 'covering + cache',
      firstRunMs: 0.9,
      medianMs: 0.37,
      count: 24,
    }),
    warmMedianMs: 0.012,
  },
];

/** Six setups close to each other, E stale. */
export function crowdedTimesRows(count: number): TimesRow[] {
  return setupLetters.map((letter, index) => ({
    ...timesRow({
      letter,
      name: 'all six',
      firstRunMs: null,
      medianMs: 0.004 * 1.3 ** index,
      count,
    }),
    isStale: letter === 'E',
  }));
}

const level = 0.975;
const band = { bound: 1.05, reason: 'equal' } as const;
export const ratiosRows: RatiosRow[] = [
  { letter: 'A', name: 'baseline', ratio: null, headline: 'baseline', band },
  {
    letter: 'B',
    name: 'by category',
    ratio: { estimate: 0.17, low: 0.164, high: 0.178, level },
    headline: '5.9× faster',
    band,
    confirmed: { low: 0.16, high: 0.181 },
  },
  {
    letter: 'C',
    name: 'covering + cache',
    ratio: { estimate: 0.033, low: 0.028, high: 0.041, level },
    headline: '30× faster',
    band,
    confirmed: { low: 0.026, high: 0.035 },
  },
];
export const closeRatiosRows: RatiosRow[] = [
  { letter: 'A', name: 'baseline', ratio: null, headline: 'baseline', band },
  {
    letter: 'B',
    name: 'by category',
    ratio: { estimate: 0.99, low: 0.97, high: 1.02, level },
    headline: 'no meaningful difference',
    band,
  },
  {
    letter: 'C',
    name: 'covering',
    ratio: { estimate: 1.4, low: 1.1, high: 1.7, level },
    headline: '1.4× slower',
    band,
    isStale: true,
  },
  { letter: 'D', name: 'wrong', ratio: null, headline: 'different answer', band },
];

/** With the control after A; times drift upwards, and the machine hiccups once. */
export function runOrderRows(times: readonly TimesRow[], rounds: number): RunOrderRow[] {
  return times.flatMap((row, position) => {
    const base = { letter: row.letter, name: row.name, isStale: row.isStale };
    const centre = row.medianMs ?? 1;
    const own = { ...base, samples: drifting(centre, rounds, position) };
    if (position > 0) return [own];
    return [own, { ...base, isControl: true, samples: drifting(centre, rounds, 9) }];
  });
}

function drifting(centreMs: number, rounds: number, salt: number): RunOrderRow['samples'] {
  return sampleTimes(centreMs, rounds, salt).map((time, index) => ({
    // Round 8 was discarded.
    round: index < 7 ? index + 1 : index + 2,
    perCallMs: time * (1 + (0.15 * index) / rounds) * (index === 14 && salt < 2 ? 1.9 : 1),
  }));
}

export function distributionRows(
  times: readonly TimesRow[],
  callsPerSample: number,
): DistributionRow[] {
  return times.map(({ letter, name, samplesMs, isStale }) => ({
    letter,
    name,
    samplesMs,
    callsPerSample,
    isStale,
  }));
}

const hashes = { resultHash: '0', planHash: '0' };
export const countersRows: CountersRow[] = [
  {
    letter: 'A',
    name: 'baseline',
    counters: {
      vmSteps: 400_601,
      fullScanSteps: 99_999,
      sorts: 1,
      autoIndexRows: 0,
      filterHits: 0,
      filterMisses: 0,
      pageHits: 316,
      pageMisses: 316,
      rows: 99,
      ...hashes,
    },
    isStale: false,
  },
  {
    letter: 'B',
    name: 'by category',
    counters: {
      vmSteps: 18_009,
      fullScanSteps: 0,
      sorts: 1,
      autoIndexRows: 0,
      filterHits: 0,
      filterMisses: 0,
      pageHits: 2008,
      pageMisses: 241,
      rows: 99,
      ...hashes,
    },
    isStale: false,
  },
  {
    letter: 'C',
    name: 'covering + cache',
    counters: {
      vmSteps: 812,
      fullScanSteps: 0,
      sorts: 0,
      autoIndexRows: 0,
      filterHits: 0,
      filterMisses: 0,
      pageHits: 103,
      pageMisses: 5,
      rows: 99,
      ...hashes,
    },
    isStale: false,
  },
];

export const crowdedCountersRows: CountersRow[] = setupLetters.map((letter, index) => ({
  letter,
  name: `with ${index} indexes`,
  counters:
    letter === 'D'
      ? null
      : {
          vmSteps: 810_939 - 130_000 * index,
          fullScanSteps: 50_500,
          sorts: index % 2,
          autoIndexRows: index < 2 ? 50_000 : 0,
          filterHits: 50_000,
          filterMisses: 50_000,
          pageHits: 9015 * (index + 1),
          pageMisses: 1100,
          rows: 1_234_567,
          ...hashes,
        },
  note: letter === 'D' ? 'interrupted after 20 s' : undefined,
  isStale: letter === 'E',
}));

export const partsRows: PartsRow[] = [
  {
    letter: 'A',
    name: 'baseline',
    parts: { prepareMs: 0.021, executeMs: 10.4, fetchMs: 0.8, rounds: 20 },
    isStale: false,
  },
  {
    letter: 'B',
    name: 'by category',
    parts: { prepareMs: 0.9, executeMs: 1.1, fetchMs: 3.8, rounds: 20 },
    isStale: false,
  },
  {
    letter: 'C',
    name: 'covering + cache',
    parts: { prepareMs: 0.018, executeMs: 0.21, fetchMs: 0.14, rounds: 20 },
    isStale: false,
  },
];

export const crowdedPartsRows: PartsRow[] = setupLetters.map((letter, index) => ({
  letter,
  name: 'all six',
  parts:
    letter === 'D'
      ? null
      : {
          prepareMs: 0.012,
          executeMs: 0.02 + 0.006 * index,
          fetchMs: 0.009 * (index % 3),
          rounds: 7,
        },
  isStale: letter === 'E',
}));

const sizes = [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

/** The first `count` sizes of a scan against two indexes. */
export function scaleInput(count: number): ScaleInput {
  const measured = sizes.slice(0, count);
  const points = (time: (n: number) => number, steps: (n: number) => number) =>
    measured.map((x, index) => ({
      x,
      medianMs: time(x),
      samplesMs: [],
      interval: index === 1 ? null : { low: time(x) * 0.9, high: time(x) * 1.13, level: 0.95 },
      steps: Math.round(steps(x)),
    }));
  return {
    xKind: 'rows',
    series: [
      {
        letter: 'A',
        name: 'baseline',
        growth: 'grows like n^1.02',
        points: points(
          (n) => n * 1.1e-4,
          (n) => 4 * n,
        ),
      },
      {
        letter: 'B',
        name: 'by category',
        growth: 'like log n',
        points: points(
          (n) => 0.16 + 0.02 * Math.log10(n),
          (n) => 700 + 40 * Math.log2(n),
        ),
      },
      {
        letter: 'C',
        name: 'covering',
        growth: 'like log n',
        points: points(
          (n) => 0.11 + 0.015 * Math.log10(n),
          (n) => 500 + 30 * Math.log2(n),
        ),
      },
    ],
    crossovers:
      count > 2
        ? [
            { x: 2280, text: 'B wins from 2,300 rows' },
            { x: 1420, text: 'C wins from 1,400 rows' },
          ]
        : [],
    bracket: null,
  };
}

export const selectivityInput: ScaleInput = {
  xKind: 'share',
  series: setupLetters.map((letter, index) => ({
    letter,
    name: `setup ${index + 1}`,
    growth: index % 2 === 0 ? 'flat' : 'grows like s^0.9',
    isStale: letter === 'E',
    points: [0.000_01, 0.0001, 0.001, 0.01, 0.1, 0.5].map((x) => {
      const medianMs = index % 2 === 0 ? 4 + index : 0.05 + 24 * x * (1 + index / 5);
      const interval = { low: medianMs * 0.96, high: medianMs * 1.04, level: 0.95 };
      return { x, samplesMs: [], medianMs, interval, steps: null };
    }),
  })),
  crossovers: [],
  bracket: { low: 0.12, high: 0.2, text: 'B stops winning between 12 % and 20 %' },
};
