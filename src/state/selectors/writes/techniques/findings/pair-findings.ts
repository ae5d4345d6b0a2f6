// Sentences on pairs of contenders: one for each pair, over all setups in which it was measured.
// Of times only verdicts speak, and never without an interval; counts, where there are some, say why.
// Pure.
import type { Verdict } from '../../../../../engine/model/comparison/verdict.ts';
import type { SetupLetter } from '../../../../../engine/model/playground.ts';
import { isRanking } from '../../../../../engine/statistics/verdict-finding.ts';
import {
  doubtWords,
  type VerdictWords,
} from '../../../../../engine/statistics/words/verdict-words.ts';
import { formatList } from '../../../../../lib/format/format-list.ts';
import type { WritesRun } from '../../../../writes-store.ts';
import { howCounted, workOf } from '../../counts/counted-work.ts';
import { type Causes, causeOf, type PairWork, pairWorkClause } from '../../counts/pair-work.ts';
import { isSameWork, workDifference } from '../../counts/work-words.ts';
import { verdictBetween } from '../../run/verdict-between.ts';
import { writeVerdictWords } from '../../run/write-verdict-words.ts';
import type { SetupContender } from '../setup-contenders.ts';

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
  /** Null where not both were counted. */
  work: PairWork | null;
  causes: Causes;
}

/** What a pair is called, and what its difference may come from. */
export interface PairSubject extends Pick<ToldPair, 'what' | 'than'> {
  causes?: Causes | undefined;
}

/**
 * The pair, one of `comparisons` of its group; none where the verdict compares nothing yet and the
 * work was not counted either.
 */
export function toldPair(
  run: WritesRun,
  technique: SetupContender,
  against: SetupContender,
  comparisons: number,
  { what, than, causes = {} }: PairSubject,
): ToldPair[] {
  const verdict = verdictBetween(run, technique, against, comparisons);
  const words = writeVerdictWords(verdict, { setup: technique.name, baseline: against.name });
  const explanation = `${words.sentence} From times of the same rounds, paired.`;
  const { letter } = technique;
  const work = workOfPair(run, technique, against);
  if (!isCompared(verdict) && !(work && verdict.kind === 'too-few-runs')) return [];
  return [{ what, than, letter, verdict, words, explanation, work, causes }];
}

function workOfPair(
  run: WritesRun,
  { contender, letter }: SetupContender,
  against: SetupContender,
): PairWork | null {
  const [own, other] = [workOf(run, contender.id), workOf(run, against.contender.id)];
  return own && other ? { letter, technique: own, against: other } : null;
}

/**
 * A sentence for each pair; those that noise hides in every setup are said in one together, but for
 * those whose counts differ: noise cannot hide that.
 */
export function pairFindings(told: readonly ToldPair[]): WriteFinding[] {
  const keys = [...new Set(told.map(keyOf))];
  const pairs = keys.map((key) => comparedFirst(told.filter((each) => keyOf(each) === key)));
  const isHidden = (pair: readonly ToldPair[]) => isNoise(pair) && !isToldByCount(pair);
  const hidden = pairs.filter(isHidden).flat();
  const shown = pairs.filter((pair) => !isHidden(pair)).map(pairFinding);
  if (hidden.length === 0) return shown;
  return [...shown, noiseFinding(hidden, shown.length > 0)];
}

/** Setups with too few runs have nothing to add where another one has a verdict. */
function comparedFirst(pair: readonly ToldPair[]): readonly ToldPair[] {
  const compared = pair.filter(({ verdict }) => isCompared(verdict));
  return compared.length > 0 ? compared : pair;
}

function isNoise(pair: readonly ToldPair[]): boolean {
  return pair.every(({ verdict }) => verdict.kind === 'too-noisy');
}

function isToldByCount(pair: readonly ToldPair[]): boolean {
  return pair.some(({ work }) => work && !isSameWork(work.technique, work.against));
}

function keyOf({ what, than }: ToldPair): string {
  return `${what}|${than}`;
}

/** 'X is 31× faster than Y (28–34).', or over setups: 'X against Y: 31× faster in A (28–34), ...'. */
function pairFinding(pair: readonly ToldPair[]): WriteFinding {
  const [first] = pair;
  return {
    letters: pair.map(({ letter }) => letter),
    text: [first ? timedSentence(first, pair) : '', countedSentence(pair)]
      .filter(Boolean)
      .join(' '),
    explanation: [
      ...pair.map(({ letter, explanation }) => `${letter}: ${explanation}`),
      ...(pair.some(({ work }) => work) ? [howCounted] : []),
    ].join(' '),
    isSimulated: false,
    isUndecided: pair.every(isOpen) && !isToldByCount(pair),
  };
}

function timedSentence(first: ToldPair, pair: readonly ToldPair[]): string {
  const subject = `${first.what.replace(/,$/, '')}, against ${first.than}`;
  // It is counts that have something to say of it: what is known of the noise stands in the tip.
  if (isNoise(pair)) return `${subject}: too noisy to tell by time.`;
  if (pair.length === 1) return sentenceOf(first);
  const parts = pair.map(({ verdict, words, letter }) => {
    const doubt = isUndecided(verdict) ? `${doubtWords(verdict)}; ` : '';
    return `${words.headline} in ${letter}${bracketed(`${doubt}${words.interval}`)}`;
  });
  return `${subject}: ${formatList(parts)}.`;
}

function isOpen({ verdict }: ToldPair): boolean {
  return isUndecided(verdict) || verdict.kind === 'too-few-runs';
}

/**
 * 'Counted: both take 230,000 VM steps; 130 pages written against 20,252.' Where times are told apart
 * and the counts are not, what is left to differ; where times are not and counts are, which does more.
 */
function countedSentence(pair: readonly ToldPair[]): string {
  const works = pair.flatMap(({ work }) => (work ? [work] : []));
  const clause = pairWorkClause(works);
  if (clause === '') return '';
  if (pair.every(({ verdict }) => isRanking(verdict.kind))) {
    const cause = causeOf(works, pair[0]?.causes ?? {});
    return `Counted: ${clause}${cause === '' ? '' : `; ${cause}`}.`;
  }
  const differences = new Set(works.map((each) => workDifference(each.technique, each.against)));
  const [only = null] = differences;
  const isUntold = pair.every(({ verdict }) => !isRanking(verdict.kind));
  const told = isUntold && only && differences.size === 1 ? `it does ${only} all the same: ` : '';
  return `Counted: ${told}${clause}.`;
}

/** Where nothing is decided also why: an interval on one side alone may seem to decide it. */
function sentenceOf({ what, than, verdict, words: { headline, interval } }: ToldPair): string {
  const range = bracketed(interval);
  if (verdict.kind === 'too-few-runs') {
    return `${what.replace(/,$/, '')}, against ${than}: ${headline}.`;
  }
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
