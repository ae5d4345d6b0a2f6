import { expect, test } from 'vitest';
import { examples } from '../../examples/list.ts';
import { withSetup } from '../measure/setups/setup-switch.ts';
import type { StatisticsRow } from '../model/database/database.ts';
import type { ExplainOutcome, PlanRequest } from '../model/plan/planning.ts';
import type { Explanation } from '../model/plan/program.ts';
import type { Platform } from '../model/platform.ts';
import type { Index, Playground, Query, Setup } from '../model/playground.ts';
import { planForms, planFormsSchema } from '../plan/plan-forms.testing.ts';
import { planKey } from '../plan/plan-key.ts';
import { planNames } from '../plan/plan-names.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readSchema } from '../schema/read-schema.ts';
import { createEngineSession } from '../session/engine-session.ts';
import { splitStatements } from '../sql/statements/split-statements.ts';
import { statementKind } from '../sql/statements/statement-kind.ts';
import { schemaStatementRefusal, statementRefusal } from '../sql/statements/statement-refusal.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { explainStatement } from './explain-statement.ts';
import { createPlanner } from './planner.ts';
import { readTrees } from './trees/read-trees.ts';

const driver = await loadTestDriver();
const platform: Platform = { now: () => 0, isIsolated: false, userAgent: 'test', cores: 1 };

/** Each set of indexes with and without statistics; of more than four indexes every fifth set. */
function everySetup(indexes: readonly Index[]): Setup[] {
  const names = indexes.map(({ name }) => name);
  const all = 2 ** names.length;
  const step = names.length > 4 ? 5 : 1;
  return Array.from({ length: all }, (_, set) => set)
    .filter((set) => set % step === 0 || set === all - 1)
    .flatMap((set) =>
      [false, true].map((hasStatistics) => ({
        id: `s${set}${hasStatistics}`,
        name: 's',
        indexes: names.filter((_, bit) => set & (1 << bit)),
        hasStatistics,
        cache: { kind: 'none' as const },
      })),
    );
}

function explanationOf(outcome: ExplainOutcome | undefined): Explanation {
  if (outcome?.status !== 'explained') throw new Error(JSON.stringify(outcome));
  return outcome.explanation;
}

/** The instructions with the trees' names in the place of their pages; without those that hold the schema's cookie. */
function programOf({ instructions, trees }: Explanation): unknown[] {
  const nameOf = (page: number, schema: number) => {
    const tree = trees.find(
      (each) => each.rootPage === page && (each.schema === 'temp') === (schema === 1),
    );
    return tree ? `${tree.table}.${tree.index}` : page;
  };
  return instructions
    .filter(({ opcode }) => opcode !== 'Transaction' && opcode !== 'SetCookie')
    .map(({ opcode, p1, p2, p3, p4, p5 }) =>
      opcode === 'VOpen' // p4 is an address in memory
        ? [opcode, p1, p2, p3, p5]
        : /^Open(Read|Write)$|^ReopenIdx$/.test(opcode)
          ? [opcode, p1, nameOf(p2, p3), p3, p4, p5]
          : opcode === 'Clear'
            ? [opcode, nameOf(p1, p2), p2, p3, p5]
            : [opcode, p1, p2, p3, p4, p5],
    );
}

test.each(examples)('the live plan is that of the first run: $id', ({ playground }) => {
  const small = Object.entries(playground.recipe.rows).map(([table, rows]) => [
    table,
    Math.min(rows, 1500),
  ]);
  const recipe = { ...playground.recipe, rows: Object.fromEntries(small) };
  const setups = everySetup(playground.indexes);
  const session = createEngineSession(driver, platform);
  const { schemaSql, indexes, queries } = playground;
  const { statistics } = session.ensureDatabase(
    { schemaSql, recipe, indexes, needsStatistics: true },
    () => {},
  );
  const { seed } = recipe;
  const request: PlanRequest = {
    schemaSql,
    indexes,
    queries,
    setups,
    statistics,
    seed,
    draws: session.firstDraws(queries, seed),
  };
  const planner = createPlanner(driver);
  const { comparisonId } = session.openComparison({
    queries,
    setups,
    seed,
    budgetMs: 1000,
    overLimit: [],
  });
  const keys = new Set<string>();
  const planned = planner.plan(request).cells;
  for (const query of queries) {
    const explained = planner.explain({ ...request, query });
    for (const setup of setups) {
      const run = session.comparison(comparisonId).firstRun(query.id, setup.id);
      if (run.status !== 'ran') throw new Error(run.error.message);
      const { outcome } = explained.setups.find(({ setupId }) => setupId === setup.id) ?? {};
      expect(explanationOf(outcome).rows, query.sql).toEqual(run.plan.rows);
      expect(outcome).toMatchObject({ isProvisional: false });
      const cell = planned.find((each) => each.queryId === query.id && each.setupId === setup.id);
      expect(cell?.outcome).toEqual({ status: 'planned', plan: run.plan, isProvisional: false });
      keys.add(`${query.id} ${planKey(run.plan.rows)}`);
    }
  }
  planner.close();
  // Without any plan that a setup changes, the test would say nothing.
  expect(keys.size).toBeGreaterThan(queries.length);
});

