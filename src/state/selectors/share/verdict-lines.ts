// The verdicts as lines of text, for pasting into a message.
import type { Playground } from '../../../engine/model/playground.ts';
import { verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
import { type BenchRuns, benchView } from '../bench/bench-view.ts';

/** One line per measured, fresh cell that is not the baseline: `top categories: B ... `. */
export function verdictLines(playground: Playground, runs: BenchRuns): string[] {
  const bench = benchView(playground, runs);
  return bench.queries.flatMap(({ name, cells }) =>
    cells.flatMap((cell) => {
      if (!cell.verdict || cell.isStale || cell.verdict.kind === 'baseline') return [];
      const setup = bench.setups.find(({ id }) => id === cell.setupId);
      const words = verdictWords(
        cell.verdict,
        { setup: cell.letter, baseline: 'A' },
        cell.summary?.cache ?? null,
      );
      return [
        `${name}: ${cell.letter} (${setup?.name}) ${words.headline} ${words.interval}`.trim(),
      ];
    }),
  );
}
