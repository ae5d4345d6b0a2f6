import { beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../../examples/list.ts';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { foldName } from '../../../lib/sql-name.ts';
import { readTrees } from '../../explain/trees/read-trees.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Driver } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { everyStep } from '../every-step.ts';
import { planRows } from '../plan.testing.ts';
import { planFormsSchema } from '../plan-forms.testing.ts';
import { type PlanNames, planNames } from '../plan-names.ts';
import { readPlan } from '../read-plan.ts';
import { printedStep } from './printed-step.testing.ts';
import { QueryWriter } from './random-query.testing.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

const scripts = [
  planFormsSchema,
  ...examples.map(({ playground }) =>
    [playground.schemaSql, ...playground.indexes.map(({ sql }) => sql)].join(';\n'),
  ),
];

/** What is wrong with a step as it was read. */
function problemOf({ step, detail }: StepNode, names: PlanNames): string | null {
  if (step.kind === 'unknown') return `unknown: ${detail}`;
  const printed = printedStep(step);
  if (printed !== null && printed !== detail) return `${detail} was read as ${printed}`;
  if (step.kind !== 'loop') return null;
  const { source, access } = step;
  if (source.kind === 'unknown') return `unknown source: ${detail}`;
  if (access.kind !== 'index') return null;
  const table = names.indexes.get(foldName(access.index))?.table;
  return table === source.name ? null : `${access.index} is of ${table}: ${detail}`;
}

describe('2,500 random statements over the examples', () => {
  it('have no line that is not understood', () => {
    const random = createSeededRandom('plans of random statements');
    const problems: string[] = [];
    let [compiled, lines] = [0, 0];
    const kinds = new Set<string>();
    for (const script of scripts) {
      const database = driver.open();
      database.run(script);
      const schema = readSchema(database);
      const trees = readTrees(database);
      const views = schema.views.map(({ name }) => ({
        alias: name,
        columns: database
          .all('SELECT name FROM pragma_table_info(?)', [name])
          .map(([column]) => String(column)),
      }));
      const writer = new QueryWriter(random, schema, views);
      for (let count = 0; count < 2_500 / scripts.length; count++) {
        const sql = writer.statement();
        let rows: ReturnType<typeof planRows>;
        try {
          rows = planRows(database, sql);
        } catch {
          continue;
        }
        compiled++;
        lines += rows.length;
        const names = planNames(sql, schema, trees);
        const steps = everyStep(readPlan(rows, names));
        if (
          new Set(steps.map((step) => step.row)).size !== rows.length ||
          steps.length !== rows.length
        ) {
          problems.push(`rows lost: ${sql}`);
        }
        for (const step of steps) {
          kinds.add(step.step.kind);
          const problem = problemOf(step, names);
          if (problem !== null) problems.push(`${problem}\n    ${sql}`);
        }
      }
      database.close();
    }
    expect(problems.slice(0, 5)).toEqual([]);
    expect(compiled).toBeGreaterThan(2_000);
    expect(lines).toBeGreaterThan(10_000);
    expect(kinds.size).toBeGreaterThan(16);
  }, 60_000);
});
