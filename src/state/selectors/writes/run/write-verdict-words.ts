// The words of verdicts on writes: those of the whole product, but for what only writes can do:
// leave the table otherwise than the baseline does.
import type { AnswerDifference, Verdict } from '../../../../engine/model/comparison/verdict.ts';
import {
  type VerdictNames,
  type VerdictWords,
  verdictWords,
} from '../../../../engine/statistics/words/verdict-words.ts';
import { assertNever } from '../../../../lib/assert-never.ts';
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';

/** The words for a verdict on writes; the names are those of techniques, sizes or variants. */
export function writeVerdictWords(verdict: Verdict, names: VerdictNames): VerdictWords {
  if (verdict.kind === 'different-answer') return otherwiseWords(verdict.difference, names);
  if (verdict.kind === 'baseline') {
    return {
      headline: 'baseline',
      interval: '',
      sentence: `${names.setup} is the baseline that the others are compared with.`,
    };
  }
  return verdictWords(verdict, names);
}

function otherwiseWords(
  { kind, setupRows, baselineRows }: AnswerDifference,
  { setup, baseline }: VerdictNames,
): VerdictWords {
  const headline = 'not ranked';
  const consequence = 'Their times are not compared.';
  switch (kind) {
    case 'count':
      return {
        headline,
        interval: `the table ends otherwise: ${formatCountOf(setupRows, 'row')} instead of ${formatCount(baselineRows)}`,
        sentence: `${setup} leaves ${formatCountOf(setupRows, 'row')} in the table, ${baseline} ${formatCount(baselineRows)}. ${consequence}`,
      };
    case 'content':
      return {
        headline,
        interval: 'the table ends with other values',
        sentence: `${setup} and ${baseline} both leave ${formatCountOf(setupRows, 'row')} in the table, but not the same ones. ${consequence}`,
      };
    case 'unstable':
      return {
        headline,
        interval: 'the table ends differently each time',
        sentence: `Even ${baseline} alone leaves other content each time: a default or a trigger uses random() or the time. ${consequence}`,
      };
    default:
      return assertNever(kind);
  }
}
