// What a write costs more in a setup than in the baseline, as a figure of the answer.
// Pure: where the time is not told, counted work stands in its place; the two are never mixed.
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { isRanking } from '../../../../engine/statistics/verdict-finding.ts';
import { verdictKindWords } from '../../../../engine/statistics/words/verdict-words.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { durationRange } from '../../../../lib/format/duration-range.ts';
import type { DurationText } from '../../../../lib/format/duration-unit.ts';
import { howCounted } from '../counts/counted-work.ts';
import { isSameWork, stepsAndPages } from '../counts/work-words.ts';
import { levelWords, toneOf, type VerdictTone } from '../run/figure-words.ts';
import { operationPlurals } from '../run/operation-words.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import type { SetupChange, SetupCost } from './setup-cost.ts';
import { noiseBarSentence } from './told-difference.ts';

export interface AnswerCost {
  operation: WriteOperation;
  /** 'Each insert'. */
  title: string;
  /** '+0.95 µs', 'no meaningful difference', '+8 VM steps, +0.5 pages', 'not resolved'. */
  text: string;
  /** What the text is; words say why there is no figure. */
  kind: 'time' | 'count' | 'words';
  /** '0.90–1.00 µs'; with counts what the time says. Empty when there is none. */
  interval: string;
  /** '1.3× slower'; empty when the text says it. */
  detail: string;
  tone: VerdictTone;
  tip: string;
}

/** `text` writes the times of a column in one unit. */
export function answerCost(
  operation: WriteOperation,
  cost: SetupCost,
  { letter }: SetupChange,
  rows: number,
  text: DurationText,
): AnswerCost {
  const { difference, verdict, work } = cost;
  const words = writeVerdictWords(verdict, {
    setup: `${operationPlurals[operation]} in ${letter}`,
    baseline: 'those in A',
  });
  const isTold = isRanking(verdict.kind);
  const counted = work && countedText(cost, rows);
  const start = { operation, title: `Each ${operation}`, tone: toneOf(verdict) };
  const tip = [
    capitalized(words.sentence),
    noiseBarSentence(verdict),
    difference &&
      `The figure is the middle of the paired differences a row, with its ${levelWords(difference.level)} interval.`,
    counted && `Counted: ${counted} a row more than in A. ${howCounted}`,
  ]
    .filter(Boolean)
    .join(' ');
  if (isTold && difference) {
    const { estimateMs, low, high } = difference;
    const sign = estimateMs > 0 ? '+' : '';
    return {
      ...start,
      tip,
      kind: 'time',
      text: `${sign}${text(estimateMs)}`,
      interval: durationRange(low, high, text),
      detail: words.headline,
    };
  }
  const said = verdict.kind === 'too-few-runs' ? verdictKindWords[verdict.kind] : words.headline;
  const interval = difference
    ? durationRange(difference.low, difference.high, text)
    : words.interval;
  if (counted && verdict.kind !== 'equal') {
    const time = interval === '' ? `time: ${said}` : `time: ${said} (${interval})`;
    return { ...start, tip, kind: 'count', text: counted, interval: time, detail: '' };
  }
  return { ...start, tip, kind: 'words', text: said, interval, detail: '' };
}

/** What the setup's writes count more, a row: '+8 VM steps, +0.5 pages'. */
function countedText({ work }: SetupCost, rows: number): string {
  if (!work) return '';
  const { before, after } = work;
  if (isSameWork(after, before)) return 'exactly the same work';
  const more = {
    vmSteps: after.vmSteps - before.vmSteps,
    pagesWritten: after.pagesWritten - before.pagesWritten,
  };
  const [steps = '', pages = ''] = stepsAndPages(more, rows, ', ').split(', ');
  const signed = (figure: string) => (/^(−|0 )/.test(figure) ? figure : `+${figure}`);
  return `${signed(steps)}, ${signed(pages)}`;
}
