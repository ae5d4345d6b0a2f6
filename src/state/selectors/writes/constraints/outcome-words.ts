// What remained of a batch with a bad row, in words and figures: from what was counted, never from
// what the conflict clause promises.
import type {
  ConflictOutcome,
  ConstraintTrials,
} from '../../../../engine/model/writes/constraint-trial.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';

type Batch = Pick<ConstraintTrials, 'earlierRows' | 'beforeRows' | 'afterRows'>;

/** What happened, in a few words. */
export function outcomeHeadline(outcome: ConflictOutcome, batch: Batch): string {
  const { message, earlierKept, beforeKept, afterKept, isBadRowIn, replaced } = outcome;
  const isAllKept =
    earlierKept === batch.earlierRows &&
    beforeKept === batch.beforeRows &&
    afterKept === batch.afterRows;
  if (outcome.isAtCommit) return 'COMMIT refuses';
  if (!outcome.isTransactionOpen) return 'transaction taken back';
  if (message !== null && beforeKept + afterKept === 0) return 'statement taken back';
  if (message !== null) return 'stops at the bad row';
  if (replaced > 0 && isBadRowIn) return `replaced ${formatCountOf(replaced, 'row')}`;
  if (isBadRowIn) return 'bad row let in';
  return isAllKept ? 'bad row left out' : 'rows left out';
}

/** '3 of 3 before, 0 of 6', and what else is different afterwards. */
export function outcomeWords(outcome: ConflictOutcome, batch: Batch): string {
  const { earlierKept, beforeKept, afterKept, isBadRowIn, replaced, isTransactionOpen } = outcome;
  const good = batch.beforeRows + batch.afterRows;
  return [
    `${earlierKept} of ${batch.earlierRows} before, ${beforeKept + afterKept} of ${good}`,
    outcome.isAtCommit && 'the bad row is in until COMMIT, which fails as long as it is there',
    isBadRowIn &&
      !outcome.isAtCommit &&
      replaced === 0 &&
      'the bad row is in, changed to fit or unchecked',
    isBadRowIn && replaced > 0 && 'the bad row is in',
    !isTransactionOpen && 'transaction ended',
  ]
    .filter(Boolean)
    .join('; ');
}
