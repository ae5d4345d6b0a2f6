// Judges the instrument by what it said of two setups that are equal: how far this machine can be
// trusted now. Measures nothing; the rules for real verdicts stand in verdict.ts.
import type { Environment } from '../model/comparison/comparison.ts';
import type {
  InstrumentQuery,
  InstrumentReading,
  InstrumentReport,
} from '../model/instrument/instrument.ts';
import { instrumentWords } from './instrument-words.ts';
import { isNoisyMargin, rankingBound } from './verdict.ts';
import { isRanking } from './verdict-finding.ts';

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
  const words = instrumentWords(level, queries, environment);
  return { level, ...words, queries, tickMs, isIsolated };
}

function toQuery({ name, baselineId, setupId, standing }: InstrumentReading): InstrumentQuery {
  const verdict = standing.verdicts[setupId] ?? { kind: 'too-few-runs', rounds: 0 };
  return {
    name,
    medianMs: standing.summaries[baselineId]?.medianMs ?? null,
    rounds: standing.rounds,
    control: standing.control,
    verdict,
    isFalse: isRanking(verdict.kind),
    smallestRatio: 'ratio' in verdict ? rankingBound(verdict.margin) : null,
  };
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
