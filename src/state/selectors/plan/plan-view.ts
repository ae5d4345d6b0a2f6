// The plans of one query in all setups, ready to stand side by side: lines with words, what differs
// from the baseline, findings. Pure; reading and comparing plans is the engine's.
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Explanation } from '../../../engine/model/plan/program.ts';
import type { Playground, SetupLetter } from '../../../engine/model/playground.ts';
import { findingsView, type PlanFindingView } from './findings-view.ts';
import { alignRows } from './lines/align-rows.ts';
import { type DrawnPlan, planAgainst, planAlone } from './lines/drawn-steps.ts';
import type { ExplainedWords, StepLine } from './lines/step-line.ts';
import { stepLines } from './lines/step-lines.ts';
import { type WriteView, writeView } from './lines/write-view.ts';
import { noStepsSentence } from './no-steps.ts';
import { planRowTexts } from './raw-rows.ts';
import { provisionalWords, type ReadSetupPlan } from './setup-plan.ts';
import { type PlanOptions, type PlanRuns, type WordedPlan, wordedPlans } from './worded-plans.ts';

export interface SetupPlan {
  setupId: string;
  letter: SetupLetter;
  name: string;
  isBaseline: boolean;
  /** Why the plan may change when there is data, a sentence; null when it will not. */
  provisional: string | null;
  /** The plan is that of the last text that compiled. */
  isKept: boolean;
  error: EngineError | null;
  /** Empty while nothing is known, and for statements without plan steps. */
  lines: StepLine[];
  /** They stand in the rows of the common grid; not so where steps have changed places. */
  isLevel: boolean;
  /** EXPLAIN QUERY PLAN as SQLite gives it; empty while nothing is known. */
  rawRows: string[];
  /** What is said in place of a tree; null when there is one, or an error says enough. */
  nothing: string | null;
  /** The first setup that has the very same plan; null when it is the first. */
  sameAs: SetupLetter | null;
  /** What else is to be known of it. */
  remarks: ExplainedWords[];
  /** Of an INSERT, UPDATE or DELETE: what it changes; null for others, and while it is not known. */
  writes: WriteView | null;
  /** Program and b-trees; null where only the lines are known. */
  explanation: Explanation | null;
}

export interface PlanView {
  queryId: string;
  queryName: string;
  hasStatement: boolean;
  /** Rows of the grid that the lines of all setups stand in, but for those that are not level. */
  gridRows: number;
  setups: SetupPlan[];
  /** The same in every setup, and then left out of them; null where setups differ. */
  commonError: EngineError | null;
  findings: PlanFindingView[];
  /** Everything that could be counted of the plans as they are has been. */
  isCounted: boolean;
}

/** The plans of a query; null when there is no such query. */
export function planView(
  playground: Playground,
  runs: PlanRuns,
  queryId: string | null,
  options: PlanOptions = {},
): PlanView | null {
  const query = playground.queries.find(({ id }) => id === queryId);
  if (!query) return null;
  const worded = wordedPlans(playground, runs, query, options);
  const baseline = worded[0]?.source.plan ?? null;
  const baseWrites = worded[0]?.writes ?? null;
  const drawn = worded.map(({ source }, position): DrawnPlan => {
    const nodes = source.plan?.nodes ?? [];
    return position === 0 || !baseline ? planAlone(nodes) : planAgainst(baseline.nodes, nodes);
  });
  const grid = alignRows(drawn.map(({ steps }) => steps.map(({ anchor }) => anchor)));
  const commonError = commonErrorOf(worded);
  return {
    queryId: query.id,
    queryName: query.name,
    hasStatement: query.sql.trim() !== '',
    gridRows: grid.count,
    setups: worded.map((each, position) => ({
      setupId: each.setup.id,
      letter: each.cell.letter,
      name: each.setup.name,
      isBaseline: position === 0,
      provisional: each.source.provisional && provisionalWords[each.source.provisional],
      isKept: each.source.isKept,
      error: commonError ? null : each.source.error,
      lines: stepLines(drawn[position]?.steps ?? [], grid.rows[position] ?? [], each.lineWords),
      isLevel: grid.areLevel[position] ?? true,
      rawRows: each.source.plan ? planRowTexts(each.source.plan.rows) : [],
      nothing: nothingOf(each, query.sql),
      sameAs: earlierWith(worded.slice(0, position), each.source.plan),
      remarks: [
        ...(drawn[position]?.isComparable === false ? [nothingInCommon] : []),
        ...each.remarks,
      ],
      writes: each.writes && writeView(each.writes, position > 0 ? baseWrites : null),
      explanation: each.source.plan?.explanation ?? null,
    })),
    commonError,
    findings: findingsView(
      worded.flatMap(({ setup, cell, source, findings }) =>
        source.plan && !source.isKept ? [{ setupId: setup.id, letter: cell.letter, findings }] : [],
      ),
    ),
    isCounted: worded.every(({ isCounted }) => isCounted),
  };
}

const nothingInCommon: ExplainedWords = {
  text: 'Nothing in common with the plan in setup A.',
  explanation: 'No step of it has a counterpart there, so nothing is marked.',
};

function nothingOf({ source: { plan, error }, writes }: WordedPlan, sql: string): string | null {
  if (plan) return plan.nodes.length > 0 ? null : (writes?.noSteps ?? noStepsSentence(sql));
  return error ? null : 'Planning…';
}

function commonErrorOf(worded: readonly WordedPlan[]): EngineError | null {
  const first = worded[0]?.source.error ?? null;
  return worded.every(({ source }) => source.error?.message === first?.message) ? first : null;
}

function earlierWith(
  earlier: readonly WordedPlan[],
  plan: ReadSetupPlan | null,
): SetupLetter | null {
  if (!plan || plan.nodes.length === 0) return null;
  return earlier.find(({ source }) => source.plan?.key === plan.key)?.cell.letter ?? null;
}
