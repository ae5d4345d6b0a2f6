// The findings on what constraints cost: the table's own together, then one by one, then those tried.
// Pure; a figure never stands without its interval.
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { VariantRow } from './variant-row.ts';

export interface CostSentence {
  /** Of no setup: constraints are the schema's. */
  letters: [];
  text: string;
  /** How it was obtained. */
  explanation: string;
}

/** One for the table as it is, one each for what own and tried constraints cost or do not. */
export function costSentences(variants: readonly VariantRow[]): CostSentence[] {
  const whole = variants.filter(({ kind, verdict }) => kind === 'as-is' && isTold(verdict));
  const single = variants.filter(
    ({ kind, isBaseline, verdict }) => kind !== 'as-is' && !isBaseline && isTold(verdict),
  );
  return [
    ...whole.map(wholeSentence),
    ...groupSentences(
      single.filter(({ isOwn }) => isOwn),
      'By itself',
      'of the table’s own',
    ),
    ...groupSentences(
      single.filter(({ isOwn }) => !isOwn),
      'Tried on it',
      'of those tried',
    ),
    ...untoldSentence(variants.filter(({ isBaseline }) => !isBaseline)),
  ];
}

/** What was measured and cannot be told yet; why, stands at each of them. */
function untoldSentence(variants: readonly VariantRow[]): CostSentence[] {
  const untold = variants.filter(
    ({ verdict, time }) =>
      time !== '–' && (verdict?.kind === 'unresolved' || verdict?.kind === 'too-noisy'),
  );
  if (untold.length === 0) return [];
  const isNoisy = untold.some(({ verdict }) => verdict?.kind === 'too-noisy');
  const advice = isNoisy
    ? 'the machine is too noisy now: close other work and measure again'
    : 'more time narrows the intervals';
  return [
    {
      letters: [],
      text: `Not told apart from no constraints: ${formatList(untold.map(({ name }) => name))}; ${advice}.`,
      explanation: untold.map(({ sentence }) => sentence).join(' '),
    },
  ];
}

function isTold(verdict: VariantRow['verdict']): boolean {
  if (!verdict) return false;
  return ['faster', 'slower', 'equal'].includes(findingOf(verdict.kind));
}

function wholeSentence({ verdict, headline, ratio, extra, sentence }: VariantRow): CostSentence {
  const isEqual = verdict?.kind === 'equal';
  const text = isEqual
    ? `All constraints of the table together make no meaningful difference to its inserts (${ratio}).`
    : `All constraints of the table together make its inserts ${headline} (${ratio})${extra ? `: ${extra} a row` : ''}.`;
  return { letters: [], text, explanation: `${sentence} From samples of the same rounds.` };
}

/** Those that cost something each with its figures; those that do not in one sentence. */
function groupSentences(rows: readonly VariantRow[], lead: string, which: string): CostSentence[] {
  const costly = rows.filter(({ verdict }) => verdict && findingOf(verdict.kind) !== 'equal');
  const equal = rows.filter(({ verdict }) => verdict?.kind === 'equal');
  return [
    ...(costly.length === 0
      ? []
      : [
          {
            letters: [] as [],
            text: `${lead}: ${formatList(costly.map(({ name, headline, ratio }) => `${name} ${headline} (${ratio})`))}.`,
            explanation: costly.map(({ sentence }) => sentence).join(' '),
          },
        ]),
    ...(equal.length === 0
      ? []
      : [
          {
            letters: [] as [],
            text: `No meaningful difference ${which}: ${formatList(equal.map(({ name, ratio }) => `${name} (${ratio})`))}.`,
            explanation: equal.map(({ sentence }) => sentence).join(' '),
          },
        ]),
  ];
}
