// A/A: three setups that are equal, compared through the engine's own session. Promise: none of them
// is ever called faster or slower than another.
import type { Standing } from '../../src/engine/model/comparison/comparison.ts';
import type { RatioInterval, Verdict } from '../../src/engine/model/comparison/verdict.ts';
import { instrumentPlayground } from '../../src/engine/model/instrument/instrument-playground.ts';
import type { Query, Setup } from '../../src/engine/model/playground.ts';
import {
  createEngineSession,
  type EngineSession,
} from '../../src/engine/session/engine-session.ts';
import { loadTestDriver } from '../../src/engine/sqlite/sqljs.testing.ts';
import { nodePlatform } from './node-platform.ts';

const repetitions = Number(process.env.SQLDYNO_BENCH_REPETITIONS ?? 5);
const budgetMs = 3000;
const [first] = instrumentPlayground.setups;

export async function compareEqualSetups(print: (line: string) => void): Promise<boolean> {
  print(`equal setups: A, B and C alike, ${repetitions} repetitions; promised: no ranking`);
  if (!first) throw new Error('The playground of the instrument has no setup.');
  const setups = ['A', 'B', 'C'].map((id): Setup => ({ ...first, id, name: id }));
  const session = createEngineSession(await loadTestDriver(), nodePlatform);
  session.ensureDatabase({ ...instrumentPlayground, needsStatistics: false }, () => {});
  let verdicts = 0;
  let rankings = 0;
  for (const query of instrumentPlayground.queries) {
    for (let repetition = 1; repetition <= repetitions; repetition++) {
      const standing = measure(session, query, setups, repetition);
      print(describe(query, standing));
      const given = ['B', 'C'].flatMap((id) => standing.verdicts[id] ?? []);
      verdicts += given.length;
      rankings += given.filter(isRanking).length;
    }
  }
  print(`${rankings} of ${verdicts} verdicts call equal setups faster or slower`);
  return rankings === 0 && verdicts === repetitions * instrumentPlayground.queries.length * 2;
}

function measure(session: EngineSession, query: Query, setups: Setup[], seed: number): Standing {
  const request = { queries: [query], setups, seed, budgetMs, overLimit: [] };
  const comparison = session.comparison(session.openComparison(request).comparisonId);
  while (true) {
    const { standing } = comparison.measureRound(query.id);
    if (standing.next === 'done') return standing;
  }
}

/** True for every verdict that says that one setup is faster than another. */
function isRanking({ kind }: Verdict): boolean {
  return ['faster', 'slower', 'clearly-faster', 'clearly-slower'].includes(kind);
}

function describe(query: Query, { verdicts, control, margin, rounds, summaries }: Standing) {
  const [time] = Object.values(summaries).map(({ medianMs }) => medianMs);
  const cells = ['B', 'C'].map((id) => {
    const verdict = verdicts[id];
    const ratio = verdict && 'ratio' in verdict ? verdict.ratio : null;
    return `${id} ${verdict?.kind} ${interval(ratio)}`;
  });
  const shownMs = (time ?? Number.NaN).toPrecision(3);
  return `${query.name} ${shownMs} ms: ${cells.join(', ')}, A' ${interval(control)}, margin ${margin.toFixed(3)}, ${rounds} rounds`;
}

function interval(ratio: RatioInterval | null): string {
  if (!ratio) return '(no interval)';
  const [estimate, low, high] = [ratio.estimate, ratio.low, ratio.high].map((each) =>
    each.toFixed(3),
  );
  return `${estimate} (${low} to ${high})`;
}
