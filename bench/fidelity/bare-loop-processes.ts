// The harness against the bare loop in several fresh processes: within one, either may be compiled
// better by some per cent for as long as it lives, whichever is the better loop.
import { execFileSync } from 'node:child_process';
import { median } from '../../src/engine/statistics/distributions/quantiles.ts';
import type { BareLoopRatio } from './bare-loop.ts';

const processes = 7;
const tolerance = 0.05;

/** Prints the ratio at each tick; false when the middle one of the processes is off by too much. */
export function compareInProcesses(print: (line: string) => void): boolean {
  print(
    `a primary-key lookup: harness / bare loop of sql.js, median of ${processes} processes; promised: within ${tolerance * 100} %`,
  );
  const runs = Array.from({ length: processes }, runProcess);
  const ticks = runs[0]?.map(({ tickMs }) => tickMs) ?? [];
  return ticks.every((tickMs) => {
    const ofTick = runs.flatMap((run) => run.filter((each) => each.tickMs === tickMs));
    const ratio = median(ofTick.map((each) => each.ratio));
    print(
      `tick ${tickMs * 1000} us: harness ${us(ofTick, 'harnessMs')}, bare loop ${us(ofTick, 'bareMs')}, ratio ${ratio.toFixed(3)} (${spread(ofTick, 'ratio')})`,
    );
    print(`  with an index hidden by the setup: ${spread(ofTick, 'hidingRatio')}`);
    return Math.abs(ratio - 1) <= tolerance;
  });
}

function runProcess(): BareLoopRatio[] {
  const entry = 'bench/fidelity/bare-loop-process.ts';
  const printed = execFileSync(process.execPath, ['scripts/run-ts.mjs', entry], {
    encoding: 'utf8',
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '[]') as BareLoopRatio[];
}

function us(ratios: readonly BareLoopRatio[], side: 'harnessMs' | 'bareMs'): string {
  return `${(median(ratios.map((each) => each[side])) * 1000).toFixed(2)} us`;
}

/** The ratio of each process, ascending. */
function spread(ratios: readonly BareLoopRatio[], which: 'ratio' | 'hidingRatio'): string {
  const sorted = ratios.map((each) => each[which]).toSorted((one, other) => one - other);
  return sorted.map((ratio) => ratio.toFixed(3)).join(', ');
}
