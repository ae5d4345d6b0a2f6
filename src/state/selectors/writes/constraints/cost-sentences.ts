// Findings on what constraints cost: the table's own together, then one by one, then those tried.
// Pure; a figure never stands without its interval.
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { Finding } from '../run/finding.ts';
import { addedARow } from './counted-sentences.ts';
import {
  adviceWords,
  isUntold,
  type UntoldGroup,
  untoldGroups,
  untoldSentence,
  untoldWhole,
  untoldWords,
} from './untold-sentences.ts';
import type { VariantRow } from './variant-row.ts';

/** The table as it is, its own constraints, then those tried; the advice at the first untold. */
export function costSentences(variants: readonly VariantRow[]): Finding[] {
  const measured = variants.filter(({ isBaseline }) => !isBaseline);
  const whole = measured.filter(({ kind }) => kind === 'as-is');
  const single = measured.filter(({ kind }) => kind !== 'as-is');
  const own = single.filter(({ isOwn }) => isOwn);
  const tried = single.filter(({ isOwn }) => !isOwn);
  const untoldOwn = untoldGroups(own, '');
  const untoldTried = untoldGroups(tried, 'Tried on it');
  const [first] = [
    ...whole.filter(isUntold),
    ...[...untoldOwn, ...untoldTried].flatMap(({ rows }) => rows),
  ];
  const adviceFor = (row: VariantRow | undefined) => (row === first ? adviceWords(measured) : '');
  const all = `All constraints of the table together${besidesConstraints(variants)}`;
  const untold = (groups: readonly UntoldGroup[]) =>
    groups.map((group) => untoldSentence(group, variants, adviceFor(group.rows[0])));
  return [
    ...whole.filter(isTold).map((row) => wholeSentence(row, all)),
    ...whole.filter(isUntold).map((row) => untoldWhole(row, all, variants, adviceFor(row))),
    ...groupSentences(own.filter(isTold), 'By itself', 'of the table’s own'),
    ...untold(untoldOwn),
    ...groupSentences(tried.filter(isTold), 'Tried on it', 'of those tried'),
    ...untold(untoldTried),
  ];
}

/**
 * What all constraints together cost an insert in a few words, with its work once it is counted:
 * 'not told apart from no constraints (...); counted: +8 VM steps a row'. Empty before it is known.
 */
export function costAnswer(variants: readonly VariantRow[], rows: number): string {
  const whole = variants.find(({ kind, isBaseline }) => kind === 'as-is' && !isBaseline);
  if (!whole || whole.refusal !== null) return '';
  const base = variants.find(({ isBaseline }) => isBaseline)?.counters;
  const counted = base && whole.counters ? `counted: ${addedARow(whole.counters, base, rows)}` : '';
  return [timeAnswer(whole), counted].filter((part) => part !== '').join('; ');
}

function timeAnswer(whole: VariantRow): string {
  if (isUntold(whole)) return untoldWords(whole);
  if (!isTold(whole)) return '';
  return whole.verdict?.kind === 'equal'
    ? `no meaningful difference (${whole.ratio})`
    : `${whole.headline} (${whole.ratio})`;
}

function isTold({ verdict }: VariantRow): boolean {
  if (!verdict) return false;
  return ['faster', 'slower', 'equal'].includes(findingOf(verdict.kind));
}

function wholeSentence(
  { verdict, headline, ratio, extra, sentence }: VariantRow,
  all: string,
): Finding {
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
