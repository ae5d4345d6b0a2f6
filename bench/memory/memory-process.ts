// Measures the memory of one build in a process of its own, and prints it as JSON.
import { measureMemory } from './memory-use.ts';

console.log(JSON.stringify(await measureMemory(Number(process.argv[2]))));
