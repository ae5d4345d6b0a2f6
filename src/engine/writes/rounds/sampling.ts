// Takes the samples of a contender: repeats runs that are too short for the clock, and warms up.
// Decides neither whose turn it is nor what follows from the times.

import { sampleLength } from '../../measure/rounds/round-plan.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { TechniqueId } from '../../model/writes/technique.ts';
import type { WriteProof } from '../../model/writes/writes.ts';
import type { MeasuredContender } from './measured-contender.ts';

export interface SamplingSettings {
  clock: () => Milliseconds;
  tickMs: Milliseconds;
  budgetMs: Milliseconds;
}

export interface TakenSample {
  /** Mean over the runs. */
  elapsedMs: Milliseconds;
  runs: number;
  /** Of the first run; null when it was made before. */
  proof: WriteProof | null;
  /** What the runs took by themselves. */
  timedMs: Milliseconds;
  /** With what stands around them: entering, preparing, taking back. Null where a proof was read. */
  wholeMs: Milliseconds | null;
}

export interface Sampling {
  /** The first sample of a contender, with its proof. Throws what the contender throws. */
  takeFirst(measured: MeasuredContender): TakenSample;
  take(measured: MeasuredContender): TakenSample;
}

/**
 * A technique is warm when it has run twice and for so long: V8 compiles SQLite's code again while
 * it runs. Measured under Node: the first run of a page takes 4 to 5 times as long as the tenth, the
 * first of each later technique 1.1 to 1.9 times, for 30 to 60 ms; on another index set 1.0 to 1.1.
 */
const warmRuns = 2;
const warmMs = 60;
/** Of the budget, what warming up one technique may take beyond its first run. */
const warmUpShare = 0.01;
/** A clock that stands still is not waited for. */
const mostRuns = 1000;
/** Runs of no time by a coarse clock do not hold up a sample for longer than so many lengths. */
const mostLengths = 20;

export function createSampling({ clock, tickMs, budgetMs }: SamplingSettings): Sampling {
  const lengthMs = sampleLength(tickMs);
  const warmth = new Map<TechniqueId, { runs: number; timedMs: Milliseconds }>();

  function run(measured: MeasuredContender, isFirst: boolean) {
    const result = measured.run(isFirst);
    const { technique } = measured.contender;
    const before = warmth.get(technique) ?? { runs: 0, timedMs: 0 };
    warmth.set(technique, {
      runs: before.runs + 1,
      timedMs: before.timedMs + result.elapsedMs,
    });
    return result;
  }

  function isWarm({ contender }: MeasuredContender): boolean {
    const { runs, timedMs } = warmth.get(contender.technique) ?? { runs: 0, timedMs: 0 };
    return runs >= warmRuns && timedMs >= warmMs;
  }

  /** Runs until there is enough for the clock; `timedMs` and `runs` are those made already. */
  function fill(measured: MeasuredContender, made: { timedMs: Milliseconds; runs: number }) {
    const start = clock();
    let { timedMs, runs } = made;
    while (runs === 0 || (timedMs < lengthMs && runs < mostRuns)) {
      timedMs += run(measured, false).elapsedMs;
      runs++;
      if (clock() - start > mostLengths * lengthMs) break;
    }
    // What took no time by the clock took less than a tick.
    const elapsedMs = Math.max(timedMs, tickMs / 2, 1e-6) / runs;
    return { elapsedMs, runs, timedMs, spentMs: clock() - start };
  }

  function take(measured: MeasuredContender): TakenSample {
    const { elapsedMs, runs, timedMs, spentMs } = fill(measured, { timedMs: 0, runs: 0 });
    return { elapsedMs, runs, proof: null, timedMs, wholeMs: spentMs };
  }

  /** Runs until the technique is warm, as far as that is cheap; true when anything was run. */
  function warmUp(measured: MeasuredContender, firstMs: Milliseconds): boolean {
    const start = clock();
    let lastMs = firstMs;
    let runs = 0;
    while (!isWarm(measured) && runs < mostRuns) {
      if (clock() - start + lastMs > budgetMs * warmUpShare) break;
      lastMs = run(measured, false).elapsedMs;
      runs++;
    }
    return runs > 0;
  }

  return {
    take,
    takeFirst(measured) {
      const wasWarm = isWarm(measured);
      const { elapsedMs, proof } = run(measured, true);
      if (!wasWarm && warmUp(measured, elapsedMs)) return { ...take(measured), proof };
      const filled = fill(measured, { timedMs: elapsedMs, runs: 1 });
      return {
        elapsedMs: filled.elapsedMs,
        runs: filled.runs,
        proof,
        timedMs: filled.timedMs,
        wholeMs: null,
      };
    },
  };
}
