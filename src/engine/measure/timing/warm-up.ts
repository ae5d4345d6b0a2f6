// Runs a query until its times settle, and says how long one call takes.
// The estimate decides only how many calls a sample makes; it is never shown.

import type { Milliseconds } from '../../model/units.ts';
import type { Bindings } from '../../model/values.ts';
import { median } from '../../statistics/distributions/quantiles.ts';
import { callOnce, type PreparedCall, timeCalls } from './timed-calls.ts';

const leastCalls = 5;
const leastMs = 50;
/** Enough for any estimate; and a clock that stands still is not waited for. */
const mostCalls = 200_000;
/** The last three batches agree when they lie within this share of each other. */
const agreement = 0.1;
const batchTicks = 10;
const leastBatchMs = 0.5;

export interface WarmUpOptions {
  clock: () => Milliseconds;
  tickMs: Milliseconds;
  /** Time this may take. */
  limitMs: Milliseconds;
  /** What the first run took: a query over the limit is not run again, this is its estimate. */
  firstRunMs: Milliseconds;
}

/**
 * At least 5 calls and 50 ms, until the last three batches agree within 10 %, never longer than
 * the limit. The estimate is the median of the last three batches.
 */
export function warmUp(
  call: PreparedCall,
  bindings: readonly Bindings[],
  { clock, tickMs, limitMs, firstRunMs }: WarmUpOptions,
): Milliseconds {
  if (firstRunMs > limitMs) return firstRunMs;
  const start = clock();
  callOnce(call, bindings[0] ?? {});
  const batchMs = Math.max(leastBatchMs, batchTicks * tickMs);
  const means: Milliseconds[] = [];
  let size = 1;
  let calls = 0;
  while (true) {
    const batch = Array.from(
      { length: size },
      (_, at) => bindings[(calls + at) % bindings.length] ?? {},
    );
    const elapsedMs = timeCalls(clock, call, batch, 1);
    calls += size;
    const spentMs = clock() - start;
    if (elapsedMs < batchMs && spentMs < limitMs) {
      // Too short for the clock: it counts only as a hint how long the next one has to be.
      size = Math.min(
        size * 8,
        Math.ceil((size * batchMs * 1.2) / Math.max(elapsedMs, tickMs / 2)),
      );
      if (means.length === 0 && calls < mostCalls) continue;
    }
    means.push(Math.max(elapsedMs, tickMs / 2) / batch.length);
    if (spentMs >= limitMs || calls >= mostCalls) break;
    if (calls >= leastCalls && spentMs >= leastMs && hasSettled(means)) break;
  }
  return median(means.slice(-3));
}

function hasSettled(means: readonly Milliseconds[]): boolean {
  const last = means.slice(-3);
  return last.length === 3 && Math.max(...last) <= Math.min(...last) * (1 + agreement);
}
