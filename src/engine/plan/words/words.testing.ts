// Plans of the real engine with all that the words about them need, for tests.

import { foldName } from '../../../lib/sql-name.ts';
import { explainStatement } from '../../explain/explain-statement.ts';
import { readTrees } from '../../explain/trees/read-trees.ts';
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { planNames } from '../plan-names.ts';
import { programFacts } from '../program/program-facts.ts';
import { readPlan } from '../read-plan.ts';
import { defaultRowWeights, type RowWeights } from '../row-weights.ts';
import type { WordsContext } from './words-context.ts';

export interface ExplainedPlan {
  nodes: StepNode[];
  context: WordsContext;
}

export interface PlanOptions {
  /** Rows by table, in lower case; tables that are not named have an unknown number. */
  rows?: Readonly<Record<string, number>>;
  areRowsLoaded?: boolean;
  hasStatistics?: boolean;
  loopCounts?: readonly LoopCount[];
  resultRows?: number;
  weights?: RowWeights;
}

/** A function that explains statements in a database with this schema; `free` when done. */
export async function planner(schemaSql: string, common: PlanOptions = {}) {
  const driver = await loadTestDriver();
  const database = driver.open();
  database.run(schemaSql);
  const schema = readSchema(database);
  const trees = readTrees(database);
  const explained = (sql: string, own: PlanOptions = {}): ExplainedPlan => {
    const options = { ...common, ...own };
    const { rows, instructions } = explainStatement(database, sql, [], trees);
    return {
      nodes: readPlan(rows, planNames(sql, schema, trees)),
      context: {
        schema,
        sql,
        facts: programFacts(instructions, trees),
        trees,
        rowsOf: (table) => options.rows?.[foldName(table)] ?? null,
        areRowsLoaded: options.areRowsLoaded ?? true,
        hasStatistics: options.hasStatistics ?? false,
        loopCounts: options.loopCounts
          ? new Map(options.loopCounts.map((count) => [count.row, count]))
          : null,
        resultRows: options.resultRows ?? null,
        weights: options.weights ?? defaultRowWeights,
      },
    };
  };
  return { explained, free: () => database.close() };
}

/** All steps, parents first. */
export function stepsOf(nodes: readonly StepNode[]): StepNode[] {
  return nodes.flatMap((node) => [node, ...stepsOf(node.children)]);
}
