// The findings on what constraints cost: the table's own together, then one by one, then those tried.
// Pure; a figure never stands without its interval.
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import { doubtWords } from '../../../../engine/statistics/words/verdict-words.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { workDifference } from '../counts/work-words.ts';
import type { Finding } from '../run/finding.ts';
import type { VariantRow } from './variant-row.ts';

/** The table as it is, then its own constraints, then those tried; the advice at the first untold. */
export function costSentences(variants: readonly VariantRow[]): Finding[] {
  const measured = variants.filter(({ isBaseline }) => !isBaseline);
  const whole = measured.filter(({ kind }) => kind === 'as-is');
  const single = measured.filter(({ kind }) => kind !== 'as-is');
  const own = single.filter(({ isOwn }) => isOwn);
  const tried = single.filter(({ isOwn }) => !isOwn);
  const [first] = [whole, own, tried]
    .map((rows) => rows.filter(isUntold))
    .filter((rows) => rows[0]);
  const adviceFor = (untold: readonly VariantRow[]) =>
    first?.[0] !== undefined && first[0] === untold[0] ? advice(measured) : '';
  return [
    ...whole.filter(isTold).map((row) => wholeSentence(row, variants)),
    ...whole.filter(isUntold).map((row) => ({
      letters: [],
      text: `All constraints of the table together${besidesConstraints(variants)}: not told apart from no constraints (${row.ratio})${doubtOf(row)}${adviceFor([row])}.${moreWork(variants, [row])}`,
      explanation: row.sentence,
    })),
    ...groupSentences(own.filter(isTold), 'By itself', 'of the table’s own'),
    ...untoldSentence(variants, own.filter(isUntold), 'Not told', adviceFor),
    ...groupSentences(tried.filter(isTold), 'Tried on it', 'of those tried'),
    ...untoldSentence(variants, tried.filter(isUntold), 'Tried on it, not told', adviceFor),
  ];
}

/** What all constraints together cost an insert, in a few words; empty before it is known. */
export function costAnswer(variants: readonly VariantRow[]): string {
  const whole = variants.find(({ kind, isBaseline }) => kind === 'as-is' && !isBaseline);
  if (!whole) return '';
  if (isUntold(whole)) return `not told apart from no constraints (${whole.ratio})`;
  if (!isTold(whole)) return '';
  return whole.verdict?.kind === 'equal'
    ? `no meaningful difference (${whole.ratio})`
    : `${whole.headline} (${whole.ratio})`;
}

/** What was measured and cannot be told yet; why, stands at each of them. */
function untoldSentence(
  variants: readonly VariantRow[],
  untold: readonly VariantRow[],
  lead: string,
  adviceFor: (untold: readonly VariantRow[]) => string,
): Finding[] {
  if (untold.length === 0) return [];
  const names = formatList(untold.map(({ name }) => name));
  return [
    {
      letters: [],
      text: `${lead} apart from no constraints: ${names}${adviceFor(untold)}.${moreWork(variants, untold)}`,
      explanation: untold.map(({ sentence }) => sentence).join(' '),
    },
  ];
}

/** Why its interval decides nothing: ': the interval reaches to both sides'. */
function doubtOf({ verdict }: VariantRow): string {
  const isUndecided = verdict?.kind === 'unresolved' || verdict?.kind === 'too-noisy';
  return isUndecided ? `: ${doubtWords(verdict)}` : '';
}

/** What to do about all that is not told. */
function advice(measured: readonly VariantRow[]): string {
  const isNoisy = measured.some(({ verdict }) => verdict?.kind === 'too-noisy');
  return isNoisy
    ? '; the machine is too noisy now: close other work and measure again'
    : '; more time narrows the intervals';
}

/** Noise hides a time and not a count: ' Counted, UNIQUE (name) does more work all the same.' */
function moreWork(variants: readonly VariantRow[], untold: readonly VariantRow[]): string {
  const base = variants.find(({ isBaseline }) => isBaseline)?.counters;
  const names = untold.flatMap(({ kind, name, counters }) => {
    const isMore = base && counters && workDifference(counters, base) === 'more work';
    return isMore ? [kind === 'as-is' ? 'the table' : name] : [];
  });
  if (names.length === 0) return '';
  if (names.length > 1 && names.length === untold.length) {
    return ' Counted, all of them do more work all the same.';
  }
  return ` Counted, ${formatList(names)} ${names.length === 1 ? 'does' : 'do'} more work all the same.`;
}

function isUntold({ verdict, time }: VariantRow): boolean {
  return time !== '–' && (verdict?.kind === 'unresolved' || verdict?.kind === 'too-noisy');
}

function isTold({ verdict }: VariantRow): boolean {
  if (!verdict) return false;
  return ['faster', 'slower', 'equal'].includes(findingOf(verdict.kind));
}

function wholeSentence(
  { verdict, headline, ratio, extra, sentence }: VariantRow,
  variants: readonly VariantRow[],
): Finding {
  const all = `All constraints of the table together${besidesConstraints(variants)}`;
  const isEqual = verdict?.kind === 'equal';
  const text = isEqual
    ? `${all} make no meaningful difference to its inserts (${ratio}).`
    : `${all} make its inserts ${headline} (${ratio})${extra ? `: ${extra} a row` : ''}.`;
  return { letters: [], text, explanation: `${sentence} From samples of the same rounds.` };
}

/** What else the table as written has, and what it is compared with lacks: ' with AUTOINCREMENT'. */
function besidesConstraints(variants: readonly VariantRow[]): string {
  const has = (kind: VariantRow['kind']) =>
    variants.some((each) => each.kind === kind && each.isOwn);
  const others = [
    ...(has('autoincrement') ? ['AUTOINCREMENT'] : []),
    ...(has('without-rowid') ? ['WITHOUT ROWID'] : []),
  ];
  return others.length === 0 ? '' : ` with ${formatList(others)}`;
}

/** Those that cost something each with its figures; those that do not in one sentence. */
function groupSentences(rows: readonly VariantRow[], lead: string, which: string): Finding[] {
  const costly = rows.filter(({ verdict }) => verdict && findingOf(verdict.kind) !== 'equal');
  const equal = rows.filter(({ verdict }) => verdict?.kind === 'equal');
  return [
    ...(costly.length === 0
      ? []
      : [
          {
            letters: [],
            text: `${lead}: ${formatList(costly.map(({ name, headline, ratio }) => `${name} ${headline} (${ratio})`))}.`,
            explanation: costly.map(({ sentence }) => sentence).join(' '),
          },
        ]),
    ...(equal.length === 0
      ? []
      : [
          {
            letters: [],
            text: `No meaningful difference ${which}: ${formatList(equal.map(({ name, ratio }) => `${name} (${ratio})`))}.`,
            explanation: equal.map(({ sentence }) => sentence).join(' '),
          },
        ]),
  ];
}
