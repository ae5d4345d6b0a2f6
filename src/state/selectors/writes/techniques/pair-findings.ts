// Sentences on pairs of contenders: one for each pair, over all setups in which it was measured.
// Only verdicts speak, and never without an interval. Pure.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import {
  doubtWords,
  type VerdictWords,
} from '../../../../engine/statistics/words/verdict-words.ts';
import { mirrorVerdict, pairVerdict } from '../../../../engine/statistics/writes/pair-verdict.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { WritesRun } from '../../../writes-store.ts';
import type { ReadContender } from './technique-run.ts';
import { writeVerdictWords } from './write-verdict-words.ts';

export interface WriteFinding {
  letters: SetupLetter[];
  text: string;
  /** How it was obtained. */
  explanation: string;
  isSimulated: boolean;
  /** Of a pair that could not be told apart in any setup: the page folds these into one line. */
  isUndecided: boolean;
}

/** A pair in a setup, with its verdict. */
export interface ToldPair {
  /** Subject of the sentence: 'One transaction for all rows'. */
  what: string;
  /** What it is compared with: 'a transaction for each row'. */
  than: string;
  letter: SetupLetter;
  verdict: Verdict;
  words: VerdictWords;
  explanation: string;
}

/** The pair, one of `comparisons` of its group; none where the verdict compares nothing yet. */
export function toldPair(
  run: WritesRun,
  technique: ReadContender,
  against: ReadContender,
  comparisons: number,
  { what, than }: Pick<ToldPair, 'what' | 'than'>,
): ToldPair[] {
  const verdict = verdictBetween(run, technique, against, comparisons);
  if (!isCompared(verdict)) return [];
  const words = writeVerdictWords(verdict, { setup: technique.name, baseline: against.name });
  const explanation = `${words.sentence} From times of the same rounds, paired.`;
  return [{ what, than, letter: technique.letter, verdict, words, explanation }];
}

/** A sentence for each pair; those that noise hides in every setup are said in one together. */
export function pairFindings(told: readonly ToldPair[]): WriteFinding[] {
  const keys = [...new Set(told.map(keyOf))];
  const pairs = keys.map((key) => told.filter((each) => keyOf(each) === key));
  const isHidden = (pair: readonly ToldPair[]) =>
    pair.every(({ verdict }) => verdict.kind === 'too-noisy');
  const hidden = pairs.filter(isHidden).flat();
  const shown = pairs.filter((pair) => !isHidden(pair)).map(pairFinding);
  if (hidden.length === 0) return shown;
  return [...shown, noiseFinding(hidden, shown.length > 0)];
}

function keyOf({ what, than }: ToldPair): string {
  return `${what}|${than}`;
}

/** 'X is 31× faster than Y (28–34).', or over setups: 'X against Y: 31× faster in A (28–34), ...'. */
function pairFinding(pair: readonly ToldPair[]): WriteFinding {
  const [first] = pair;
  const what = first?.what ?? '';
  const than = first?.than ?? '';
  const parts = pair.map(({ verdict, words, letter }) => {
    const doubt = isUndecided(verdict) ? `${doubtWords(verdict)}; ` : '';
    return `${words.headline} in ${letter}${bracketed(`${doubt}${words.interval}`)}`;
  });
  return {
    letters: pair.map(({ letter }) => letter),
    text:
      first && pair.length === 1
        ? sentenceOf(first)
        : `${what.replace(/,$/, '')}, against ${than}: ${formatList(parts)}.`,
    explanation: pair.map(({ letter, explanation }) => `${letter}: ${explanation}`).join(' '),
    isSimulated: false,
    isUndecided: pair.every(({ verdict }) => isUndecided(verdict)),
  };
}

/** Where nothing is decided also why: an interval on one side alone may seem to decide it. */
function sentenceOf({ what, than, verdict, words: { headline, interval } }: ToldPair): string {
  const range = bracketed(interval);
  if (verdict.kind === 'equal') return `${what} makes ${headline} to ${than}${range}.`;
  return isUndecided(verdict)
    ? `${what} is ${headline} against ${than}: ${doubtWords(verdict)}${range}.`
    : `${what} is ${headline} than ${than}${range}.`;
}

/** Whether no side is taken for noise or too wide an interval. */
export function isUndecided(
  verdict: Verdict,
): verdict is Extract<Verdict, { kind: 'unresolved' | 'too-noisy' }> {
  return verdict.kind === 'unresolved' || verdict.kind === 'too-noisy';
}

function bracketed(interval: string): string {
  return interval === '' ? '' : ` (${interval})`;
}

function noiseFinding(hidden: readonly ToldPair[], hasOthers: boolean): WriteFinding {
  const pairs = hidden.length === 1 ? 'pair' : 'pairs';
  const which = hasOthers ? `${hidden.length} other ${pairs}` : `${hidden.length} ${pairs}`;
  return {
    letters: [],
    text: `This machine is too noisy now to tell ${which} apart: close other work and measure again.`,
    explanation: hidden.map(({ letter, explanation }) => `${letter}: ${explanation}`).join(' '),
    isSimulated: false,
    isUndecided: false,
  };
}

function isCompared({ kind }: Verdict): boolean {
  const compared: Verdict['kind'][] = [
    ...(['faster', 'slower', 'equal', 'unresolved', 'too-noisy'] as const),
    ...(['clearly-faster', 'clearly-slower'] as const),
  ];
  return compared.includes(kind);
}

/** The engine's own verdict where one of them is the baseline, else that of their paired samples. */
function verdictBetween(
  run: WritesRun,
  technique: ReadContender,
  against: ReadContender,
  comparisons: number,
): Verdict {
  if (against.contender.isBaseline && technique.standing) return technique.standing.verdict;
  if (technique.contender.isBaseline && against.standing) {
    return mirrorVerdict(against.standing.verdict);
  }
  const { id: contenderId, groupId } = technique.contender;
  const pair = { contenderId, againstId: against.contender.id };
  const margins = run.standing?.margins ?? {};
  const margin = Object.hasOwn(margins, groupId) ? (margins[groupId] ?? null) : null;
  return pairVerdict(run.samples, pair, margin, comparisons);
}
