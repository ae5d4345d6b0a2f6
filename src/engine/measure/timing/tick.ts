// How coarse the clock is: 5 us in an isolated page of Chromium, 100 us otherwise, up to 1 ms.
// Reads the clock only; what follows from the tick is decided by the round plan.

import type { Milliseconds } from '../../model/units.ts';
import { median } from '../../statistics/distributions/quantiles.ts';

const ticksWanted = 100;
/** Enough for 100 ticks of 1 ms, with some room; coarser clocks are judged by fewer. */
const longestMs = 150;
/** A clock that stands still this often is not waited for. */
const mostReadings = 5_000_000;

/** The median positive step of the clock over 100 steps, or over as many as 150 ms bring. */
export function measureTick(clock: () => Milliseconds): Milliseconds {
  const steps: number[] = [];
  const start = clock();
  let last = start;
  for (let reading = 0; reading < mostReadings && steps.length < ticksWanted; reading++) {
    const now = clock();
    if (now > last) steps.push(now - last);
    last = now;
    if (last - start > longestMs) break;
  }
  return steps.length === 0 ? longestMs : median(steps);
}
