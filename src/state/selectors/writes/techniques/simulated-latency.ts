// What writing would take over a network: the measured time and a wait for each round trip.
// Pure. Never mixed with what was measured: whatever shows it says "simulated".
import type { MeasuredTime, SimulatedTime } from '../../../../engine/model/measured-time.ts';
import type { Milliseconds } from '../../../../engine/model/units.ts';
import type { WriteTally } from '../../../../engine/model/writes/technique.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';

/**
 * The measured time plus a latency for every round trip. A client that waits for each answer before
 * it sends the next statement is assumed, as drivers do it without pipelining. Null without a
 * latency, or as long as nothing was counted.
 */
export function simulatedMs(
  elapsedMs: Milliseconds | null,
  tally: Pick<WriteTally, 'roundTrips'> | null,
  latencyMs: Milliseconds,
): Milliseconds | null {
  if (elapsedMs === null || tally === null || !(latencyMs > 0)) return null;
  return elapsedMs + tally.roundTrips * latencyMs;
}

/** A measured time with what the latency makes of it. */
export function simulatedTime(
  time: MeasuredTime,
  tally: Pick<WriteTally, 'roundTrips'> | null,
  latencyMs: Milliseconds,
): SimulatedTime {
  return {
    ...time,
    simulatedMs: simulatedMs(time.medianMs, tally, latencyMs),
    roundTrips: tally?.roundTrips ?? null,
  };
}

/** As the slider says its value: '5 ms, simulated'; 'none' for no latency. */
export function latencyValueText(latencyMs: Milliseconds): string {
  return latencyMs > 0 ? `${formatDelay(latencyMs)}, simulated` : 'none';
}

/** What is added: '10,002 round trips × 5 ms'. */
export function latencySumText(roundTrips: number, latencyMs: Milliseconds): string {
  return `${formatCountOf(roundTrips, 'round trip')} × ${formatDelay(latencyMs)}`;
}

/** How a simulated time came about: '52.1 s = 9.12 ms measured + 10,002 round trips × 5 ms'. */
export function simulatedSumText(
  elapsedMs: Milliseconds,
  { roundTrips }: Pick<WriteTally, 'roundTrips'>,
  latencyMs: Milliseconds,
): string {
  const total = elapsedMs + roundTrips * latencyMs;
  return `${formatDuration(total)} = ${formatDuration(elapsedMs)} measured + ${latencySumText(roundTrips, latencyMs)}`;
}

/** Round delays without the zeros of significance: '5 ms', '0.5 ms'. */
export function formatDelay(latencyMs: Milliseconds): string {
  return `${Number(latencyMs.toFixed(2))} ms`;
}
