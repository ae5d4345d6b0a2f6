// Runs the benches named on the command line, or all: npm run bench -- generate
import { benches } from './list.ts';

const names = process.argv.slice(2);
const chosen = names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `No bench named ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
let areKept = true;
for (const bench of chosen) {
  console.log(`\n${bench.name}: ${bench.title}`);
  const isKept = await bench.run((line) => console.log(`  ${line.replaceAll('\n', '\n  ')}`));
  console.log(isKept ? '  kept' : '  NOT KEPT');
  areKept &&= isKept;
}
if (!areKept) process.exitCode = 1;
