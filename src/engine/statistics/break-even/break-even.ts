// From how many reads per write something is worth its price: savings of reads against extra
// costs of writes. Both are measured elsewhere; the words stand in break-even-words.ts.
import type { BreakEven, ToldDifference, WriteChange } from '../../model/writes/break-even.ts';

/**
 * `readSaving`: milliseconds that a read takes less (above zero is a gain). `writeCost`:
 * milliseconds that writing a row takes more. Bounds are the widest that both intervals allow: they
 * hold whenever both do, so their level is at least 1 less both errors (Bonferroni). What is null or
 * has zero within its interval decides nothing, unless a verdict calls it equal.
 */
export function breakEven(
  readSaving: ToldDifference | null,
  writeCost: ToldDifference | null,
): BreakEven {
  const writes = writeCost ? writeChange(writeCost) : 'unclear';
  if (readSaving?.isEqual) return { kind: 'no-saving', writes };
  if (readSaving && readSaving.low > 0) return gainOfReads(readSaving, writeCost, writes);
  if (readSaving && readSaving.high < 0) return lossOfReads(readSaving, writeCost, writes);
  return { kind: 'unclear', open: writes === 'unclear' ? 'both' : 'saving' };
}

function writeChange({ low, high, isEqual }: ToldDifference): WriteChange {
  if (isEqual) return 'equal';
  if (low > 0) return 'dearer';
  return high < 0 ? 'cheaper' : 'unclear';
}

function gainOfReads(
  saving: ToldDifference,
  cost: ToldDifference | null,
  writes: WriteChange,
): BreakEven {
  if (!cost) return { kind: 'unclear', open: 'cost' };
  if (writes === 'dearer') return { kind: 'worth', ...quotient(saving, cost) };
  if (cost.high <= 0) return { kind: 'free', writes: writes === 'cheaper' ? writes : 'equal' };
  // The writes may be free: how much they cost at most is known all the same.
  const writesPerRead = saving.low / cost.high;
  return {
    kind: 'worth-at-latest',
    writesPerRead,
    writes: writes === 'equal' ? writes : 'unclear',
    level: jointLevel(saving, cost),
  };
}

function lossOfReads(
  saving: ToldDifference,
  cost: ToldDifference | null,
  writes: WriteChange,
): BreakEven {
  if (!cost || writes === 'unclear') return { kind: 'unclear', open: 'cost' };
  if (writes !== 'cheaper') return { kind: 'never', writes };
  return { kind: 'reverse', ...quotient(mirrored(saving), mirrored(cost)) };
}

/** Of two differences above zero. */
function quotient(saving: ToldDifference, cost: ToldDifference) {
  return {
    writesPerRead: saving.estimateMs / cost.estimateMs,
    low: saving.low / cost.high,
    high: saving.high / cost.low,
    level: jointLevel(saving, cost),
  };
}

function mirrored({ estimateMs, low, high, ...rest }: ToldDifference): ToldDifference {
  return { ...rest, estimateMs: -estimateMs, low: -high, high: -low };
}

function jointLevel(saving: ToldDifference, cost: ToldDifference): number {
  return Math.max(0, saving.level + cost.level - 1);
}
