// Where a comparison stands after its rounds: verdicts, summaries, and whether to go on.
// Takes no time and asks no database: the same rounds always give the same standing.
import type { RoundReport, Sample, SampleSummary, Standing } from '../model/comparison.ts';
import type { Milliseconds } from '../model/units.ts';
import type { RatioInterval, Verdict } from '../model/verdict.ts';
import { logRatios, pairedRatio } from './paired-ratio.ts';
import { median, medianAbsoluteDeviation } from './quantiles.ts';
import { maxRounds, minRounds, nextStep, shortRounds } from './stop-rule.ts';
import { equalMargin, shortMargin, shortVerdict, verdictOf } from './verdict.ts';

export type MeasuredRound = Pick<RoundReport, 'samples' | 'control'>;

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
  /** Distinct parameter values among the draws of the cached setups. */
  distinctKeys: number;
}

/** The standing after these rounds. Times of cached setups are those of the cold start. */
export function standingOf(question: StandingQuestion): Standing {
  const { rounds, isShort, baselineId, comparedIds } = question;
  const baseline = timesOf(rounds, baselineId);
  const controls = rounds.flatMap((round) => (round.control ? [round.control.perCallMs] : []));
  const comparisons = comparedIds.length;
  const control = isShort ? null : pairedRatio(controls, baseline, comparisons);
  const ratios = new Map<string, RatioInterval | null>();
  const verdicts: Record<string, Verdict> = { ...question.unmeasured };
  verdicts[baselineId] ??= { kind: 'baseline' };
  for (const id of comparedIds) {
    const times = timesOf(rounds, id);
    if (isShort) {
      verdicts[id] = shortVerdict(
        plainRatios(times, baseline),
        plainRatios(controls, baseline),
        shortRounds,
      );
      continue;
    }
    const ratio = pairedRatio(times, baseline, comparisons);
    ratios.set(id, ratio);
    verdicts[id] = verdictOf(ratio, control, rounds.length);
  }
  return {
    rounds: rounds.length,
    isShort,
    verdicts,
    summaries: summariesOf(question),
    control,
    margin: isShort ? shortMargin : equalMargin(control),
    ...stepAfter(question, [...ratios.values()], control),
    minRounds: isShort ? shortRounds : minRounds,
    maxRounds: isShort ? shortRounds : maxRounds,
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
  const { isShort, spentMs, budgetMs } = question;
  return nextStep({ rounds: question.rounds.length, isShort, ratios, control, spentMs, budgetMs });
}

function samplesOf(rounds: readonly MeasuredRound[], id: string): Sample[] {
  return rounds.flatMap((round) => round.samples[id] ?? []);
}

function timesOf(rounds: readonly MeasuredRound[], id: string): Milliseconds[] {
  return samplesOf(rounds, id).map((sample) => sample.perCallMs);
}

function plainRatios(times: readonly number[], baseline: readonly number[]): number[] {
  return logRatios(times, baseline).map(Math.exp);
}

function summariesOf(question: StandingQuestion): Record<string, SampleSummary> {
  const summaries: Record<string, SampleSummary> = {};
  for (const id of [question.baselineId, ...question.comparedIds]) {
    const samples = samplesOf(question.rounds, id);
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
