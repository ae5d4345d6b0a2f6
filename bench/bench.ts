// What a bench is: a comparison against a named reference, both run in turns in one process.

export interface Bench {
  /** The name to run it by. */
  name: string;
  /** What is compared, in one line. */
  title: string;
  /** Runs it; prints through `print`. False when a promise of the bench is not kept. */
  run(print: (line: string) => void): Promise<boolean>;
}

export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** Least, middle and largest of some figures. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? Number.NaN;
  return {
    min: sorted[0] ?? Number.NaN,
    median: (upper + lower) / 2,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** '812 ms (790 to 1020)': median, least and largest. */
export function formatSpread({ min, median, max }: Spread, unit = 'ms'): string {
  return `${median.toFixed(0)} ${unit} (${min.toFixed(0)} to ${max.toFixed(0)})`;
}

/** Runs the sides in turns, so that a change of the machine's speed meets all of them. */
export async function interleave(
  rounds: number,
  sides: Record<string, () => number | Promise<number>>,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    // Every other round runs backwards: none is always first.
    const order = Object.entries(sides);
    if (round % 2 === 1) order.reverse();
    for (const [side, run] of order) {
      const elapsed = await run();
      times[side] ??= [];
      times[side].push(elapsed);
    }
  }
  return times;
}

/** The ratio round by round, which a change of the machine's speed does not touch. */
export function ratioOf(some: readonly number[], others: readonly number[]) {
  const ratios = spreadOf(some.map((time, round) => time / (others[round] ?? Number.NaN)));
  const best = spreadOf(some).min / spreadOf(others).min;
  const text = `${ratios.median.toFixed(2)} (${ratios.min.toFixed(2)} to ${ratios.max.toFixed(2)} in ${some.length} rounds; of the fastest runs ${best.toFixed(2)})`;
  return { median: ratios.median, text };
}
