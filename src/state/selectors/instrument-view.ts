// The instrument's test as the dialog shows it: a row per size of query, all figures as text.
// Pure; what the figures mean is judged in statistics/instrument.ts.
import type {
  InstrumentQuery,
  InstrumentReport,
} from '../../engine/model/instrument/instrument.ts';
import { instrumentPlayground } from '../../engine/model/instrument/instrument-playground.ts';
import { effectWords } from '../../engine/statistics/instrument-words.ts';
import { formatFactorRange } from '../../engine/statistics/words/change-format.ts';
import { verdictWords } from '../../engine/statistics/words/verdict-words.ts';
import { formatCount } from '../../lib/format/format-count.ts';
import { formatDuration } from '../../lib/format/format-duration.ts';

export interface InstrumentView {
  level: InstrumentReport['level'];
  headline: string;
  sentences: string[];
  rows: InstrumentRow[];
  tick: string;
  isolation: string;
}

export interface InstrumentRow {
  name: string;
  /** The statement: what it does, for who asks. */
  sql: string;
  median: string;
  /** The baseline against itself: '0.99–1.01×'. */
  control: string;
  /** The least effect that can be called one, as a factor: '1.03×'. */
  smallest: string;
  verdict: string;
  verdictTip: string;
  isFalse: boolean;
  rounds: string;
}

export function instrumentView(report: InstrumentReport): InstrumentView {
  const { level, headline, sentences, queries, tickMs, isIsolated } = report;
  return {
    level,
    headline,
    sentences,
    rows: queries.map(toRow),
    tick: formatDuration(tickMs),
    isolation: isIsolated ? 'isolated' : 'not isolated',
  };
}

function toRow(query: InstrumentQuery): InstrumentRow {
  const { name, medianMs, rounds, control, verdict, isFalse, smallestRatio } = query;
  const { headline, sentence } = verdictWords(verdict, { setup: 'B', baseline: 'A' });
  return {
    name,
    sql: instrumentPlayground.queries.find((each) => each.name === name)?.sql ?? '',
    median: medianMs === null ? '–' : formatDuration(medianMs),
    control: control === null ? '–' : `${formatFactorRange(control.low, control.high)}×`,
    smallest: smallestRatio === null ? '–' : effectWords(smallestRatio),
    verdict: headline,
    verdictTip: sentence,
    isFalse,
    rounds: formatCount(rounds),
  };
}
