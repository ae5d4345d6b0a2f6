// Confirm: a query's comparison once more in fresh engines, one after the other.
// A verdict stands only if all of them give it; that is for statistics/confirmation to say.
import type { Standing } from '../../../engine/model/comparison/comparison.ts';
import { confirmingRuns } from '../../../engine/model/comparison/confirmation.ts';
import { type EngineError, EngineFailure } from '../../../engine/model/errors.ts';
import type { Query } from '../../../engine/model/playground.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import { confirmationOf } from '../../../engine/statistics/confirmation/confirmation.ts';
import type { Work } from '../work/work.ts';
import {
  type FreshQuestion,
  type FreshTools,
  inFreshEngine,
  measureWhole,
} from './fresh-comparison.ts';
import { updateResult } from './query-measurement.ts';

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
      measureWhole(comparison, query, question.setups, (share) =>
        say(dataShare + (1 - dataShare) * share),
      ),
    );
    if (!standing) throw new EngineFailure(disturbed(query));
    standings.push(standing);
    const cells = run === confirmingRuns ? confirmationOf(standings) : {};
    updateResult(runs, query.id, () => ({ confirmation: { standings: [...standings], cells } }));
  }
}

function disturbed({ name }: Query): EngineError {
  return {
    code: 'engine-failed',
    message: `"${name}" could not be confirmed: every round was disturbed.`,
    hint: 'Keep the page in view and leave the playground alone meanwhile.',
  };
}
