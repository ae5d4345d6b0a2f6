// What a read saves in a setup against what a write pays there, in words and with how it was obtained.
// Pure; what a read saves comes in.
import type { Verdict } from '../../../../engine/model/comparison/verdict.ts';
import type { TimeDifference } from '../../../../engine/model/interval.ts';
import type { Setup } from '../../../../engine/model/playground.ts';
import type { BreakEven, ToldDifference } from '../../../../engine/model/writes/break-even.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { breakEven } from '../../../../engine/statistics/break-even/break-even.ts';
import { breakEvenWords } from '../../../../engine/statistics/break-even/break-even-words.ts';
import { isRanking } from '../../../../engine/statistics/verdict-finding.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { durationRange } from '../../../../lib/format/duration-range.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { howCounted } from '../counts/counted-work.ts';
import { isSameWork } from '../counts/work-words.ts';
import { differenceWords, levelWords } from '../run/figure-words.ts';
import { operationNouns } from '../run/operation-words.ts';
import { type PriceRequest, pricedIndexes } from './price-run.ts';
import type { ReadSaving } from './read-saving.ts';
import { type SetupChange, type SetupCost, setupCost } from './setup-cost.ts';
import { otherDifferences } from './setup-differences.ts';
import { boundedDifference, noiseSentence, untoldWords } from './told-difference.ts';

export interface BreakEvenCell {
  operation: WriteOperation;
  /** 'worth it from 1 read per 14 inserts'. */
  text: string;
  /** '1 per 11 to 1 per 18'; empty where there is none. */
  interval: string;
  /** 'it is worth it from 1 read per 14 inserts': for a sentence; null where nothing is decided. */
  finding: string | null;
  tip: string;
  tone: 'good' | 'bad' | 'plain';
  /** 'same work counted: any read pays', where times do not tell what writes cost; else null. */
  counted: string | null;
  /** What the text says; null where it says why there is nothing. */
  outcome: BreakEven | null;
}

/** The saving of a read in the setup, which is `savingText` in words, against what its writes pay. */
export function breakEvenCell(
  run: WritesRun,
  request: PriceRequest,
  operation: WriteOperation,
  change: SetupChange,
  saving: ReadSaving,
  savingText: string,
): BreakEvenCell {
  const setupsCost = setupCost(run, request, operation, change);
  const { difference: cost, verdict } = setupsCost;
  const counted = isCountedFree(setupsCost, saving) ? 'same work counted: any read pays' : null;
  const none = { operation, interval: '', finding: null, tone: 'plain', outcome: null } as const;
  const countedTip = counted
    ? ` Counted, the writes do exactly the same work as in the baseline. ${howCounted}`
    : '';
  const costTip = cost
    ? `${capitalized(costWords(operation, cost))}, from the same rounds of this run (${levelWords(cost.level)} interval).`
    : 'What these indexes cost a row is measured in too few rounds for an interval: more time may tell.';
  if (saving.status === 'missing') {
    return { ...none, counted, text: '–', tip: `${saving.reason} ${costTip}` };
  }
  if (!cost) {
    // Three runs can rank, and yet have no interval to reckon with.
    const text = isRanking(verdict.kind) ? 'too few rounds' : untoldWords(verdict);
    return { ...none, counted, text, tip: `${costTip}${countedTip}` };
  }
  const told = boundedDifference(verdict, cost);
  if (!told) {
    const why = noiseSentence(verdict) ?? 'Nothing follows from that.';
    return { ...none, counted, text: untoldWords(verdict), tip: `${costTip} ${why}${countedTip}` };
  }
  const outcome = breakEven(saving.saving, told);
  const subject = changeSubject(pricedIndexes(request), change);
  const words = breakEvenWords(outcome, operation, subject.long);
  const { headline, predicate, interval, sentence } = words;
  const joint = 'level' in outcome ? ` ${jointWords(saving.saving, told)}` : '';
  const equal = told.isEqual ? ' That counts as no difference.' : '';
  return {
    operation,
    text: headline,
    interval,
    finding: predicate && `${subject.short} ${predicate}`,
    tip: `${sentence}${joint} ${capitalized(savingText)}. ${costTip}${equal}${countedTip}`,
    tone: tones[outcome.kind],
    counted: outcome.kind === 'free' ? null : counted,
    outcome,
  };
}

/** Reads gain, and steps and pages are equal to the last one where times do not tell a difference. */
function isCountedFree({ verdict, work }: SetupCost, saving: ReadSaving): boolean {
  if (saving.status === 'missing' || saving.saving.isEqual || saving.saving.low <= 0) return false;
  return work !== null && isSameWork(work.before, work.after) && isUndecided(verdict);
}

function isUndecided({ kind }: Verdict): boolean {
  return (
    kind === 'equal' || kind === 'unresolved' || kind === 'too-noisy' || kind === 'too-few-runs'
  );
}

function jointWords(saving: ToldDifference, cost: ToldDifference): string {
  return `The bounds hold whenever both intervals do, that of the saving (${levelWords(saving.level)}) and that of the cost (${levelWords(cost.level)}).`;
}

const tones: Readonly<Record<BreakEven['kind'], BreakEvenCell['tone']>> = {
  worth: 'good',
  free: 'good',
  never: 'bad',
  'worth-at-latest': 'plain',
  'no-saving': 'plain',
  // It depends on the reads, and they lose.
  reverse: 'plain',
  unclear: 'plain',
};

/** 'an insert takes 1.21 µs (1.15–1.27 µs) more a row than in the baseline'. */
function costWords(operation: WriteOperation, cost: TimeDifference): string {
  const { estimateMs, low, high } = cost;
  const start = `${operationNouns[operation]} takes`;
  if (low > 0) {
    return `${start} ${formatDuration(estimateMs)} (${durationRange(low, high)}) more a row than in the baseline`;
  }
  if (high < 0) {
    return `${start} ${formatDuration(-estimateMs)} (${durationRange(-high, -low)}) less a row than in the baseline`;
  }
  return `${start} about as long a row as in the baseline, ${differenceWords(cost)}`;
}

/** What is changed between the baseline and the setup, for a sentence and, shorter, beside its letter. */
function changeSubject(
  indexes: readonly string[],
  { baseline, setup, letter }: SetupChange,
): { long: string; short: string } {
  // What reads save is that of the whole setup then.
  if (otherDifferences(indexes, baseline, setup).length > 0) {
    return { long: `Going from A to ${letter}`, short: 'it' };
  }
  const onlyIn = (one: Setup, other: Setup) =>
    formatList(
      indexes.filter((name) => one.indexes.includes(name) && !other.indexes.includes(name)),
    );
  const [added, removed] = [onlyIn(setup, baseline), onlyIn(baseline, setup)];
  if (removed === '') return { long: `Having ${added} in ${letter}`, short: 'it' };
  if (added === '') {
    return { long: `Leaving ${removed} out in ${letter}`, short: `leaving ${removed} out` };
  }
  const long = `Having ${added} instead of ${removed} in ${letter}`;
  return { long, short: `having ${added} instead of ${removed}` };
}
