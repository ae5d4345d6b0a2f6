// A contender's figures as the table and the chart's tips say them, each with how it was obtained.
// Pure; verdicts have their words in write-verdict-words.
import type { Interval } from '../../../../engine/model/interval.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type {
  WriteContender,
  WriteCountOutcome,
  WriteProof,
} from '../../../../engine/model/writes/writes.ts';
import { formatBytes } from '../../../../lib/format-bytes.ts';
import { formatCount, formatCountOf } from '../../../../lib/format-count.ts';
import { formatDuration } from '../../../../lib/format-duration.ts';
import { formatPercent } from '../../../../lib/format-percent.ts';
import { formatRate } from '../../../../lib/format-rate.ts';
import { durationRange } from '../price/price-words.ts';
import { simulatedMs, simulatedSumText } from './simulated-latency.ts';

/** A number with its unit, what belongs dimmed behind it, and how it was obtained. */
export interface Figure {
  text: string;
  /** '8.9–9.4 ms'; empty when there is nothing more to say. */
  detail: string;
  explanation: string;
}

export const noFigure: Figure = { text: '–', detail: '', explanation: 'Not measured.' };

export interface MeasuredTime {
  medianMs: Milliseconds | null;
  interval: Interval | null;
  samples: number;
}

/** Median and interval of the times. */
export function timeFigure(
  { medianMs, interval, samples }: MeasuredTime,
  rows: number,
  isAutocommit: boolean,
): Figure {
  if (medianMs === null) return noFigure;
  const runs = formatCountOf(samples, 'run');
  const how = isAutocommit
    ? 'each on a fresh copy of the database'
    : 'each rolled back afterwards; COMMIT is told apart';
  const bounds = interval
    ? ` The interval of the median holds it in ${formatPercent(interval.level, 1)} of cases.`
    : ' Below 6 runs a median has no interval.';
  return {
    text: formatDuration(medianMs),
    detail: interval ? durationRange(interval.low, interval.high) : '',
    explanation: `Median of ${runs} that wrote ${formatCountOf(rows, 'row')}, ${how}.${bounds}`,
  };
}

/** Rows a second of the median. */
export function rateFigure({ medianMs }: MeasuredTime, rows: number): Figure {
  if (medianMs === null || medianMs <= 0) return noFigure;
  return {
    text: formatRate(rowsPerSecond(rows, medianMs), 'row'),
    detail: '',
    explanation: `${formatCountOf(rows, 'row')} in the median time of ${formatDuration(medianMs)}.`,
  };
}

export function rowsPerSecond(rows: number, elapsedMs: Milliseconds): number {
  return (rows * 1000) / elapsedMs;
}

/** What the technique sent. */
export function tallyFigures(
  proof: WriteProof | null,
): Record<'statements' | 'transactions' | 'roundTrips' | 'grown', Figure> {
  if (!proof) {
    return { statements: noFigure, transactions: noFigure, roundTrips: noFigure, grown: noFigure };
  }
  return {
    statements: plain(
      formatCount(proof.statements),
      'Executions of statements in one run, counted while it ran; without BEGIN and COMMIT.',
    ),
    transactions: plain(
      formatCount(proof.transactions),
      'Transactions of one run; with autocommit every statement is one.',
    ),
    roundTrips: plain(
      formatCount(proof.roundTrips),
      'What a client over a network would wait for: every statement, and BEGIN and COMMIT where they are sent. Here there is no network.',
    ),
    grown: plain(
      grownText(proof.grownBytes),
      'Pages in use after the first run less those before, times the page size; freed pages that were filled again do not count.',
    ),
  };
}

function grownText(bytes: number): string {
  return bytes < 0 ? `−${formatBytes(-bytes)}` : formatBytes(bytes);
}

/** With the latency of a network that is not there; null without one. */
export function simulatedFigure(
  { medianMs }: MeasuredTime,
  proof: WriteProof | null,
  latencyMs: Milliseconds,
): Figure | null {
  const total = simulatedMs(medianMs, proof, latencyMs);
  if (total === null || medianMs === null || proof === null) return null;
  return plain(
    formatDuration(total),
    `Simulated, not measured: ${simulatedSumText(medianMs, proof, latencyMs)}.`,
  );
}

export interface CountedFigures {
  vmSteps: Figure;
  pagesWritten: Figure;
}

/** Of SQLite's official build; null where the work was not counted. */
export function countedFigures(
  { id }: WriteContender,
  counts: readonly WriteCountOutcome[] | null,
): CountedFigures | null {
  const outcome = counts?.find(({ contenderId }) => contenderId === id);
  if (!outcome) return null;
  if (outcome.status === 'failed') {
    const failed = plain('failed', [outcome.error.message, outcome.error.hint].join(' ').trim());
    return { vmSteps: failed, pagesWritten: failed };
  }
  const { vmSteps, pagesWritten } = outcome.counters;
  return {
    vmSteps: plain(
      formatCount(vmSteps),
      'Instructions of SQLite’s virtual machine in one run, counted by its official build: the same on every machine.',
    ),
    pagesWritten: plain(
      formatCount(pagesWritten),
      'Pages that went from the cache to the database file in one run, the same page again each time; counted by the official build.',
    ),
  };
}

function plain(text: string, explanation: string): Figure {
  return { text, detail: '', explanation };
}
