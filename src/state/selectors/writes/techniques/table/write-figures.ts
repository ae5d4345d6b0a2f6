// A contender's figures as the table and the chart's tips say them, each with how it was obtained.
// Pure; verdicts have their words in write-verdict-words.
import { errorSentence } from '../../../../../engine/model/errors.ts';
import type { Interval } from '../../../../../engine/model/interval.ts';
import type { MeasuredTime } from '../../../../../engine/model/measured-time.ts';
import type { Milliseconds } from '../../../../../engine/model/units.ts';
import type {
  WriteContender,
  WriteCountOutcome,
  WriteProof,
} from '../../../../../engine/model/writes/writes.ts';
import { durationRange } from '../../../../../lib/format/duration-range.ts';
import { formatBytes } from '../../../../../lib/format/format-bytes.ts';
import { formatCount, formatCountOf } from '../../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../../lib/format/format-duration.ts';
import { formatPercent } from '../../../../../lib/format/format-percent.ts';
import { formatRate } from '../../../../../lib/format/format-rate.ts';
import { howCounted } from '../../counts/counted-work.ts';
import { simulatedMs, simulatedSumText } from '../simulated-latency.ts';

/** A number with its unit, what belongs dimmed behind it, and how it was obtained. */
export interface Figure {
  text: string;
  /** '8.9–9.4 ms'; empty when there is nothing more to say. */
  detail: string;
  explanation: string;
}

export const noFigure: Figure = { text: '–', detail: '', explanation: 'Not measured.' };

/** Median and interval of the times; of few runs how many, and their range. */
export function timeFigure(
  { medianMs, interval, samplesMs }: MeasuredTime,
  rows: number,
  isAutocommit: boolean,
): Figure {
  if (medianMs === null) return noFigure;
  const runs = formatCountOf(samplesMs.length, 'run');
  const how = isAutocommit
    ? 'on a fresh copy of the database'
    : 'rolled back afterwards; COMMIT is told apart';
  const bounds = interval
    ? ` The interval of the median holds it in ${formatPercent(interval.level, 1)} of cases.`
    : ' Below 6 runs a median has no interval: the range is from the fastest run to the slowest.';
  const written = `that wrote ${formatCountOf(rows, 'row')}`;
  const text = formatDuration(medianMs);
  if (samplesMs.length < 2) {
    const explanation = `${runs} ${written}, ${how}: how much it scatters is not known.`;
    return { text, detail: runs, explanation };
  }
  const { low, high } = boundsOf(interval, samplesMs);
  return {
    text,
    detail: `${interval ? '' : `${runs}: `}${durationRange(low, high)}`,
    explanation: `Median of ${runs} ${written}, each ${how}.${bounds}`,
  };
}

/** Rows a second of the median, and of the ends of its interval or range. */
export function rateFigure({ medianMs, interval, samplesMs }: MeasuredTime, rows: number): Figure {
  if (medianMs === null || medianMs <= 0) return noFigure;
  const text = formatRate(rowsPerSecond(rows, medianMs), 'row');
  if (samplesMs.length < 2) {
    const explanation = `${formatCountOf(rows, 'row')} in the ${formatDuration(medianMs)} of the one run.`;
    return { text, detail: '1 run', explanation };
  }
  const { low, high } = boundsOf(interval, samplesMs);
  const [least, most] = [high, low].map((ms) => formatRate(rowsPerSecond(rows, ms), 'row'));
  const ends = interval ? 'at the ends of its interval' : 'in the slowest run and the fastest';
  return {
    text,
    detail: least === most ? '' : `${least}–${most}`.replaceAll(' rows/s', ''),
    explanation: `${formatCountOf(rows, 'row')} in the median time of ${formatDuration(medianMs)}; ${ends} ${least} and ${most}.`,
  };
}

function boundsOf(
  interval: Interval | null,
  samplesMs: readonly Milliseconds[],
): Pick<Interval, 'low' | 'high'> {
  return interval ?? { low: Math.min(...samplesMs), high: Math.max(...samplesMs) };
}

export function rowsPerSecond(rows: number, elapsedMs: Milliseconds): number {
  return (rows * 1000) / elapsedMs;
}

/** What the technique sent, and what the database grew by. */
export function tallyFigures(proof: WriteProof | null): Record<'roundTrips' | 'grown', Figure> {
  if (!proof) return { roundTrips: noFigure, grown: noFigure };
  const { statements, transactions, roundTrips } = proof;
  return {
    roundTrips: {
      text: formatCount(roundTrips),
      detail: `${formatCountOf(statements, 'statement')}, ${formatCountOf(transactions, 'transaction')}`,
      explanation: `What a client over a network would wait for: ${formatCountOf(statements, 'statement')}, and BEGIN and COMMIT where they are sent, in ${formatCountOf(transactions, 'transaction')}; counted while one run went on. With autocommit every statement is a transaction. Here there is no network.`,
    },
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

/** Of SQLite's official build. */
export function workFigure({ id }: WriteContender, counts: readonly WriteCountOutcome[]): Figure {
  const outcome = counts.find(({ contenderId }) => contenderId === id);
  if (!outcome) return noFigure;
  if (outcome.status === 'failed') return plain('failed', errorSentence(outcome.error));
  const { vmSteps, pagesWritten } = outcome.counters;
  return {
    text: formatCount(vmSteps),
    detail: formatCountOf(pagesWritten, 'page'),
    explanation: `${formatCountOf(vmSteps, 'VM step')}, and ${formatCountOf(pagesWritten, 'page')} written to the database file. ${howCounted}`,
  };
}

function plain(text: string, explanation: string): Figure {
  return { text, detail: '', explanation };
}
