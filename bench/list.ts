// All benches, in the order they run.
import type { Bench } from './bench.ts';
import { constraints } from './constraints.ts';
import { fidelity } from './fidelity.ts';
import { generate } from './generate.ts';
import { generateMemory } from './generate-memory.ts';
import { generateTables } from './generate-tables.ts';
import { imports } from './imports.ts';
import { plans } from './plans.ts';
import { writes } from './writes.ts';

export const benches: readonly Bench[] = [
  generate,
  generateTables,
  generateMemory,
  constraints,
  imports,
  plans,
  writes,
  fidelity,
];
