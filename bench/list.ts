// All benches, in the order they run.
import type { Bench } from './bench.ts';
import { fidelity } from './fidelity.ts';
import { generate } from './generate.ts';

export const benches: readonly Bench[] = [generate, fidelity];
