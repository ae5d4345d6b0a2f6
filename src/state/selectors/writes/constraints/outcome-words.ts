// What remained of a batch with a bad row, in words and figures: from what was counted, never from
// what the conflict clause promises.
import type {
  ConflictOutcome,
  ConstraintTrials,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';

export type Batch = Pick<ConstraintTrials, 'earlierRows' | 'beforeRows' | 'afterRows'>;

/** What happened, in two or three words. */
export function outcomeHeadline(outcome: ConflictOutcome, batch: Batch): string {
  const { message, earlierKept, beforeKept, afterKept, isBadRowIn, replaced } = outcome;
  const isAllKept =
    earlierKept === batch.earlierRows &&
    beforeKept === batch.beforeRows &&
    afterKept === batch.afterRows;
  if (outcome.isAtCommit) return 'COMMIT refuses';
  if (!outcome.isTransactionOpen) return 'all undone';
  if (message !== null && beforeKept + afterKept === 0) return 'statement undone';
  if (message !== null) return 'stops there';
  if (replaced > 0 && isBadRowIn) return `${formatCountOf(replaced, 'row')} replaced`;
  if (isBadRowIn) return 'bad row let in';
  return isAllKept ? 'bad row left out' : 'rows left out';
}

/** '3 + 4 stay': rows of before the statement, and good ones of its own. */
export function keptWords({ earlierKept, beforeKept, afterKept }: ConflictOutcome): string {
  return `${earlierKept} + ${beforeKept + afterKept} stay`;
}

/** '3 of 3 rows of before stayed, 0 of 9 good ones of the statement', and what else is different. */
export function outcomeWords(outcome: ConflictOutcome, batch: Batch): string {
  const { earlierKept, beforeKept, afterKept, isBadRowIn, replaced, isTransactionOpen } = outcome;
  const good = batch.beforeRows + batch.afterRows;
  return [
    `${earlierKept} of ${formatCountOf(batch.earlierRows, 'row')} of before stayed, ${beforeKept + afterKept} of ${good} good ones of the statement`,
    outcome.isAtCommit && 'the bad row is in until COMMIT, which fails as long as it is there',
    isBadRowIn &&
      !outcome.isAtCommit &&
      replaced === 0 &&
      'the bad row is in, changed to fit or unchecked',
    isBadRowIn && replaced > 0 && 'the bad row is in, in the place of another',
    !isTransactionOpen && 'the transaction has ended',
  ]
    .filter(Boolean)
    .join('; ');
}
