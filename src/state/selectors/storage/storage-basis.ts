// What the bytes of a database depend on, as a text to compare: another one makes a reading stale.
import type { Playground } from '../../../engine/model/playground.ts';
import { textHash } from '../../../lib/hash/text-hash.ts';
import { databaseBasis } from '../basis.ts';

/**
 * Of the playground as it stands: its data, the text of every index (an index may change and keep
 * its name), and whether ANALYZE leaves its table.
 */
export function storageBasis(playground: Playground): string {
  const { indexes, setups } = playground;
  const built = indexes.map(({ name, sql }) => [name, sql]);
  const hasStatistics = setups.some((setup) => setup.hasStatistics);
  return textHash(JSON.stringify([databaseBasis(playground), built, hasStatistics]));
}
