// What a comparison found, in a line: tells kept comparisons of one playground apart.
// Pure; written when a comparison is kept, because a list of these has no rounds to tell it from.
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import { type Playground, setupLetter } from '../../../engine/model/playground.ts';
import { verdictRatio } from '../../../engine/statistics/verdict-ratio.ts';
import { verdictWords } from '../../../engine/statistics/words/verdict-words.ts';
import { type BenchRuns, benchView } from '../bench/bench-view.ts';
import { workloadView } from '../bench/workload-view.ts';

/** Longer ones are cut when they are read back. */
const maxHeadlineLength = 300;

/**
 * Who wins over the workload; of a single query the verdict on the setup that takes the least time:
 * 'dear: B 10× faster'. Empty where nothing was compared.
 */
export function historyHeadline(playground: Playground, results: readonly QueryResult[]): string {
  const runs: BenchRuns = {
    plans: {},
    results: Object.fromEntries(results.map((result) => [result.queryId, result])),
    counts: {},
    database: null,
    inspection: null,
  };
  const workload = workloadView(playground, runs, benchView(playground, runs));
  return (workload?.headline ?? bestVerdict(playground, results)).slice(0, maxHeadlineLength);
}

function bestVerdict({ queries }: Playground, results: readonly QueryResult[]): string {
  const found = results.flatMap(({ queryId, setups, rounds }) => {
    const standing = rounds.at(-1)?.standing;
    return setups.flatMap(({ id }, position) => {
      const verdict = standing?.verdicts[id];
      if (position === 0 || !verdict) return [];
      const cache = standing.summaries[id]?.cache ?? null;
      const letter = setupLetter(position);
      const name = queries.find((query) => query.id === queryId)?.name ?? '';
      const { headline } = verdictWords(verdict, { setup: letter, baseline: 'A' }, cache);
      const ratio = verdictRatio(verdict)?.low ?? Number.POSITIVE_INFINITY;
      return { ratio, text: `${name}: ${letter} ${headline}` };
    });
  });
  const [best] = found.sort((one, other) => (one.ratio < other.ratio ? -1 : 1));
  return best?.text ?? '';
}