/** The forms' schema with its indexes as a playground's, to be switched. */
function formsPlayground(extra: string): Pick<Playground, 'schemaSql' | 'indexes'> {
  const statements = splitStatements(`${planFormsSchema}${extra}`);
  const isIndex = ({ sql }: { sql: string }) => statementKind(sql) === 'create-index';
  return {
    schemaSql: statements
      .filter((each) => !isIndex(each))
      .map(({ sql }) => `${sql};`)
      .join('\n'),
    indexes: statements.filter(isIndex).map(({ sql }) => ({
      name: String(/INDEX (?:"(?<quoted>[^"]+)"|(?<plain>\w+))/.exec(sql)?.slice(1).join('')),
      sql,
    })),
  };
}

function loadedForms({ schemaSql, indexes }: Pick<Playground, 'schemaSql' | 'indexes'>): Database {
  const database = driver.open();
  database.run(schemaSql);
  const tables = database
    .all("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    .map(([name]) => String(name))
    .filter((name) => !name.startsWith('sqlite_'));
  database.run('PRAGMA foreign_keys = OFF');
  for (const table of tables) {
    const columns = database.all('SELECT name FROM pragma_table_info(?)', [table]);
    const values = columns.map((_, at) => `n * ${at + 3} % ${40 * at + 300}`);
    database.run(`WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300)
      INSERT OR IGNORE INTO "${table}" SELECT ${values} FROM c;`);
  }
  database.run('PRAGMA foreign_keys = ON');
  for (const { sql } of indexes) database.run(sql);
  database.run('ANALYZE');
  return database;
}

test('the live plan of every form is that of a loaded database', () => {
  const extras = new Set(planForms.map(({ extra = '' }) => extra));
  let compared = 0;
  for (const extra of extras) {
    // No playground has a temporary table.
    if (extra !== '' && schemaStatementRefusal(extra)) continue;
    const playground = formsPlayground(extra);
    const { indexes } = playground;
    const names = indexes.map(({ name }) => name);
    const database = loadedForms(playground);
    const statistics = database.all('SELECT tbl, idx, stat FROM sqlite_stat1').map(
      ([tbl, idx, stat]): StatisticsRow => ({
        tbl: String(tbl),
        idx: idx === null ? null : String(idx),
        stat: String(stat),
      }),
    );
    const setups = [names, names.slice(0, 2), []].flatMap((on) =>
      everySetup([]).map((setup) => ({ ...setup, id: `${on} ${setup.id}`, indexes: on })),
    );
    const planner = createPlanner(driver);
    // A setup always leaves the same schema: it is read once, not for each of hundreds of forms.
    const inSetup = new Map(
      setups.map((setup) => {
        const read = () => [readSchema(database), readTrees(database)] as const;
        return [setup.id, withSetup(database, setup, names, read)];
      }),
    );
    for (const { sql, form, extra: own = '' } of planForms) {
      if (own !== extra || statementRefusal(sql)) continue;
      const query: Query = { id: 'q', name: form, sql, parameters: [], weight: 1 };
      const { setups: explained } = planner.explain({
        ...playground,
        query,
        setups,
        statistics,
        seed: 1,
        draws: {},
      });
      for (const [at, { outcome }] of explained.entries()) {
        const setup = setups[at];
        const [schema, trees] = inSetup.get(setup?.id ?? '') ?? [];
        if (!setup || !schema || !trees) throw new Error('A setup too many.');
        withSetup(database, setup, names, () => {
          // INDEXED BY an index that is off compiles in neither.
          const real = attempt(() => explainStatement(database, sql, [], trees));
          if (real === null) {
            expect(outcome.status, form).toBe('failed');
            return;
          }
          const live = explanationOf(outcome);
          expect(live.rows, `${form}: ${sql}`).toEqual(real.rows);
          expect(programOf(live), `${form}: ${sql}`).toEqual(programOf(real));
          // The few trees that come with it are all that its lines name.
          const read = (explanation: Explanation) =>
            readPlan(explanation.rows, planNames(sql, schema, explanation.trees));
          expect(read(live), `${form}: ${sql}`).toEqual(read(real));
          compared++;
        });
      }
    }
    planner.close();
    database.close();
  }
  expect(compared).toBeGreaterThan(planForms.length * 5);
});

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
