// A query's plan in each setup with the words for it: what is drawn side by side, and reported.
// Pure; the words, findings and facts are the engine's.
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { PlanFinding } from '../../../engine/model/plan/plan-finding.ts';
import type { Explanation } from '../../../engine/model/plan/program.ts';
import type { Playground, Query, Setup } from '../../../engine/model/playground.ts';
import { planFindings } from '../../../engine/plan/findings/plan-findings.ts';
import { defaultManyRows, rowWeights } from '../../../engine/plan/row-weights.ts';
import { planWords } from '../../../engine/plan/words/step-words.ts';
import type { WordsContext } from '../../../engine/plan/words/words-context.ts';
import { writeWords } from '../../../engine/plan/words/writes/write-words.ts';
import type { WriteWords } from '../../../engine/plan/words/writes/write-words-form.ts';
import type { RunsState } from '../../runs-store.ts';
import { countBasis } from '../basis.ts';
import { type BenchRuns, benchView, type CellView } from '../bench/bench-view.ts';
import { shownCounts } from './counted-loops.ts';
import type { ManyRows } from './findings-view.ts';
import type { ExplainedWords } from './lines/step-line.ts';
import type { LineWords } from './lines/step-lines.ts';
import { type SetupPlanSource, setupPlanSource } from './setup-plan.ts';
import { type CommonContext, commonContext } from './words-context.ts';

/** What the engines said, as far as plans show it. */
export type PlanRuns = BenchRuns & Pick<RunsState, 'explanations' | 'loopCounts'>;

export interface PlanOptions {
  /** By cellKey: what was last explained, shown while the statement does not compile. */
  kept?: Readonly<Record<string, Explanation>>;
  /** From how many rows on a finding weighs much. */
  manyRows?: ManyRows;
}

export interface WordedPlan {
  setup: Setup;
  cell: CellView;
  source: SetupPlanSource;
  lineWords: LineWords;
  findings: PlanFinding[];
  /** Of an INSERT, UPDATE or DELETE whose program is known. */
  writes: WriteWords | null;
  remarks: ExplainedWords[];
  /** Whatever can be counted of its loops has been. */
  isCounted: boolean;
}

/** One for each setup, in the bench's order. */
export function wordedPlans(
  playground: Playground,
  runs: PlanRuns,
  query: Query,
  { kept = {}, manyRows = defaultManyRows }: PlanOptions = {},
): WordedPlan[] {
  const row = benchView(playground, runs).queries.find(({ id }) => id === query.id);
  const planned: PlannedQuery = {
    playground,
    runs,
    query,
    kept,
    manyRows,
    common: commonContext(playground, runs),
  };
  return playground.setups.flatMap((setup, position) => {
    const cell = row?.cells[position];
    return cell ? [wordedPlan(planned, setup, cell)] : [];
  });
}

/** What the plans of all setups are worded from. */
interface PlannedQuery extends Required<PlanOptions> {
  playground: Playground;
  runs: PlanRuns;
  query: Query;
  common: CommonContext;
}

function wordedPlan(planned: PlannedQuery, setup: Setup, cell: CellView): WordedPlan {
  const { playground, runs, query, common } = planned;
  const key = cellKey(query.id, setup.id);
  const source = setupPlanSource(
    cell,
    runs.explanations[key],
    planned.kept[key],
    query.sql,
    common.schema,
  );
  const { plan, provisional, remark } = source;
  const basis = countBasis(playground, query, setup);
  const counted = runs.loopCounts[key];
  const shown = shownCounts(counted, basis, plan?.rows ?? []);
  const context: WordsContext = {
    ...common,
    sql: query.sql,
    facts: plan?.facts ?? null,
    trees: plan?.explanation?.trees ?? [],
    hasStatistics: setup.hasStatistics && provisional !== 'statistics',
    // What was counted of another text or other data says nothing about this one.
    loopCounts: shown.isStale ? null : shown.counts,
    resultRows:
      shown.counts !== null && !shown.isStale && counted?.outcome.status === 'counted'
        ? counted.outcome.resultRows
        : null,
    weights: rowWeights(planned.manyRows),
  };
  return {
    setup,
    cell,
    source,
    lineWords: {
      words: planWords(plan?.nodes ?? [], context),
      counts: shown.counts,
      areCountsStale: shown.isStale,
    },
    findings: plan ? planFindings(plan.nodes, context) : [],
    writes: context.facts && writeWords(context.facts, context),
    remarks: [remark, shown.note].filter((each) => each !== null),
    isCounted: counted?.basis === basis,
  };
}
