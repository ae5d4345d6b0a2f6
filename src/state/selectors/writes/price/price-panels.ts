// The price of indexes as pictures: time a row by number of indexes, and what each adds by itself.
// Pure; the charts draw what stands here.

import type { Estimate, TimeDifference } from '../../../../engine/model/interval.ts';
import type { MeasuredTime } from '../../../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import { verdictKindWords } from '../../../../engine/statistics/words/verdict-words.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { differencePerRow } from '../run/figure-words.ts';
import { operationTitle } from '../run/operation-words.ts';
import { setTitle } from './price-rows.ts';
import { measuredSet, type PriceRequest, pricedSets } from './price-run.ts';

/** An operation's times a row against the number of indexes. */
export interface PricePanel {
  title: string;
  points: PricePoint[];
}

/** All times are those of a row. */
export interface PricePoint extends MeasuredTime {
  /** Indexes that are on, 0 first. */
  count: number;
  /** What the last one is: '+ idx_price'. */
  label: string;
  /** Setups that have these indexes on. */
  letters: readonly SetupLetter[];
  /** One of those that add one index each time; others are sets of setups besides. */
  isStep: boolean;
}

/** What one index by itself adds to a row. */
export interface ExtraRow {
  id: string;
  /** 'insert: idx_price'. */
  title: string;
  /** The verdict in a word or two. */
  detail: string;
  /** Milliseconds a row. */
  interval: Estimate | null;
}

/** A panel for each operation: one index more each time, and what setups have besides. */
export function pricePanels(run: WritesRun, request: PriceRequest): PricePanel[] {
  const rows = run.opened?.rows ?? request.rows;
  const sets = pricedSets(run, request).filter(
    ({ kind, letters }) => kind === 'cumulative' || letters.length > 0,
  );
  return request.operations.map((operation) => ({
    title: operationTitle(operation),
    points: sets.map((set) => {
      const measured = measuredSet(run, operation, set.id);
      const { medianMs = null, interval = null } = measured?.standing ?? {};
      return {
        count: set.indexes.length,
        label: setTitle(set),
        letters: set.letters,
        isStep: set.kind === 'cumulative',
        samplesMs: (measured?.samplesMs ?? []).map((elapsedMs) => elapsedMs / rows),
        medianMs: medianMs === null ? null : medianMs / rows,
        interval: interval && {
          ...interval,
          low: interval.low / rows,
          high: interval.high / rows,
        },
      };
    }),
  }));
}

/** Operation by operation a row for each index, in the playground's order. */
export function extraRows(run: WritesRun, request: PriceRequest): ExtraRow[] {
  const rows = run.opened?.rows ?? request.rows;
  const alone = pricedSets(run, request).filter(({ indexes }) => indexes.length === 1);
  return request.operations.flatMap((operation) =>
    alone.map(({ id, indexes }) => {
      const standing = measuredSet(run, operation, id)?.standing;
      return {
        id: `${operation} ${id}`,
        title: `${operation}: ${indexes[0]}`,
        detail: standing ? verdictKindWords[standing.verdict.kind] : 'not measured yet',
        interval: standing?.difference ? toInterval(standing.difference, rows) : null,
      };
    }),
  );
}

function toInterval(difference: TimeDifference, rows: number): Estimate {
  const { estimateMs, low, high, level } = differencePerRow(difference, rows);
  return { estimate: estimateMs, low, high, level };
}
