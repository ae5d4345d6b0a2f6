// The words for from how many reads per write something is worth its price.
// Decides nothing: break-even.ts does.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';
import type { BreakEven } from '../../model/writes/break-even.ts';
import type { WriteOperation } from '../../model/writes/technique.ts';

export interface BreakEvenWords {
  /** For a cell: 'worth it from 1 read per 14 inserts'. */
  headline: string;
  /** What belongs in brackets after it: '1 per 11 to 1 per 18'. Empty when there is none. */
  interval: string;
  /** Stands alone. */
  sentence: string;
}

/** The words for a break-even; `subject` is what costs and gains: 'by_category', 'The indexes of B'. */
export function breakEvenWords(
  result: BreakEven,
  operation: WriteOperation,
  subject = 'It',
): BreakEvenWords {
  switch (result.kind) {
    case 'worth': {
      const share = readsPerWrites(result.writesPerRead, operation);
      const interval = `${shortShare(result.low)} to ${shortShare(result.high)}`;
      return {
        headline: `worth it from ${share}`,
        interval,
        sentence: `${subject} is worth it from ${share} (interval ${interval}): with more reads than that it saves more than it costs.`,
      };
    }
    case 'free':
      return {
        headline: 'free',
        interval: '',
        sentence: `${subject} makes reads faster and ${operation}s no slower: every read is a gain.`,
      };
    case 'never':
      return {
        headline: 'never worth it',
        interval: '',
        sentence: `${subject} makes these reads no faster, however many there are: it is not worth what ${operation}s pay for it.`,
      };
    case 'unclear':
      return unclearWords(result, operation, subject);
    default:
      return assertNever(result);
  }
}

function unclearWords(
  { leastWritesPerRead }: Extract<BreakEven, { kind: 'unclear' }>,
  operation: WriteOperation,
  subject: string,
): BreakEvenWords {
  if (leastWritesPerRead === undefined) {
    return {
      headline: 'not resolved',
      interval: '',
      sentence: `Whether ${subject === 'It' ? 'it' : subject} is worth its price is not resolved: what it saves a read, or what it costs ${withArticle(operation)}, cannot be told from nothing. More rounds may tell.`,
    };
  }
  const share = readsPerWrites(leastWritesPerRead, operation);
  return {
    headline: `worth it from ${share} at the latest`,
    interval: '',
    sentence: `${subject} makes reads faster; what it costs ${withArticle(operation)} cannot be told from nothing. It is worth it from ${share} at the latest.`,
  };
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
