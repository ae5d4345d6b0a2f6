// Invented figures for the charts of the labs Writes and Storage.
import type { IntervalRowInput } from '../charts/price/interval-rows-model.ts';
import type { PricePanelInput } from '../charts/price/price-model.ts';
import type { DescribedBlock } from '../charts/storage/StorageMap.tsx';
import type { BatchSeries } from '../charts/writes/batch-model.ts';
import type { RateGroup, RateLane } from '../charts/writes/rates-model.ts';
import type { SetupLetter } from '../engine/model/playground.ts';
import type { Milliseconds } from '../engine/model/units.ts';
import { sampleTimes } from './invented-figures.ts';

interface InventedTechnique {
  name: string;
  medianMs: Milliseconds;
  roundTrips: number;
  verdict: string;
}

const techniques: InventedTechnique[] = [
  { name: 'prepared, autocommit', medianMs: 436, roundTrips: 10_000, verdict: '27× slower' },
  { name: 'prepared, one transaction', medianMs: 16, roundTrips: 10_002, verdict: 'baseline' },
  { name: 'multi-row VALUES × 1,000', medianMs: 12, roundTrips: 12, verdict: '1.33× faster' },
];

/** `latencyMs`: what each round trip adds; null without a network. */
export function rateGroups(latencyMs: Milliseconds | null): RateGroup[] {
  return techniques.map((technique, position) => ({
    name: technique.name,
    isBaseline: position === 1,
    lanes: [
      lane(technique, 'A', 'baseline', 1, latencyMs),
      lane(technique, 'B', 'by category', 1.8, latencyMs),
    ],
  }));
}

function lane(
  { medianMs, roundTrips, verdict }: InventedTechnique,
  letter: SetupLetter,
  setupName: string,
  factor: number,
  latencyMs: Milliseconds | null,
): RateLane {
  const middle = medianMs * factor;
  return {
    letter,
    setupName,
    verdict,
    roundTrips,
    ...measured(middle, 12),
    simulatedMs: latencyMs === null ? null : middle + roundTrips * latencyMs,
    isRanked: true,
  };
}

function measured(medianMs: Milliseconds, count: number) {
  const samplesMs = sampleTimes(medianMs, count);
  const interval = { low: medianMs * 0.95, high: medianMs * 1.06, level: 0.95 };
  return { samplesMs, medianMs, interval, lowMs: interval.low, highMs: interval.high };
}

export const batchSeries: BatchSeries[] = (['A', 'B'] as const).map((letter, position) => ({
  letter,
  setupName: position === 0 ? 'baseline' : 'by category',
  points: [16, 12.5, 12, 12.1].map((medianMs, power) => ({
    batchSize: 10 ** power,
    ...measured(medianMs * (1 + position), 10),
    simulatedMs: null,
    roundTrips: null,
    verdict: power === 0 ? 'baseline' : 'faster',
  })),
}));

export const pricePanels: PricePanelInput[] = [
  { title: 'Insert', perRow: [0.0026, 0.0044, 0.0068] },
  { title: 'Delete', perRow: [0.0014, 0.0029, 0.0041] },
].map(({ title, perRow }) => ({
  title,
  points: perRow.map((medianMs, count) => ({
    count,
    label: count === 0 ? 'no index' : `+ idx_${count}`,
    letters: count === 0 ? ['A'] : count === 1 ? ['B'] : [],
    isStep: true,
    ...measured(medianMs, 14),
  })),
}));

export const constraintRows: IntervalRowInput[] = [
  row('CHECK (price >= 0)', 'no meaningful difference', 1.01, 0.98, 1.03),
  row('5 CHECKs', '1.39× slower', 1.39, 1.31, 1.46, true),
  row('UNIQUE (name)', '1.73× slower', 1.73, 1.66, 1.82),
];

function row(
  title: string,
  detail: string,
  estimate: number,
  low: number,
  high: number,
  isTried = false,
): IntervalRowInput {
  return { id: title, title, detail, interval: { estimate, low, high, level: 0.983 }, isTried };
}

export const storageBlocks: DescribedBlock[] = [
  block('orders', 'orders', 'table', 5_300_000),
  block('idx_orders_product', 'orders', 'index', 987_000),
  block('products', 'products', 'table', 1_040_000),
  block('idx_products_category', 'products', 'index', 299_000),
];

function block(
  name: string,
  group: string,
  kind: DescribedBlock['kind'],
  sizeBytes: number,
): DescribedBlock {
  const role = kind === 'table' ? 'table' : `index of ${group}`;
  return { name, group, kind, sizeBytes, role, pages: `${Math.ceil(sizeBytes / 4096)} pages` };
}
