// A setup that takes part in the measuring of a query, and how a sample of it is taken.
// Who takes part, and in which order, is decided in query-comparison.ts.
import type { ResultCache } from '../cache/result-cache.ts';
import type { Sample } from '../model/comparison/comparison.ts';
import type { Setup } from '../model/playground.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Bindings } from '../model/values.ts';
import type { Database } from '../sqlite/driver.ts';
import type { MeasuredStatement } from './answers/first-runs.ts';
import { type RoundPlan, windowOf } from './rounds/round-plan.ts';
import { withSetup } from './setups/setup-switch.ts';
import { timeCachedCalls } from './timing/cached-calls.ts';
import { callOnce, type PreparedCall, timeCalls } from './timing/timed-calls.ts';
import { warmUp } from './timing/warm-up.ts';

export interface Contender {
  setup: Setup;
  firstRunMs: Milliseconds;
  rowCount: number;
  /** Time of one call without a cache. */
  estimateMs: Milliseconds;
  /** Null when its calls go straight to SQLite. */
  cache: ResultCache | null;
}

/** All that samples of one query have in common. */
export interface Sampling {
  database: Database;
  clock: () => Milliseconds;
  tickMs: Milliseconds;
  indexNames: readonly string[];
  statement: MeasuredStatement;
  /** The draws of the query's parameters. */
  bindings: readonly Bindings[];
  /** Every call is undone before the next: a write that finds other data the second time. */
  isUndone: boolean;
}

/**
 * Below this, one call before a sample costs little, and what the first call in a transaction
 * pays in addition (about 0.3 ms in a scan) would show.
 */
const warmCallBelowMs = 50;

/** Enters the contender's setup, compiles the query there, and leaves again. */
export function inSetup<Result>(
  { database, indexNames, statement, isUndone }: Sampling,
  { setup }: Contender,
  work: (call: PreparedCall) => Result,
): Result {
  return withSetup(database, setup, indexNames, () => {
    const compiled = database.prepare(statement.query.sql);
    try {
      return work({ database, statement: compiled, isUndone });
    } finally {
      compiled.free();
    }
  });
}

/** Lets the first call after entering a setup be nobody's; not where calls are long. */
export function settle(call: PreparedCall, { estimateMs }: Contender, binding: Bindings): void {
  if (estimateMs < warmCallBelowMs) callOnce(call, binding);
}

/** Warms the contender up within `limitMs`; returns the time of one call without a cache. */
export function warmUpContender(
  sampling: Sampling,
  contender: Contender,
  limitMs: Milliseconds,
): Milliseconds {
  const { clock, tickMs, bindings } = sampling;
  const { firstRunMs } = contender;
  return inSetup(sampling, contender, (call) =>
    warmUp(call, bindings, { clock, tickMs, limitMs, firstRunMs }),
  );
}

/** One sample in a transaction of its own; `round` decides which draws it takes. */
export function takeSample(
  sampling: Sampling,
  contender: Contender,
  plan: RoundPlan,
  round: number,
): Sample {
  const { clock, tickMs, bindings, statement } = sampling;
  return inSetup(sampling, contender, (call) => {
    const window = windowOf(bindings, plan, round);
    settle(call, contender, window[0] ?? {});
    if (contender.cache) {
      const draws = bindings.slice(0, plan.cachedDraws);
      return cachedSample(clock, tickMs, contender.cache, statement.query.sql, call, draws);
    }
    const repeats = plan.repeats[contender.setup.id] ?? 1;
    const calls = window.length * repeats;
    const elapsedMs = timeCalls(clock, call, window, repeats);
    return {
      perCallMs: perCall(elapsedMs, calls, tickMs),
      calls,
      hits: null,
      warmPerCallMs: null,
      warmHits: null,
    };
  });
}

/** The draws through an empty cache, and the same draws again with the cache as they left it. */
function cachedSample(
  clock: () => Milliseconds,
  tickMs: Milliseconds,
  cache: ResultCache,
  sql: string,
  { statement }: PreparedCall,
  draws: readonly Bindings[],
): Sample {
  cache.empty();
  const cold = timeCachedCalls(clock, cache, sql, statement, draws);
  const warm = timeCachedCalls(clock, cache, sql, statement, draws);
  // Nothing of this sample may answer the next one, or hold its memory.
  cache.empty();
  return {
    perCallMs: perCall(cold.elapsedMs, draws.length, tickMs),
    calls: draws.length,
    hits: cold.hits,
    warmPerCallMs: perCall(warm.elapsedMs, draws.length, tickMs),
    warmHits: warm.hits,
  };
}

/**
 * The mean over a batch. A stretch that the clock did not see lasted less than a tick: half of one
 * is the best guess, and ratios need times above zero.
 */
export function perCall(
  elapsedMs: Milliseconds,
  calls: number,
  tickMs: Milliseconds,
): Milliseconds {
  return Math.max(elapsedMs, tickMs / 2) / calls;
}
