// Times of two contenders of a group, paired by the round in which both were sampled.
// Pure; what is made of the pairs (ratios, differences, verdicts) stands elsewhere.
import type { Milliseconds } from '../../model/units.ts';
import type { WriteSample } from '../../model/writes/writes.ts';

/** By round. */
export type RoundTimes = ReadonlyMap<number, Milliseconds>;

/** Two series of the same length: the same place, the same round. */
export interface PairedTimes {
  times: Milliseconds[];
  against: Milliseconds[];
}

/** A contender's times; with `isControl` those of the baseline measured once more (A'). */
export function roundTimes(
  samples: readonly WriteSample[],
  contenderId: string,
  isControl = false,
): Map<number, Milliseconds> {
  return new Map(
    samples
      .filter((sample) => sample.contenderId === contenderId && sample.isControl === isControl)
      .map(({ round, elapsedMs }): [number, Milliseconds] => [round, elapsedMs]),
  );
}

/** The rounds that have both, in the order of the first; a time of nothing has no ratio. */
export function pairByRound(times: RoundTimes, against: RoundTimes): PairedTimes {
  const pairs: PairedTimes = { times: [], against: [] };
  for (const [round, time] of times) {
    const other = against.get(round);
    if (other === undefined || !(time > 0 && other > 0)) continue;
    pairs.times.push(time);
    pairs.against.push(other);
  }
  return pairs;
}
