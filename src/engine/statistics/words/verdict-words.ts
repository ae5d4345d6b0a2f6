// The words of every verdict, in this one place: grid, charts, reports and links use them.
// Decides nothing: the verdict comes from verdict.ts.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';
import type { CacheSummary } from '../../model/comparison/comparison.ts';
import type { AnswerDifference, RatioInterval, Verdict } from '../../model/comparison/verdict.ts';
import { errorSentence } from '../../model/errors.ts';
import type { Fraction } from '../../model/units.ts';
import { inverseRatio } from '../paired-ratio.ts';
import { isNoisyMargin } from '../verdict.ts';
import {
  formatChangeRange,
  formatFactorInterval,
  formatFactorRange,
  formatHitRatio,
  formatSpeedRange,
} from './change-format.ts';

/** A verdict in words, from the shortest to the most complete. */
export interface VerdictWords {
  /** For a cell: '5.9× faster'. */
  headline: string;
  /** What belongs in brackets after the headline: '5.6–6.1'. Empty when there is none. */
  interval: string;
  /** Stands alone: 'B is 5.9 times faster than A (97.5 % interval 5.6 to 6.1).' */
  sentence: string;
}

/** Each kind of verdict in a word or two, where there is no room for its figures. */
export const verdictKindWords: Readonly<Record<Verdict['kind'], string>> = {
  baseline: 'baseline',
  'too-few-runs': 'too few runs to test',
  faster: 'faster',
  slower: 'slower',
  equal: 'no meaningful difference',
  unresolved: 'not resolved',
  'clearly-faster': 'clearly faster',
  'clearly-slower': 'clearly slower',
  'too-noisy': 'too noisy',
  'different-answer': 'different answer',
  failed: 'failed',
  'over-limit': 'over the time limit',
};

/** What the setups are called in the sentence, their letters as a rule. */
export interface VerdictNames {
  setup: string;
  baseline: string;
}

/**
 * The words for a verdict. `cache` is the summary of a cached setup, null without a cache:
 * a ratio with a cache is never worded without its hit ratio.
 */
export function verdictWords(
  verdict: Verdict,
  names: VerdictNames = { setup: 'B', baseline: 'A' },
  cache: CacheSummary | null = null,
): VerdictWords {
  const words = plainWords(verdict, names);
  return cache && hasRatio(verdict) ? withCache(words, cache) : words;
}

function hasRatio({ kind }: Verdict): boolean {
  return (
    kind === 'faster' ||
    kind === 'slower' ||
    kind === 'equal' ||
    kind === 'unresolved' ||
    kind === 'clearly-faster' ||
    kind === 'clearly-slower'
  );
}

function plainWords(verdict: Verdict, { setup, baseline }: VerdictNames): VerdictWords {
  switch (verdict.kind) {
    case 'baseline':
      return {
        headline: verdictKindWords.baseline,
        interval: '',
        sentence: `${setup} is the baseline that the other setups are compared with.`,
      };
    case 'too-few-runs':
      return {
        headline: verdict.rounds === 0 ? 'not measured' : verdictKindWords['too-few-runs'],
        interval: '',
        sentence:
          verdict.rounds === 0
            ? `${setup} was not measured against ${baseline}.`
            : `${countRounds(verdict.rounds)} cannot tell ${setup} from ${baseline}: only the points are shown.`,
      };
    case 'faster':
      return withNoise(
        comparedWords('faster', inverseRatio(verdict.ratio), setup, baseline),
        verdict.margin,
      );
    case 'slower':
      return withNoise(comparedWords('slower', verdict.ratio, setup, baseline), verdict.margin);
    case 'equal':
      return {
        headline: verdictKindWords.equal,
        interval: `within ±${formatPercent(verdict.margin, 1)}`,
        sentence: `${setup} takes the same time as ${baseline} within ±${formatPercent(verdict.margin, 1)} (${intervalWords(verdict.ratio)}).`,
      };
    case 'unresolved':
      return {
        headline: verdictKindWords.unresolved,
        interval: formatSpeedRange(verdict.ratio),
        sentence: `${setup} against ${baseline} is not resolved (${speedIntervalWords(verdict.ratio)})${isOneSided(verdict) ? `: ${doubtWords(verdict)}` : ''}; about ${countMoreRounds(verdict.moreRounds)} could resolve it.`,
      };
    case 'clearly-faster':
      return clearWords(
        'faster',
        1 / verdict.high,
        1 / verdict.low,
        verdict.rounds,
        setup,
        baseline,
      );
    case 'clearly-slower':
      return clearWords('slower', verdict.low, verdict.high, verdict.rounds, setup, baseline);
    case 'too-noisy':
      return {
        headline: verdictKindWords['too-noisy'],
        interval: formatSpeedRange(verdict.ratio),
        sentence: `This machine is too noisy now for a verdict on ${setup} (${speedIntervalWords(verdict.ratio)}): ${noiseWords(verdict, baseline)}. Close other work and compare again.`,
      };
    case 'different-answer':
      return differenceWords(verdict.difference, setup, baseline);
    case 'failed':
      return {
        headline: verdictKindWords.failed,
        interval: '',
        sentence: `${setup} failed: ${errorSentence(verdict.error)}`,
      };
    case 'over-limit':
      return {
        headline: `> ${Number((verdict.limitMs / 1000).toFixed(1))} s`,
        interval: '',
        sentence: `${setup} took longer than the limit of ${Number((verdict.limitMs / 1000).toFixed(1))} s for one statement and was not measured.`,
      };
    default:
      return assertNever(verdict);
  }
}

