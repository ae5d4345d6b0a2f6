// A row of the table of techniques: each figure with its unit and how it was obtained.
// Pure; the columns' words stand with them, so that report and page say the same.
import type { SetupLetter } from '../../../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../../../engine/model/units.ts';
import type { WriteCountOutcome } from '../../../../../engine/model/writes/writes.ts';
import { writeVerdictWords } from '../../run/write-verdict-words.ts';
import type { SetupContender } from '../setup-contenders.ts';
import {
  type Figure,
  noFigure,
  rateFigure,
  simulatedFigure,
  tallyFigures,
  timeFigure,
  workFigure,
} from './write-figures.ts';

export const columnIds = [
  'time',
  'rate',
  'speed',
  'simulated',
  'roundTrips',
  'grown',
  'work',
] as const;

export type ColumnId = (typeof columnIds)[number];

/** What stands over a column, and what it means. */
export const columns: Readonly<Record<ColumnId, { title: string; explanation: string }>> = {
  time: {
    title: 'Time',
    explanation:
      'Median of the timed runs, from the first statement to the last, and its interval.',
  },
  rate: { title: 'Rows/s', explanation: 'Rows written in a second at the median time.' },
  speed: {
    title: 'Against the baseline',
    explanation:
      'Ratio of times of the same rounds, within the setup: Hodges-Lehmann estimate and signed-rank interval. What lies within the margin of the baseline against itself is no difference; not resolved is an interval that does not lie beyond it, even if all of it is on one side.',
  },
  simulated: {
    title: 'Simulated',
    explanation:
      'Not measured: the median and a latency for each round trip, as of a client that waits for every answer.',
  },
  roundTrips: {
    title: 'Round trips',
    explanation:
      'Statements of one run, counted, and BEGIN and COMMIT where they are sent; in how many transactions.',
  },
  grown: {
    title: 'Grew by',
    explanation: 'Pages in use after the first run less those before, times the page size.',
  },
  work: {
    title: 'VM steps',
    explanation:
      'Instructions of SQLite’s virtual machine in one run, and pages that went to the database file, the same page again each time: the same on every machine.',
  },
};

export interface TechniqueRow {
  id: string;
  name: string;
  /** What the technique does. */
  explanation: string;
  letter: SetupLetter;
  setupName: string;
  isBaseline: boolean;
  isRanked: boolean;
  /** Judgement of `speed`, for its colour. */
  tone: 'ok' | 'bad' | 'none';
  /** Absent: the column is not shown. */
  figures: Partial<Record<ColumnId, Figure>>;
}

export interface RowContext {
  rows: number;
  latencyMs: Milliseconds;
  counts: readonly WriteCountOutcome[] | null;
  /** Name of the baseline technique. */
  baseline: string;
}

export function techniqueRow(
  read: SetupContender,
  { rows, latencyMs, counts, baseline }: RowContext,
): TechniqueRow {
  const { contender, facts, name, letter, setupName, time, proof, standing, failure } = read;
  const kind = standing?.verdict.kind;
  const simulated = simulatedFigure(time, proof, latencyMs);
  return {
    id: contender.id,
    name,
    explanation: facts.explanation,
    letter,
    setupName,
    isBaseline: contender.isBaseline,
    isRanked: failure === null && kind !== 'different-answer',
    tone:
      kind === 'faster' || kind === 'clearly-faster'
        ? 'ok'
        : kind === 'slower' || kind === 'clearly-slower'
          ? 'bad'
          : 'none',
    figures: {
      time: timeFigure(time, rows, facts.isAutocommit),
      rate: rateFigure(time, rows),
      speed: speedFigure(read, baseline),
      ...(latencyMs > 0 ? { simulated: simulated ?? noFigure } : {}),
      ...tallyFigures(proof),
      ...(counts ? { work: workFigure(contender, counts) } : {}),
    },
  };
}

function speedFigure(
  { standing, failure, name, samplesMs }: SetupContender,
  baseline: string,
): Figure {
  if (failure) {
    const explanation = [failure.message, failure.hint].filter(Boolean).join(' ');
    return { text: 'failed', detail: '', explanation };
  }
  if (!standing || samplesMs.length === 0) return noFigure;
  const { headline, interval, sentence } = writeVerdictWords(standing.verdict, {
    setup: name,
    baseline,
  });
  return { text: headline, detail: interval, explanation: sentence };
}
