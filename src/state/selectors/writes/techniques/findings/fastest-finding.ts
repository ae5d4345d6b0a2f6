// Which technique writes the most rows a second, as a sentence: only one that beats every other one
// is called that; else those that it is not told apart from are named. Pure.
import type { Verdict } from '../../../../../engine/model/comparison/verdict.ts';
import { shortRounds } from '../../../../../engine/statistics/stop-rule.ts';
import { findingOf } from '../../../../../engine/statistics/verdict-finding.ts';
import {
  doubtWords,
  type VerdictWords,
} from '../../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../../../lib/format/format-count.ts';
import { formatList } from '../../../../../lib/format/format-list.ts';
import { formatRate } from '../../../../../lib/format/format-rate.ts';
import type { WritesRun } from '../../../../writes-store.ts';
import { verdictBetween } from '../../run/verdict-between.ts';
import { writeVerdictWords } from '../../run/write-verdict-words.ts';
import type { SetupContender } from '../setup-contenders.ts';
import { rowsPerSecond } from '../table/write-figures.ts';
import { isUndecided, type WriteFinding } from './pair-findings.ts';

/** The one with the least median, against another. */
interface Rival {
  name: string;
  verdict: Verdict;
  words: VerdictWords;
}

/**
 * The contender with the least median against all others of its group, each pair at the level of so
 * many comparisons: whichever it is, the chance that it beats one that is truly faster is no larger
 * than that of the whole family. None where nothing is decided but that it is noisy or early.
 */
export function fastestFinding(run: WritesRun, group: readonly SetupContender[]): WriteFinding[] {
  const ordered = group
    .filter(({ time, samplesMs }) => time.medianMs !== null && samplesMs.length > 0)
    .sort((a, b) => (a.time.medianMs ?? 0) - (b.time.medianMs ?? 0));
  const [first, ...others] = ordered.filter(({ samplesMs }) => samplesMs.length >= shortRounds);
  if (!first || others.length === 0) return [];
  const rivals = others.map((other): Rival => {
    const verdict = verdictBetween(run, first, other, others.length);
    const names = { setup: first.name, baseline: other.name };
    return { name: other.name, verdict, words: writeVerdictWords(verdict, names) };
  });
  const beaten = rivals.filter(({ verdict }) => findingOf(verdict.kind) === 'faster');
  const untold = rivals.filter((rival) => !beaten.includes(rival));
  if (isSilent(beaten, untold)) return [];
  const rows = run.opened?.rows ?? run.subject.request.rows;
  const rate = formatRate(rowsPerSecond(rows, first.time.medianMs ?? 0), 'row');
  const few = ordered.filter(({ samplesMs }) => samplesMs.length < shortRounds);
  const text = untold.every(({ verdict }) => verdict.kind === 'equal')
    ? decidedText(first.name, rate, rivals, untold, few.length > 0)
    : undecidedText(first.name, rate, rivals, untold);
  return [
    {
      letters: [first.letter],
      text: capitalized(`${text}${fewText(few)}.`),
      explanation: `${[...untold, ...beaten].map(({ words }) => words.sentence).join(' ')} From times of the same rounds, paired; ${formatCountOf(rivals.length, 'comparison')}.`,
      isSimulated: false,
      isUndecided: untold.some(({ verdict }) => verdict.kind !== 'equal'),
    },
  ];
}

/** Noise is said of all pairs together; too few runs stand beside the table. */
function isSilent(beaten: readonly Rival[], untold: readonly Rival[]): boolean {
  const isOfKind = (...kinds: Verdict['kind'][]) =>
    untold.length > 0 && untold.every(({ verdict }) => kinds.includes(verdict.kind));
  // Its median is the least, and the pairs of rounds say the opposite.
  if (untold.some(({ verdict }) => findingOf(verdict.kind) === 'slower')) return true;
  return isOfKind('too-noisy') || (beaten.length === 0 && isOfKind('too-noisy', 'too-few-runs'));
}

function decidedText(
  name: string,
  rate: string,
  [next]: readonly Rival[],
  equals: readonly Rival[],
  isPartial: boolean,
): string {
  const [equal] = equals;
  if (equal && equals.length === 1) {
    return `${name} and ${equal.name} are the fastest, without a meaningful difference (${equal.words.interval}): ${rate}`;
  }
  if (equal) {
    return `${name}, ${formatList(equals.map((each) => each.name))} are the fastest: none makes a meaningful difference to the first (${equal.words.interval}), ${rate}`;
  }
  const most = isPartial ? 'Of those compared, the most rows a second' : 'The most rows a second';
  return `${most}: ${name}, ${rate}, ${next?.words.headline} than the next, ${next?.name} (${next?.words.interval})`;
}

function undecidedText(
  name: string,
  rate: string,
  [next]: readonly Rival[],
  untold: readonly Rival[],
): string {
  const [only] = untold;
  if (untold.length === 1 && only && only === next && isUndecided(only.verdict)) {
    return `${name} (${rate}) and ${only.name} have the least medians; which is faster is not resolved: ${doubtWords(only.verdict)} (${only.words.interval})`;
  }
  const reasons = untold.map((rival) => `${rival.name} (${reasonOf(rival)})`);
  return `${name} (${rate}) has the least median, but is not told apart from ${formatList(reasons)}`;
}

function reasonOf({ verdict, words }: Rival): string {
  if (isUndecided(verdict)) return `${doubtWords(verdict)}; ${words.interval}`;
  if (verdict.kind === 'equal') return `no meaningful difference, ${words.interval}`;
  return verdict.kind === 'too-few-runs' && verdict.rounds > 0
    ? `${formatCountOf(verdict.rounds, 'run')} do not tell`
    : 'not compared';
}

function fewText(few: readonly SetupContender[]): string {
  if (few.length === 0) return '';
  const names = formatList(few.map(({ name }) => name));
  return `; ${names} ${few.length === 1 ? 'has' : 'have'} too few runs to be compared`;
}