function comparedWords(
  direction: 'faster' | 'slower',
  factor: RatioInterval,
  setup: string,
  baseline: string,
): VerdictWords {
  const estimate = formatRatio(factor.estimate);
  const bounds = `${formatRatio(factor.low)} to ${formatRatio(factor.high)}`;
  return {
    headline: `${estimate}× ${direction}`,
    interval: formatFactorInterval(factor),
    sentence: `${setup} is ${estimate} times ${direction} than ${baseline} (${formatPercent(factor.level, 1)} interval ${bounds}).`,
  };
}

/** A ranking on a busy machine says so: the effect lies beyond twice that disturbance. */
function withNoise(words: VerdictWords, margin: number): VerdictWords {
  if (!isNoisyMargin(margin)) return words;
  const noise = formatPercent(margin, 1);
  return {
    ...words,
    sentence: `${words.sentence} The machine is busy: the baseline measured against itself differed by up to ${noise}.`,
  };
}

/**
 * Why no side is taken, to stand right after the headline: an interval that lies on one side alone
 * would contradict it otherwise.
 */
export function doubtWords(verdict: Undecided): string {
  if (verdict.kind === 'too-noisy') return marginWords(verdict.margin);
  if (!isOneSided(verdict)) return 'the interval reaches to both sides';
  return isNoisyMargin(verdict.margin)
    ? marginWords(verdict.margin)
    : `the interval reaches into ±${formatPercent(verdict.margin, 1)}, which counts as no difference`;
}

type Undecided = Extract<Verdict, { kind: 'unresolved' | 'too-noisy' }>;

/** On one side of equal, yet not beyond what counts as equal. */
function isOneSided({ ratio }: Undecided): boolean {
  return ratio.low >= 1 || ratio.high <= 1;
}

function marginWords(margin: number): string {
  return `the baseline measured against itself differed by up to ${formatPercent(margin)}`;
}

/** By what the machine's noise was seen: the baseline's interval against itself, or its margin. */
export function noiseWords(
  { control, margin }: Extract<Verdict, { kind: 'too-noisy' }>,
  baseline: string,
): string {
  if (control) return `${baseline} measured against itself came out ${formatSpeedRange(control)}`;
  return marginWords(margin);
}

function clearWords(
  direction: 'faster' | 'slower',
  low: number,
  high: number,
  rounds: number,
  setup: string,
  baseline: string,
): VerdictWords {
  const range = formatFactorRange(low, high);
  return {
    headline: verdictKindWords[`clearly-${direction}`],
    interval: `${range}×, ${rounds} of ${rounds} runs`,
    sentence: `${setup} was ${range} times ${direction} than ${baseline} in ${rounds} of ${rounds} runs; there were too few for an interval.`,
  };
}

function differenceWords(
  difference: AnswerDifference,
  setup: string,
  baseline: string,
): VerdictWords {
  const setupRows = formatCountOf(difference.setupRows, 'row');
  const baselineRows = formatCountOf(difference.baselineRows, 'row');
  const consequence = 'Their times are not compared.';
  const advice = 'A LIMIT needs an ORDER BY without ties to have one answer.';
  switch (difference.kind) {
    case 'count':
      return {
        headline: verdictKindWords['different-answer'],
        interval: `${setupRows}, ${baseline}: ${baselineRows}`,
        sentence: `${setup} answers with ${setupRows}, ${baseline} with ${baselineRows}. ${consequence}`,
      };
    case 'content':
      return {
        headline: verdictKindWords['different-answer'],
        interval: `${setupRows}, other values`,
        sentence: `${setup} and ${baseline} both answer with ${setupRows}, but not the same ones. ${consequence} ${advice}`,
      };
    case 'unstable':
      return {
        headline: 'answer changes by itself',
        interval: '',
        sentence: `The query answers differently each time, even in ${baseline} alone: it uses random(), the time, or rows in no fixed order. ${consequence}`,
      };
    default:
      return assertNever(difference.kind);
  }
}

/** What has to stand beside every ratio of a cached setup: 'at 94 % hits, by reference'. */
export function cacheWords(hits: Fraction): string {
  return `at ${formatHitRatio(hits)} hits, by reference`;
}

function withCache(words: VerdictWords, cache: CacheSummary): VerdictWords {
  const hits = formatHitRatio(cache.hitRatio);
  const draws = formatCountOf(cache.draws, 'call');
  const always = 'The parameters never change: every call after the first is a hit.';
  return {
    headline: `${words.headline} ${cacheWords(cache.hitRatio)}`,
    interval: words.interval,
    sentence: [
      words.sentence,
      `The cache, empty at first, answered ${hits} of ${draws}, by reference.`,
      ...(cache.distinctKeys === 1 ? [always] : []),
    ].join(' '),
  };
}

/** The interval with its level, as a change of time: '95 % interval −4.1 % to +12 %'. */
function intervalWords(ratio: RatioInterval): string {
  return `${formatPercent(ratio.level, 1)} interval ${formatChangeRange(ratio)}`;
}

/** The interval with its level, as the rankings are worded: '95 % interval 1.04× faster to equal'. */
function speedIntervalWords(ratio: RatioInterval): string {
  return `${formatPercent(ratio.level, 1)} interval ${formatSpeedRange(ratio)}`;
}

function countRounds(rounds: number): string {
  return rounds === 1 ? 'One round' : `${rounds} rounds`;
}

function countMoreRounds(rounds: number): string {
  if (rounds > 1000) return 'more than 1,000 further rounds';
  return rounds === 1 ? '1 more round' : `${formatCount(rounds)} more rounds`;
}
