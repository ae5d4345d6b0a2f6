// Confirm: a query's comparison once more in fresh engines, one after the other.
// A verdict stands only if all of them give it; that is for statistics/confirmation to say.
import type { Standing } from '../../../engine/model/comparison/comparison.ts';
import { confirmingRuns } from '../../../engine/model/comparison/confirmation.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import { confirmationOf } from '../../../engine/statistics/confirmation/confirmation.ts';
import type { Work } from '../work/work.ts';
import { type FreshQuestion, type FreshTools, inFreshEngine } from './fresh-comparison.ts';
import { updateResult } from './query-measurement.ts';
import type { RunningComparison } from './running-comparison.ts';

/** Of a run's progress, the share of making its data. */
const dataShare = 0.3;

/** Measures the one query in fresh engines and keeps what they said beside its result. */
export async function confirmQuery(
  tools: FreshTools,
  question: FreshQuestion,
  work: Work,
): Promise<void> {
  const { runs } = tools;
  const [query] = question.queries;
  if (!query) return;
  const standings: Standing[] = [];
  for (let run = 1; run <= confirmingRuns; run++) {
    const say = (fraction: Fraction) =>
      runs.setState({
        activity: {
          kind: 'confirming',
          queryName: query.name,
          run,
          runs: confirmingRuns,
          fraction: (run - 1 + fraction) / confirmingRuns,
        },
      });
    say(0);
    const onData = (fraction: Fraction) => say(fraction * dataShare);
    const standing = await inFreshEngine(tools, question, work, onData, (comparison) =>
      measureOnce(comparison, question, (share) => say(dataShare + (1 - dataShare) * share)),
    );
    standings.push(standing);
    const cells = run === confirmingRuns ? confirmationOf(standings) : {};
    updateResult(runs, query.id, () => ({ confirmation: { standings: [...standings], cells } }));
  }
}

/** A whole comparison of the question's first query; its last standing. */
async function measureOnce(
  comparison: RunningComparison,
  { queries: [query], setups }: FreshQuestion,
  say: (fraction: Fraction) => void,
): Promise<Standing> {
  const standings: Standing[] = [];
  if (query) {
    for (const { id } of setups) await comparison.firstRun(query, id);
    await comparison.measure(query, ({ round, standing }, discarded) => {
      if (!discarded) standings.push(standing);
      say(Math.min(1, round / standing.minRounds));
    });
  }
  const last = standings.at(-1);
  if (!last) throw new Error('A comparison ended without a standing.');
  return last;
}
