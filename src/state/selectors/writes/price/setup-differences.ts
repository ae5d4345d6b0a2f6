// In what two setups differ besides the indexes that a run prices. Pure.
import type { Setup } from '../../../../engine/model/playground.ts';

/** In what else the setup differs from the baseline than in these indexes, in words. */
export function otherDifferences(
  indexes: readonly string[],
  baseline: Setup,
  setup: Setup,
): string[] {
  const elsewhere = [...new Set([...baseline.indexes, ...setup.indexes])].filter(
    (name) =>
      !indexes.includes(name) && baseline.indexes.includes(name) !== setup.indexes.includes(name),
  );
  return [
    ...elsewhere,
    ...(baseline.hasStatistics === setup.hasStatistics ? [] : ['the statistics']),
    ...(hasSameCache(baseline, setup) ? [] : ['the cache']),
  ];
}

function hasSameCache({ cache: one }: Setup, { cache: other }: Setup): boolean {
  if (one.kind === 'none' || other.kind === 'none') return one.kind === other.kind;
  return one.capacity === other.capacity;
}
