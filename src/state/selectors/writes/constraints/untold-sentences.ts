// Findings on what was measured and not ranked: too noisy, or not told apart: the interval holds 1.
// Pure; decides no verdict, and lets counts speak where times cannot.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import { doubtWords } from '../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { workDifference } from '../counts/work-words.ts';
import type { Finding } from '../run/finding.ts';
import type { VariantRow } from './variant-row.ts';

/** Variants of which the same is said in one sentence, each with its verdict at hand. */
export interface UntoldGroup {
  /** 'Tried on it'; empty for the table's own. */
  lead: string;
  isNoisy: boolean;
  rows: VariantRow[];
}

export function isUntold({ verdict, time }: VariantRow): boolean {
  return time !== '–' && isUndecided(verdict);
}

/** 'too noisy to rank (1.40–2.1× slower)', 'not told apart from no constraints (...)'. */
export function untoldWords({ verdict, ratio }: VariantRow): string {
  return `${isNoisy(verdict) ? noisyWords : equalWords} (${ratio})`;
}

/** Those too noisy to rank, then those not told apart; a group without rows is left out. */
export function untoldGroups(rows: readonly VariantRow[], lead: string): UntoldGroup[] {
  const untold = rows.filter(isUntold);
  return [true, false]
    .map((noisy) => ({
      lead,
      isNoisy: noisy,
      rows: untold.filter(({ verdict }) => isNoisy(verdict) === noisy),
    }))
    .filter((group) => group.rows.length > 0);
}

/** Those too noisy with their intervals: on one side of 1 they are not nothing. */
export function untoldSentence(
  { lead, isNoisy: noisy, rows }: UntoldGroup,
  variants: readonly VariantRow[],
  advice: string,
): Finding {
  const what = noisy ? noisyWords : equalWords;
  const start = lead === '' ? capitalized(what) : `${lead}, ${what}`;
  const names = rows.map(({ name, ratio }) => (noisy ? `${name} (${ratio})` : name));
  return {
    letters: [],
    text: `${start}: ${formatList(names)}${advice}.${moreWork(variants, rows)}`,
    explanation: rows.map(({ sentence }) => sentence).join(' '),
  };
}

/** Of all constraints together, called `all`. */
export function untoldWhole(
  row: VariantRow,
  all: string,
  variants: readonly VariantRow[],
  advice: string,
): Finding {
  const { verdict, sentence } = row;
  const doubt = isUndecided(verdict) ? `: ${doubtWords(verdict)}` : '';
  return {
    letters: [],
    text: `${all}: ${untoldWords(row)}${doubt}${advice}.${moreWork(variants, [row])}`,
    explanation: sentence,
  };
}

/** What to do about all that is not told. */
export function adviceWords(measured: readonly VariantRow[]): string {
  return measured.some(({ verdict }) => verdict?.kind === 'too-noisy')
    ? '; the machine is too noisy now: close other work and measure again'
    : '; more time narrows the intervals';
}

const noisyWords = 'too noisy to rank';
const equalWords = 'not told apart from no constraints';

type Undecided = Extract<Verdict, { kind: 'unresolved' | 'too-noisy' }>;

function isUndecided(verdict: Verdict | null): verdict is Undecided {
  return verdict?.kind === 'unresolved' || verdict?.kind === 'too-noisy';
}

/** An interval clear of 1 is no sign of equal: only its width keeps it from a rank. */
function isNoisy(verdict: Verdict | null): boolean {
  if (!isUndecided(verdict)) return false;
  return verdict.kind === 'too-noisy' || verdict.ratio.low > 1 || verdict.ratio.high < 1;
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
