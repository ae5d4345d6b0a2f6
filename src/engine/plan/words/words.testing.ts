// Plans of the real engine with all that the words about them need, for tests.

import { readTrees } from '../../explain/trees/read-trees.ts';
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { PlanRow } from '../../model/plan/plan.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import type { Instruction } from '../../model/plan/program.ts';
import type { SqlValue } from '../../model/values.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { foldName } from '../../sql/quote-name.ts';
import { statementKind } from '../../sql/statement-kind.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { planNames } from '../plan-names.ts';
import { programFacts } from '../program/program-facts.ts';
import { readPlan } from '../read-plan.ts';
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
    // SQLite does not explain an EXPLAIN.
    const isExplained = statementKind(sql) !== 'explain';
    const ask = (question: string) => (isExplained ? database.all(`${question} ${sql}`) : []);
    const rows = ask('EXPLAIN QUERY PLAN').map(toPlanRow);
    const instructions = ask('EXPLAIN').map(toInstruction);
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
      },
    };
  };
  return { explained, free: () => database.close() };
}

function toPlanRow([id, parent, cost, detail]: SqlValue[]): PlanRow {
  return { id: Number(id), parent: Number(parent), cost: Number(cost), detail: String(detail) };
}

function toInstruction([address, opcode, p1, p2, p3, p4, p5]: SqlValue[]): Instruction {
  return {
    address: Number(address),
    opcode: String(opcode),
    p1: Number(p1),
    p2: Number(p2),
    p3: Number(p3),
    p4: p4 === null || p4 === undefined ? null : String(p4),
    p5: Number(p5),
  };
}

/** All steps, parents first. */
export function stepsOf(nodes: readonly StepNode[]): StepNode[] {
  return nodes.flatMap((node) => [node, ...stepsOf(node.children)]);
}
