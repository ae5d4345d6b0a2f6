// Where a comparison stands after its rounds: verdicts, summaries, and whether to go on.
// Takes no time and asks no database: the same rounds always give the same standing.
import type {
  MeasuredRound,
  Sample,
  SampleSummary,
  Standing,
} from '../model/comparison/comparison.ts';
import type { RatioInterval, Verdict } from '../model/comparison/verdict.ts';
import type { Milliseconds } from '../model/units.ts';
import { median, medianAbsoluteDeviation } from './distributions/quantiles.ts';
import { logRatios, pairedRatio } from './paired-ratio.ts';
import { minRounds, nextStep, shortRounds } from './stop-rule.ts';
import { equalMargin, shortMargin, shortVerdict, verdictOf } from './verdict.ts';

export interface StandingQuestion {
  baselineId: string;
  /** Setups measured besides the baseline. */
  comparedIds: readonly string[];
  /** Verdicts of the setups that are not measured: failed, different answer. */
  unmeasured: Readonly<Record<string, Verdict>>;
  rounds: readonly MeasuredRound[];
  isShort: boolean;
  spentMs: Milliseconds;
  budgetMs: Milliseconds;
  /** Rounds measured and not counted. */
  discarded: number;
  /** Rounds allowed. */
  maxRounds: number;
  /** What a round takes. */
  roundMs: Milliseconds;
  /** Distinct parameter values among the draws of the cached setups. */
  distinctKeys: number;
}

/** The standing after these rounds. Times of cached setups are those of the cold start. */
export function standingOf(question: StandingQuestion): Standing {
  const { rounds, isShort, baselineId, comparedIds } = question;
  const comparisons = comparedIds.length;
  const again = pairedTimes(rounds, baselineId, ({ control }) => control);
  const control = isShort ? null : pairedRatio(again.times, again.baseline, comparisons);
  const ratios: (RatioInterval | null)[] = [];
  const verdicts: Record<string, Verdict> = { ...question.unmeasured };
  verdicts[baselineId] ??= { kind: 'baseline' };
  for (const id of comparedIds) {
    const { times, baseline } = pairedTimes(rounds, baselineId, ({ samples }) => samples[id]);
    if (isShort) {
      verdicts[id] = shortVerdict(
        plainRatios(times, baseline),
        plainRatios(again.times, again.baseline),
        shortRounds,
      );
      continue;
    }
    const ratio = pairedRatio(times, baseline, comparisons);
    ratios.push(ratio);
    verdicts[id] = verdictOf(ratio, control, times.length);
  }
  return {
    rounds: rounds.length,
    isShort,
    verdicts,
    summaries: summariesOf(question),
    control,
    margin: isShort ? shortMargin : equalMargin(control),
    discarded: question.discarded,
    spentMs: question.spentMs,
    roundMs: question.roundMs,
    ...stepAfter(question, ratios, control),
    minRounds: isShort ? shortRounds : minRounds,
    // A query that was given more time and is still too slow has more rounds than three.
    maxRounds: isShort ? Math.max(shortRounds, rounds.length) : question.maxRounds,
  };
}

function stepAfter(
  question: StandingQuestion,
  ratios: (RatioInterval | null)[],
  control: RatioInterval | null,
): Pick<Standing, 'next' | 'reason'> {
  if (question.unmeasured[question.baselineId]) {
    return { next: 'done', reason: 'nothing-to-compare' };
  }
  return nextStep({ ...question, rounds: question.rounds.length, ratios, control });
}

/**
 * Times and the baseline's of the same rounds. A round may lack a setup: one that failed in an
 * engine whose rounds are gone on from, and that can be measured in this one.
 */
function pairedTimes(
  rounds: readonly MeasuredRound[],
  baselineId: string,
  sampleOf: (round: MeasuredRound) => Sample | null | undefined,
): { times: Milliseconds[]; baseline: Milliseconds[] } {
  const times: Milliseconds[] = [];
  const baseline: Milliseconds[] = [];
  for (const round of rounds) {
    const sample = sampleOf(round);
    const base = round.samples[baselineId];
    if (!sample || !base) continue;
    times.push(sample.perCallMs);
    baseline.push(base.perCallMs);
  }
  return { times, baseline };
}

function plainRatios(times: readonly number[], baseline: readonly number[]): number[] {
  return logRatios(times, baseline).map(Math.exp);
}

function summariesOf(question: StandingQuestion): Record<string, SampleSummary> {
  const summaries: Record<string, SampleSummary> = {};
  for (const id of [question.baselineId, ...question.comparedIds]) {
    const samples = question.rounds.flatMap((round) => round.samples[id] ?? []);
    if (samples.length > 0) summaries[id] = summarize(samples, question.distinctKeys);
  }
  return summaries;
}

/** The figures shown for a setup's samples, at least one of them. */
export function summarize(samples: readonly Sample[], distinctKeys: number): SampleSummary {
  const times = samples.map((sample) => sample.perCallMs);
  const calls = median(samples.map((sample) => sample.calls));
  const warm = samples.flatMap((sample) => sample.warmPerCallMs ?? []);
  const share = (hits: number[]) => median(hits) / Math.max(1, calls);
  return {
    medianMs: median(times),
    minMs: Math.min(...times),
    madMs: medianAbsoluteDeviation(times),
    samples: samples.length,
    calls,
    cache:
      warm.length === 0
        ? null
        : {
            hitRatio: share(samples.flatMap((sample) => sample.hits ?? [])),
            warmHitRatio: share(samples.flatMap((sample) => sample.warmHits ?? [])),
            warmMedianMs: median(warm),
            copy: 'reference',
            draws: calls,
            distinctKeys,
          },
  };
}
