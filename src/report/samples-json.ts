// Raw samples as JSON: everything that was measured, with the playground and the environment.
// Derived figures are those that the page showed; they can be computed anew from the samples.
import { planLines } from '../engine/plan/plan-lines.ts';
import { type ComparisonReport, environmentsOf, reportedQueries } from './comparison-report.ts';

const samplesFormat = 'sql-dyno-samples';
const samplesVersion = 1;

/** A JSON text ending in a line feed. `exportedAt` is ISO 8601: the engine knows no time of day. */
export function samplesJson(report: ComparisonReport, exportedAt: string): string {
  const { playground } = report;
  const reported = reportedQueries(report);
  const environments = environmentsOf(reported.map(({ result }) => result));
  const queries = reported.map(({ query, result, standing, cells }) => ({
    id: query.id,
    name: query.name,
    sql: query.sql,
    environment: environments.length === 1 ? undefined : result.environment,
    status: result.status,
    error: result.error,
    budgetMs: result.budgetMs,
    discarded: result.discarded,
    setups: result.setups,
    firstRuns: result.firstRuns.map((run) =>
      run.status === 'ran' ? { ...run, plan: planLines(run.plan.rows) } : run,
    ),
    // Each round's standing is left out: the last one is what they come to.
    rounds: result.rounds.map(({ round, order, samples, control }) => ({
      round,
      order,
      samples,
      control,
    })),
    standing,
    parts: result.parts,
    counters: Object.fromEntries(
      cells.flatMap(({ setup, counters }) => (counters ? [[setup.id, counters]] : [])),
    ),
    confirmation: result.confirmation,
    doubts: Object.fromEntries(
      cells.flatMap(({ setup, doubt }) => (doubt ? [[setup.id, doubt]] : [])),
    ),
  }));
  const document = {
    format: samplesFormat,
    version: samplesVersion,
    exportedAt,
    // Null when the queries were measured in several: each then says its own.
    environment: environments.length === 1 ? environments[0] : null,
    playground,
    queries,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
