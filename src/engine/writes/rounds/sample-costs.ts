// What samples of each contender took as a whole, and so what the next ones will take.
// Plans are made from it; no verdict is.
import type { Milliseconds } from '../../model/units.ts';
import { median } from '../../statistics/distributions/quantiles.ts';
import type { TakenSample } from './sampling.ts';

export interface SampleCosts {
  add(contenderId: string, sample: Pick<TakenSample, 'timedMs' | 'wholeMs'>): void;
  /** What the next sample of a contender will take; of one that never ran, what its kin takes. */
  expect(contenderId: string): Milliseconds;
}

/**
 * `kinOf`: what a contender has in common with those of other groups that take about as long, the
 * same technique as a rule; where none of them ran either, all contenders are asked.
 */
export function createSampleCosts(kinOf: (contenderId: string) => string): SampleCosts {
  const wholes = new Map<string, Milliseconds[]>();
  /** Of contenders of which only the first run is known: it held the proof as well. */
  const firsts = new Map<string, Milliseconds>();
  /** By kin: entering and taking back, or a fresh copy, which costs many times as much. */
  const arounds = new Map<string, Milliseconds[]>();

  /** What a first run does not tell. Of unknown kin the least is expected: too much ends a run. */
  function around(kin: string): Milliseconds {
    const own = arounds.get(kin);
    if (own) return median(own);
    return arounds.size === 0 ? 0 : Math.min(...[...arounds.values()].map(median));
  }

  function known(contenderId: string): Milliseconds | null {
    const taken = wholes.get(contenderId);
    if (taken) return median(taken);
    const first = firsts.get(contenderId);
    return first === undefined ? null : first + around(kinOf(contenderId));
  }

  return {
    add(contenderId, { timedMs, wholeMs }) {
      if (wholeMs === null) {
        firsts.set(contenderId, timedMs);
        return;
      }
      append(arounds, kinOf(contenderId), Math.max(0, wholeMs - timedMs));
      append(wholes, contenderId, wholeMs);
    },
    expect(contenderId) {
      const own = known(contenderId);
      if (own !== null) return own;
      const ids = [...new Set([...wholes.keys(), ...firsts.keys()])];
      const kin = ids.filter((id) => kinOf(id) === kinOf(contenderId));
      const others = (kin.length > 0 ? kin : ids).map((id) => known(id) ?? 0);
      return others.reduce((sum, each) => sum + each, 0) / Math.max(1, others.length);
    },
  };
}

function append(lists: Map<string, Milliseconds[]>, key: string, ms: Milliseconds): void {
  const list = lists.get(key);
  if (list) list.push(ms);
  else lists.set(key, [ms]);
}
