// From how many reads per write something is worth its price: savings of reads against extra
// costs of writes. Both are measured elsewhere; the words stand in break-even-words.ts.
import type { BreakEven } from '../../model/writes/break-even.ts';
import type { TimeDifference } from '../../model/writes/writes.ts';

/**
 * `readSaving`: milliseconds that a read takes less (above zero is a gain). `writeCost`:
 * milliseconds that writing a row takes more. The interval is the widest that both allow: it holds
 * whenever both do, so its coverage is at least 1 less both errors (Bonferroni). A difference that is
 * null or has zero within its interval decides nothing.
 */
export function breakEven(
  readSaving: TimeDifference | null,
  writeCost: TimeDifference | null,
): BreakEven {
  if (!readSaving) return { kind: 'unclear' };
  if (readSaving.high <= 0) return { kind: 'never' };
  if (!writeCost || readSaving.low <= 0) return { kind: 'unclear' };
  if (writeCost.high <= 0) return { kind: 'free' };
  const low = readSaving.low / writeCost.high;
  // The writes may be free: how much they cost at most is known all the same.
  if (writeCost.low <= 0) return { kind: 'unclear', leastWritesPerRead: low };
  return {
    kind: 'worth',
    writesPerRead: readSaving.estimateMs / writeCost.estimateMs,
    low,
    high: readSaving.high / writeCost.low,
  };
}
