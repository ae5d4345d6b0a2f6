// What the report on the plans of a query is made from: plans, findings and counts as they are shown.
// Pure; the Markdown is report/plans-markdown.ts.
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import { type Playground, type Query, setupLetter } from '../../../engine/model/playground.ts';
import type { Bindings } from '../../../engine/model/values.ts';
import type { PlansReport, ReportedOutcome } from '../../../report/plans-report.ts';
import { type PlanOptions, type PlanRuns, type WordedPlan, wordedPlans } from './worded-plans.ts';

/** `link` is the playground's, null when it has none. Null when there is no such query. */
export function plansReport(
  playground: Playground,
  runs: PlanRuns,
  queryId: string | null,
  link: string | null,
  options: Pick<PlanOptions, 'manyRows'> = {},
): PlansReport | null {
  const query = playground.queries.find(({ id }) => id === queryId);
  if (!query) return null;
  const environment = runs.results[query.id]?.environment ?? null;
  const plans = wordedPlans(playground, runs, query, options);
  return {
    title: playground.title,
    queryName: query.name,
    sql: query.sql,
    bindings: bindingsOf(playground, runs, query),
    setups: plans.map((plan, position) => ({
      letter: setupLetter(position),
      setup: plan.setup,
      outcome: outcomeOf(plan),
      counters: plan.cell.counters,
    })),
    sqliteVersion:
      runs.database?.summary.engine.sqliteVersion ?? environment?.sqliteVersion ?? 'unknown',
    environment,
    link,
  };
}

/** The same in every setup; none while nothing is explained. */
function bindingsOf({ setups }: Playground, { explanations }: PlanRuns, query: Query): Bindings {
  const outcomes = setups.map(({ id }) => explanations[cellKey(query.id, id)]);
  const explained = outcomes.find((outcome) => outcome?.status === 'explained');
  return explained?.bindings ?? {};
}

function outcomeOf({ source, findings, lineWords, writes }: WordedPlan): ReportedOutcome {
  const { plan, error, provisional } = source;
  if (error) return { status: 'failed', error };
  if (!plan) return { status: 'waiting' };
  return {
    status: 'planned',
    nodes: plan.nodes,
    isProvisional: provisional !== null,
    findings,
    loopCounts: lineWords.areCountsStale ? null : lineWords.counts,
    writes,
  };
}
