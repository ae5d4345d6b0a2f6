// Judges the instrument by what it said of two setups that are equal: how far this machine can be
// trusted now, in words. Measures nothing; the rules for real verdicts stand in verdict.ts.
import { formatDuration } from '../../lib/format-duration.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import { formatRatio } from '../../lib/format-ratio.ts';
import type { Environment } from '../model/comparison/comparison.ts';
import type { Verdict } from '../model/comparison/verdict.ts';
import type {
  InstrumentQuery,
  InstrumentReading,
  InstrumentReport,
} from '../model/instrument/instrument.ts';
import { reachFromOne } from './paired-ratio.ts';
import { isNoisyMargin, rankingBound } from './verdict.ts';
import { verdictWords } from './words/verdict-words.ts';

/** An instrument that cannot tell a time from its double is not to be used now. */
const largestUsefulRatio = 2;

/**
 * What the readings of two equal setups say about the machine they were taken on. A ranking among
 * them is false by construction, and alone enough for 'poor'.
 */
export function instrumentReport(
  readings: readonly InstrumentReading[],
  environment: Pick<Environment, 'tickMs' | 'isIsolated'>,
): InstrumentReport {
  const queries = readings.map(toQuery);
  const { tickMs, isIsolated } = environment;
  const level = levelOf(queries);
  return {
    level,
    headline: headlineOf(level, queries),
    sentences: [
      ...queries.flatMap(problemOf),
      ...noiseSentences(queries),
      adviceFor(level, queries),
      clockSentence(tickMs),
      isolationSentence(isIsolated),
    ],
    queries,
    tickMs,
    isIsolated,
  };
}

function toQuery({ name, baselineId, setupId, standing }: InstrumentReading): InstrumentQuery {
  const verdict = standing.verdicts[setupId] ?? { kind: 'too-few-runs', rounds: 0 };
  return {
    name,
    medianMs: standing.summaries[baselineId]?.medianMs ?? null,
    rounds: standing.rounds,
    control: standing.control,
    verdict,
    isFalse: isRanking(verdict),
    smallestRatio: 'ratio' in verdict ? rankingBound(verdict.margin) : null,
  };
}

function isRanking({ kind }: Verdict): boolean {
  return (
    kind === 'faster' || kind === 'slower' || kind === 'clearly-faster' || kind === 'clearly-slower'
  );
}

function levelOf(queries: readonly InstrumentQuery[]): InstrumentReport['level'] {
  const ratios = queries.map(({ smallestRatio }) => smallestRatio ?? Number.POSITIVE_INFINITY);
  const worst = Math.max(...ratios, 1);
  if (queries.length === 0 || queries.some(({ isFalse }) => isFalse)) return 'poor';
  if (worst > largestUsefulRatio) return 'poor';
  return queries.some(isNoisy) ? 'fair' : 'good';
}

function isNoisy({ verdict }: InstrumentQuery): boolean {
  return 'ratio' in verdict && isNoisyMargin(verdict.margin);
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
  if (level === 'good') return `This machine can now tell differences above ${listed(told)}.`;
  const worst = Math.max(...queries.map(({ smallestRatio }) => smallestRatio ?? 1));
  // Where rounds take too long for their budget, there are too few of them for an interval.
  const untold = queries.filter(({ smallestRatio }) => smallestRatio === null);
  const rest =
    untold.length === 0 ? '' : `, and none for ${listed(untold.map(({ name }) => name))}`;
  return `This machine is busy: now only effects beyond ${formatRatio(worst)}× are sure to be ranked (${listed(told)})${rest}.`;
}

/** A least effect: in per cent while it is small, as a factor where per cents mislead. */
export function effectWords(ratio: number): string {
  return ratio < 1.5 ? formatPercent(ratio - 1, 1) : `${formatRatio(ratio)}×`;
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
    `A setup measured against itself differed by up to ${formatPercent(Math.max(...reaches), 1)}.`,
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

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
