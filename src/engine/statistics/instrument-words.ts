// The words for how far this machine can be trusted now.
// Decides nothing: instrument.ts does. Verdicts have their words in verdict-words.ts.
import { formatDuration } from '../../lib/format/format-duration.ts';
import { formatList } from '../../lib/format/format-list.ts';
import { formatRatio } from '../../lib/format/format-ratio.ts';
import type { Environment } from '../model/comparison/comparison.ts';
import type { InstrumentQuery, InstrumentReport } from '../model/instrument/instrument.ts';
import { reachFromOne } from './paired-ratio.ts';
import { verdictWords } from './words/verdict-words.ts';

/** The headline and the sentences of a report. */
export function instrumentWords(
  level: InstrumentReport['level'],
  queries: readonly InstrumentQuery[],
  { tickMs, isIsolated }: Pick<Environment, 'tickMs' | 'isIsolated'>,
): Pick<InstrumentReport, 'headline' | 'sentences'> {
  return {
    headline: headlineOf(level, queries),
    sentences: [
      ...queries.flatMap(problemOf),
      ...noiseSentences(queries),
      adviceFor(level, queries),
      clockSentence(tickMs),
      isolationSentence(isIsolated),
    ],
  };
}

function headlineOf(level: InstrumentReport['level'], queries: readonly InstrumentQuery[]): string {
  if (queries.some(({ isFalse }) => isFalse)) {
    return 'Two equal setups were called different: do not trust verdicts now.';
  }
  const told = queries.flatMap((query) => {
    const { name, medianMs, smallestRatio } = query;
    if (medianMs === null || smallestRatio === null) return [];
    return `${effectWords(smallestRatio)} for ${name} of ${formatDuration(medianMs)}`;
  });
  if (told.length === 0) {
    return 'The test did not come to its end: nothing can be said about this machine now.';
  }
  if (level === 'good') return `This machine can now tell differences beyond ${formatList(told)}.`;
  const worst = Math.max(...queries.map(({ smallestRatio }) => smallestRatio ?? 1));
  // Where rounds take too long for their budget, there are too few of them for an interval.
  const untold = queries.filter(({ smallestRatio }) => smallestRatio === null);
  const rest =
    untold.length === 0 ? '' : `, and none for ${formatList(untold.map(({ name }) => name))}`;
  return `This machine is busy: now only effects beyond ${formatRatio(worst)}× are sure to be ranked (${formatList(told)})${rest}.`;
}

/** A least effect as a factor: large ones mislead in per cent, and two units in one sentence do. */
export function effectWords(ratio: number): string {
  return `${formatRatio(ratio)}×`;
}

/** What went wrong with a query of the test, if anything did. */
function problemOf({ name, verdict, isFalse }: InstrumentQuery): string[] {
  const words = verdictWords(verdict, { setup: 'the copy', baseline: 'the original' });
  const { headline, interval, sentence } = words;
  if (isFalse) {
    return [`Of two equal setups the one was called ${headline} (${interval}) for ${name}.`];
  }
  if ('ratio' in verdict) return [];
  return [
    `There is no interval for ${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  ];
}

function noiseSentences(queries: readonly InstrumentQuery[]): string[] {
  const reaches = queries.flatMap(({ control }) => (control ? reachFromOne(control) : []));
  if (reaches.length === 0) return [];
  return [
    `A setup measured against itself differed by up to ${effectWords(1 + Math.max(...reaches))}.`,
  ];
}

function adviceFor(level: InstrumentReport['level'], queries: readonly InstrumentQuery[]): string {
  if (level === 'good') return 'Trust the verdicts.';
  const quieter =
    'Close other programs and tabs, plug the machine in, let it cool down, and test again.';
  if (level === 'fair') {
    return `Smaller effects will show as "too noisy", not as a wrong ranking. ${quieter}`;
  }
  if (queries.some(({ isFalse }) => isFalse)) {
    return `By chance alone this happens in fewer than one test in a hundred. ${quieter} If it happens again, believe only what Confirm confirms.`;
  }
  return `Do not compare now. ${quieter}`;
}

function clockSentence(tickMs: number): string {
  return `The clock of this page moves in steps of ${formatDuration(tickMs)}; short queries are called many times in a row, until a step is at most 3 % of a sample.`;
}

function isolationSentence(isIsolated: boolean): string {
  return isIsolated
    ? 'The page is cross-origin isolated, so the browser gives it its finest clock.'
    : 'The page is not cross-origin isolated, so the browser gives it a coarser clock: samples take longer for it, verdicts are as good.';
}
