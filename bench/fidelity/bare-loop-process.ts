// Compares the harness with the bare loop in a process of its own, and prints the ratios as JSON.
import { compareWithBareLoop } from './bare-loop.ts';

console.log(JSON.stringify(await compareWithBareLoop()));
