// Takes the calls of a query apart in one setup: compiling, executing, and the whole of it.
// One round of it; how many rounds there are, and in which order, is decided elsewhere.
import { type SeededRandom, shuffled } from '../../../lib/numbers/seeded-random.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Bindings } from '../../model/values.ts';
import type { Database } from '../../sqlite/driver.ts';
import { type Contender, inSetup, perCall, type Sampling, settle } from '../contender.ts';
import { sampleLength } from '../rounds/round-plan.ts';
import { stepThrough, timeCalls } from '../timing/timed-calls.ts';

/** A clock that stands still is not waited for. */
const mostPrepares = 100_000;

/** Per call. */
export interface CallPartTimes {
  prepareMs: Milliseconds;
  executeMs: Milliseconds;
  fetchMs: Milliseconds;
}

/** The calls that are taken apart, the same draws for every setup. */
export interface CallBatch {
  window: readonly Bindings[];
  repeats: number;
}

/**
 * Each part as a batch of its own, in random order, inside one transaction of the setup: reading
 * the clock around every step would cost more than a step. Fetching is what the whole call takes
 * longer than executing, at least 0. A cache is not asked: the parts are those of a miss.
 */
export function timeCallParts(
  sampling: Sampling,
  contender: Contender,
  { window, repeats }: CallBatch,
  random: SeededRandom,
): CallPartTimes {
  const { clock, tickMs, database, statement } = sampling;
  const { sql } = statement.query;
  const calls = window.length * repeats;
  return inSetup(sampling, contender, (call) => {
    settle(call, contender, window[0] ?? {});
    const part = {
      prepare: () => prepareTime(clock, database, sql, tickMs),
      execute: () => perCall(timeCalls(clock, call, window, repeats, stepThrough), calls, tickMs),
      whole: () => perCall(timeCalls(clock, call, window, repeats), calls, tickMs),
    };
    const taken = { prepare: 0, execute: 0, whole: 0 };
    for (const name of shuffled(['prepare', 'execute', 'whole'] as const, random)) {
      taken[name] = part[name]();
    }
    return {
      prepareMs: taken.prepare,
      executeMs: taken.execute,
      fetchMs: Math.max(0, taken.whole - taken.execute),
    };
  });
}

/**
 * Compiles and frees the statement often enough for the clock; the time of one. What sql.js does
 * around SQLite's own compiler is in it (the text into WebAssembly's memory, the wrapping object):
 * it is what a user of sql.js pays.
 */
function prepareTime(
  clock: () => Milliseconds,
  database: Database,
  sql: string,
  tickMs: Milliseconds,
): Milliseconds {
  const wantedMs = sampleLength(tickMs);
  let count = 1;
  while (true) {
    const start = clock();
    for (let compiled = 0; compiled < count; compiled++) database.prepare(sql).free();
    const elapsedMs = clock() - start;
    if (elapsedMs >= wantedMs || count >= mostPrepares) return perCall(elapsedMs, count, tickMs);
    // Too short for the clock: it counts only as a hint how often it has to be done.
    const missing = (1.2 * wantedMs) / Math.max(elapsedMs, tickMs / 2);
    count = Math.ceil(count * Math.min(8, missing));
  }
}
