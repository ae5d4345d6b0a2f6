// The words for from how many reads per write something is worth its price.
// Decides nothing: break-even.ts does.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';
import type { BreakEven, WriteChange } from '../../model/writes/break-even.ts';
import type { WriteOperation } from '../../model/writes/technique.ts';

export interface BreakEvenWords {
  /** For a cell: 'worth it from 1 read per 14 inserts'. */
  headline: string;
  /** Behind a subject: 'is worth it from 1 read per 14 inserts'; null where nothing is decided. */
  predicate: string | null;
  /** What belongs in brackets after it: '1 per 11 to 1 per 18'. Empty when there is none. */
  interval: string;
  /** Stands alone. */
  sentence: string;
}

/**
 * The words for a break-even; `subject` is what costs and gains, a noun or a gerund:
 * 'by_category', 'Leaving by_category out'.
 */
export function breakEvenWords(
  result: BreakEven,
  operation: WriteOperation,
  subject = 'It',
): BreakEvenWords {
  const writes = `${operation}s`;
  switch (result.kind) {
    case 'worth': {
      const predicate = `is worth it from ${readsPerWrites(result.writesPerRead, operation)}`;
      const lead = `${subject} makes these reads faster and ${writes} dearer: it`;
      return intervalWords(result, predicate, lead, 'more reads');
    }
    case 'reverse': {
      const predicate = `pays below ${readsPerWrites(result.writesPerRead, operation)}`;
      const lead = `${subject} makes these reads slower and ${writes} cheaper: it`;
      return intervalWords(result, predicate, lead, 'fewer reads');
    }
    case 'worth-at-latest': {
      const headline = `worth it from ${readsPerWrites(result.writesPerRead, operation)} at the latest`;
      const cost =
        result.writes === 'equal'
          ? `to ${writes} it makes no meaningful difference`
          : untoldCost(operation);
      const sentence = `${subject} makes these reads faster; ${cost}. It is ${headline} (at a level of ${leastLevel(result.level)}).`;
      return { headline, predicate: `is ${headline}`, interval: '', sentence };
    }
    case 'free': {
      const isGain = result.writes === 'cheaper';
      const headline = isGain ? 'gains in both' : 'free';
      const sentence = isGain
        ? `${subject} makes these reads faster and ${writes} cheaper: it gains in both.`
        : `${subject} makes these reads faster and ${writes} no dearer: every read is a gain.`;
      return { headline, predicate: isGain ? headline : 'is free', interval: '', sentence };
    }
    case 'no-saving':
      return noSavingWords(result.writes, operation, subject);
    case 'never': {
      const isDearer = result.writes === 'dearer';
      const headline = isDearer ? 'never worth it' : 'not worth it';
      const rest = isDearer
        ? `and ${writes} dearer: it is never worth it`
        : `and makes no meaningful difference to ${writes}: there is no gain to set against that`;
      const sentence = `${subject} makes these reads slower ${rest}.`;
      return { headline, predicate: `is ${headline}`, interval: '', sentence };
    }
    case 'unclear': {
      const reasons = {
        saving: 'what it saves a read cannot be told from nothing',
        cost: untoldCost(operation),
        both: `neither what it saves a read nor what it costs ${withArticle(operation)} can be told from nothing`,
      };
      const sentence = `${subject}: whether that is worth its price is not resolved, since ${reasons[result.open]}. More rounds may tell.`;
      return { headline: 'not resolved', predicate: null, interval: '', sentence };
    }
    default:
      return assertNever(result);
  }
}

function intervalWords(
  { low, high, level }: Extract<BreakEven, { kind: 'worth' | 'reverse' }>,
  predicate: string,
  lead: string,
  reads: string,
): BreakEvenWords {
  const interval = `${shortShare(low)} to ${shortShare(high)}`;
  return {
    headline: predicate.replace(/^is /, ''),
    predicate,
    interval,
    sentence: `${lead} ${predicate} (interval of ${leastLevel(level)}: ${interval}). With ${reads} than that it saves more than it costs.`,
  };
}

function noSavingWords(
  change: WriteChange,
  operation: WriteOperation,
  subject: string,
): BreakEvenWords {
  const start = `${subject} makes no meaningful difference to these reads`;
  const rest: Record<WriteChange, string> = {
    dearer: ` and makes ${operation}s dearer: there is no meaningful saving to set against that`,
    equal: `, nor to ${operation}s`,
    cheaper: ` and makes ${operation}s cheaper`,
    unclear: `; ${untoldCost(operation)}`,
  };
  return {
    headline: change === 'cheaper' ? `only ${operation}s gain` : 'no meaningful saving',
    predicate: change === 'cheaper' ? `makes only ${operation}s cheaper` : null,
    interval: '',
    sentence: `${start}${rest[change]}.`,
  };
}

function untoldCost(operation: WriteOperation): string {
  return `what it costs ${withArticle(operation)} cannot be told from nothing`;
}

/** Rounded down: it is a least one. A billionth is for what sums of levels lose. */
function leastLevel(level: number): string {
  return `at least ${formatPercent(Math.floor(level * 1000 + 1e-9) / 1000, 1)}`;
}

function withArticle(operation: WriteOperation): string {
  return operation === 'delete' ? 'a delete' : `an ${operation}`;
}

/** '1 read per 14 inserts'; where a write costs more than a read saves, '3.2 reads per insert'. */
function readsPerWrites(writesPerRead: number, operation: WriteOperation): string {
  const { reads, writes } = shareOf(writesPerRead);
  const isOneRead = reads === '1';
  return `${reads} ${isOneRead ? 'read' : 'reads'} per ${writes === '1' ? operation : `${writes} ${operation}s`}`;
}

function shortShare(writesPerRead: number): string {
  const { reads, writes } = shareOf(writesPerRead);
  return `${reads} per ${writes}`;
}

function shareOf(writesPerRead: number): { reads: string; writes: string } {
  const isMoreWrites = writesPerRead >= 1;
  const count = formatRatio(isMoreWrites ? writesPerRead : 1 / writesPerRead);
  // What is written 1.00 is one for one.
  const written = count === formatRatio(1) ? '1' : count;
  return isMoreWrites ? { reads: '1', writes: written } : { reads: written, writes: '1' };
}
