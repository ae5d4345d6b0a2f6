// How many calls each sample of a query's rounds makes, from estimates of one call's time.
// Pure: takes no time itself, so that batching can be tested for any clock.
import { cacheKey } from '../../cache/cache-key.ts';
import { createLru } from '../../cache/lru.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Bindings } from '../../model/values.ts';

/** Parameter values drawn for a query; a cached sample runs them all when time allows. */
export const drawCount = 1000;
/** A sample is at least this long, and at least 30 ticks: a tick then is 3 % of one sample. */
const leastSampleMs = 2;
const leastTicks = 30;
/** A comparison has at least 12 rounds: a longer round than this share of the budget is too slow. */
const leastRoundsInBudget = 12;
/** Of that share, what all cached samples of a round and what the extra baseline draws may take. */
const cachedShare = 0.4;
const uncachedShare = 0.15;
/** Results kept by a cache during a sample, in rows: beyond it memory is the limit. */
const mostKeptRows = 1_000_000;
/** So many misses are run at any cost: a cached sample without a second question says nothing. */
const leastMisses = 2;

export interface RoundPlanQuestion {
  tickMs: Milliseconds;
  budgetMs: Milliseconds;
  /** All draws of the query's parameters. */
  bindings: readonly Bindings[];
  /** The setups to measure, the baseline first; it is measured twice a round. */
  setups: readonly PlannedSetup[];
  /**
   * Draws of the cached setups in earlier rounds to go on from; null when there are none. Another
   * number would have another hit ratio.
   */
  earlierDraws: number | null;
}

export interface PlannedSetup {
  id: string;
  /** One call without the cache. */
  estimateMs: Milliseconds;
  rowCount: number;
  /** Entries of its cache; null when calls are not answered by one. */
  cacheCapacity: number | null;
}

export interface RoundPlan {
  /** Each round takes this many draws, the same for every setup without a cache. */
  windowSize: number;
  /** How often such a setup runs through the round's draws in its sample, by setup id. */
  repeats: Readonly<Record<string, number>>;
  /** How many draws every cached setup runs through its cache; 0 when none has one. */
  cachedDraws: number;
  /** Distinct parameter values among those draws. */
  distinctKeys: number;
  /** Draws that the rounds rotate through: those of the cached setups, where there are any. */
  rotation: number;
  /** By the estimates a round exceeds its share of the budget. The rounds' own times decide. */
  isShort: boolean;
}

/** A round's share of the budget: one that takes longer asks for the short mode. */
export function roundLimitOf(budgetMs: Milliseconds): Milliseconds {
  return budgetMs / leastRoundsInBudget;
}

/** How long a stretch of calls has to be for a clock of this tick, at least. */
export function sampleLength(tickMs: Milliseconds): Milliseconds {
  return Math.max(leastSampleMs, leastTicks * tickMs);
}

/**
 * Batches long enough for the clock, draws alike for all setups. The setup with the fewest calls
 * (the slowest) sets how many draws a round takes; faster ones repeat the same draws, so that
 * within a round every setup without a cache answers the same questions. A cached setup always
 * answers all of them: its hit ratio depends on the whole list. The baseline then takes as many
 * draws a round as time allows, and comes by all of them over the rounds.
 */
export function planRounds(question: RoundPlanQuestion): RoundPlan {
  const { tickMs, budgetMs, bindings } = question;
  const roundMs = roundLimitOf(budgetMs);
  const sampleMs = sampleLength(tickMs);
  const samples = question.setups.flatMap((setup, at) => (at === 0 ? [setup, setup] : [setup]));
  const cached = samples.filter(({ cacheCapacity }) => cacheCapacity !== null);
  const direct = samples.filter(({ cacheCapacity }) => cacheCapacity === null);
  const keys = bindings.map((binding) => cacheKey('', binding));
  const limitMs = (roundMs * cachedShare) / Math.max(1, cached.length);
  const cachedDraws =
    question.earlierDraws ?? Math.min(...cached.map((setup) => drawsWithin(setup, keys, limitMs)));
  const rotation = Math.min(bindings.length, cachedDraws);
  const onceMs = direct.reduce((sum, { estimateMs }) => sum + estimateMs, 0);
  const batches = direct.map(({ id, estimateMs }) => ({
    id,
    calls: Math.ceil(sampleMs / Math.max(estimateMs, 1e-6)),
  }));
  // Against a cached setup, which runs all draws, the others should see as many as they can.
  const affordable =
    cached.length === 0 ? 1 : Math.floor((roundMs * uncachedShare) / Math.max(onceMs, 1e-6));
  const fewestCalls = Math.min(...batches.map(({ calls }) => calls));
  const isVaried = new Set(keys).size > 1;
  const windowSize = isVaried
    ? Math.max(1, Math.min(rotation, Math.max(affordable, fewestCalls)))
    : 1;
  return {
    windowSize,
    repeats: Object.fromEntries(
      batches.map(({ id, calls }) => [id, Math.max(1, Math.ceil(calls / windowSize))]),
    ),
    cachedDraws: cached.length === 0 ? 0 : cachedDraws,
    distinctKeys: cached.length === 0 ? 0 : new Set(keys.slice(0, cachedDraws)).size,
    rotation,
    isShort: onceMs > roundMs * (cached.length > 0 ? 1 - cachedShare : 1),
  };
}

/** The most draws that a cached sample, cold and then warm, can run within the limits. */
function drawsWithin(setup: PlannedSetup, keys: readonly string[], limitMs: Milliseconds): number {
  const affordable = Math.max(leastMisses, limitMs / Math.max(setup.estimateMs, 1e-6));
  const keepable = Math.max(leastMisses, mostKeptRows / Math.max(setup.rowCount, 1));
  const cache = createLru<string, true>(setup.cacheCapacity ?? 0);
  for (const [draw, key] of keys.entries()) {
    if (!cache.get(key)) cache.set(key, true);
    // When entries have to go, the warm pass misses about as often as the cold one did.
    const misses = cache.misses * (cache.evictions > 0 ? 2 : 1);
    if (misses > affordable || cache.size > keepable) return Math.max(leastMisses, draw);
  }
  return keys.length;
}

/** The draws of a round, 1-based: each round goes on where the one before ended. */
export function windowOf(
  bindings: readonly Bindings[],
  { rotation, windowSize }: RoundPlan,
  round: number,
): Bindings[] {
  const start = (round - 1) * windowSize;
  return Array.from({ length: windowSize }, (_, at) => bindings[(start + at) % rotation] ?? {});
}
