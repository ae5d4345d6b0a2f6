// How far the instrument itself can be trusted: equal setups compared with one another, a lookup
// timed by the harness and by a bare loop, and what a round costs besides its samples.
import type { Bench } from './bench.ts';
import { compareInProcesses } from './fidelity/bare-loop-processes.ts';
import { compareEqualSetups } from './fidelity/equal-setups.ts';
import { stateRoundOverhead } from './fidelity/round-overhead.ts';

export const fidelity: Bench = {
  name: 'fidelity',
  title: 'instrument fidelity: equal setups, a bare prepared loop, the cost of a round',
  async run(print) {
    const isUnfooled = await compareEqualSetups(print);
    print('');
    const isFaithful = compareInProcesses(print);
    print('');
    await stateRoundOverhead(print);
    return isUnfooled && isFaithful;
  },
};
