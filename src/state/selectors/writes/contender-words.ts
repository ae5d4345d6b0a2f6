// The names of what a run of the Writes lab measures, as its status line says them. Pure.
import { factsOf } from '../../../engine/model/writes/technique-facts.ts';
import type { WriteContender } from '../../../engine/model/writes/writes.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import type { WritesExperiment } from '../../writes-store.ts';

/** 'prepared, one transaction in B', 'insert with 2 indexes', 'CHECK (price >= 0)'. */
export function contenderWords(
  { subject, groupId, indexes }: WriteContender,
  { setups }: Pick<WritesExperiment, 'setups'>,
): string {
  const letter = setups.find(({ id }) => id === groupId)?.letter;
  const inSetup = letter ? ` in ${letter}` : '';
  switch (subject.kind) {
    case 'technique':
      return `${factsOf(subject.technique).name}${inSetup}`;
    case 'batch-size':
      return `${formatCountOf(subject.batchSize, 'row')} a statement${inSetup}`;
    case 'index-set':
      return indexes.length === 0
        ? `${groupId} without indexes`
        : `${groupId} with ${formatCountOf(indexes.length, 'index', 'indexes')}`;
    case 'variant':
      return subject.variant.name;
    default:
      return assertNever(subject);
  }
}
