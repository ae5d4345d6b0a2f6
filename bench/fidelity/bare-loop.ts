// A primary-key lookup as the harness times it, against a bare loop of sql.js in the same transaction
// mode with the same draws, at clocks as coarse as those of browsers. The bare loop has the fine clock.
import { createRequire } from 'node:module';
import type {
  BindParams,
  InitSqlJsStatic,
  Database as SqlJsDatabase,
  SqlJsStatic,
  Statement,
} from 'sql.js';
import { explainQueryPlan } from '../../src/engine/explain/explain-query-plan.ts';
import { type Comparison, createComparison } from '../../src/engine/measure/comparison.ts';
import { drawParameters } from '../../src/engine/measure/draw-parameters.ts';
import { drawCount } from '../../src/engine/measure/rounds/round-plan.ts';
import type { Parameter } from '../../src/engine/model/playground.ts';
import type { Database } from '../../src/engine/sqlite/driver.ts';
import { createSqljsDriver } from '../../src/engine/sqlite/sqljs-driver.ts';
import { median } from '../../src/engine/statistics/distributions/quantiles.ts';
import { pairedRatio } from '../../src/engine/statistics/paired-ratio.ts';
import { coarsePlatform } from './node-platform.ts';

const ticksMs = [0.005, 0.1, 1];
const turns = 60;
const warmUpMs = 300;
const seed = 1;
const rows = 50_000;
const parameter: Parameter = {
  name: ':id',
  generator: { kind: 'uniform', min: 1, max: rows },
};
const initSqlJs = createRequire(import.meta.url)('sql.js') as InitSqlJsStatic;

/** How the harness's time of a call stands to the bare loop's, at one tick. */
export interface BareLoopRatio {
  tickMs: number;
  harnessMs: number;
  bareMs: number;
  /** Paired turn by turn: a change of the machine's speed does not touch it. */
  ratio: number;
  /** The same with an index hidden by the setup. */
  hidingRatio: number;
  calls: number;
}

/** Compares the two at every tick, in this process. */
export async function compareWithBareLoop(): Promise<BareLoopRatio[]> {
  const { database, raw } = openTwice(await initSqlJs());
  database.run(`
    CREATE TABLE readings(id INTEGER PRIMARY KEY, device INTEGER, label TEXT, amount REAL);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      INSERT INTO readings SELECT i, i % 997, 'Reading ' || i, (i * 37 % 1000) / 7.0 FROM n;
    CREATE INDEX readings_device ON readings(device);
  `);
  const bare = openBare(raw, database);
  const ratios = ticksMs.map((tickMs) => compareAt(tickMs, database, bare));
  bare.free();
  database.close();
  return ratios;
}

const sql = 'SELECT label, amount FROM readings WHERE id = :id';
const setupIds = { plain: 'A', hiding: 'B' };

/**
 * One connection as the engine sees it and as sql.js does: two databases lie in different places of
 * the memory, which was seen to change the time of a lookup by 10 %.
 */
function openTwice(sqlJs: SqlJsStatic): { database: Database; raw: SqlJsDatabase } {
  const opened: SqlJsDatabase[] = [];
  class RememberedDatabase extends sqlJs.Database {
    constructor(image?: ArrayLike<number> | null) {
      super(image);
      opened.push(this);
    }
  }
  const database = createSqljsDriver({ ...sqlJs, Database: RememberedDatabase }).open();
  const raw = opened.at(-1);
  if (!raw) throw new Error('The driver opened no database.');
  return { database, raw };
}

/** Interleaves rounds of the harness with samples of the bare loop. */
function compareAt(tickMs: number, database: Database, bare: BareLoop): BareLoopRatio {
  const harness = openHarness(database, tickMs);
  const plain: number[] = [];
  const hiding: number[] = [];
  const bareTimes: number[] = [];
  // The harness warms itself up by its method; a loop that is not compiled yet would flatter it.
  const warmUntil = performance.now() + warmUpMs;
  while (performance.now() < warmUntil) bare.sample(drawCount, 0);
  // The first two turns tell how many calls the harness makes.
  for (let turn = -1; turn <= turns; turn++) {
    // The harness stands between two samples of the loop, so that a drift meets both sides alike.
    const calls = harness.calls();
    const before = bare.sample(calls, turn + 1);
    const { samples, control } = harness.measureRound();
    const after = bare.sample(calls, turn + 1);
    const { [setupIds.plain]: shown, [setupIds.hiding]: hidden } = samples;
    if (!shown || !hidden || !control) throw new Error('A round without samples.');
    if (turn < 1) continue;
    plain.push((shown.perCallMs + control.perCallMs) / 2);
    hiding.push(hidden.perCallMs);
    bareTimes.push((before + after) / 2);
  }
  return {
    tickMs,
    harnessMs: median(plain),
    bareMs: median(bareTimes),
    ratio: pairedRatio(plain, bareTimes, 1)?.estimate ?? Number.NaN,
    hidingRatio: pairedRatio(hiding, bareTimes, 1)?.estimate ?? Number.NaN,
    calls: harness.calls(),
  };
}

function openHarness(database: Database, tickMs: number) {
  const setup = { hasStatistics: false, cache: { kind: 'none' } as const };
  const comparison: Comparison = createComparison(
    {
      database,
      platform: coarsePlatform(tickMs),
      indexNames: ['readings_device'],
      explain: explainQueryPlan,
    },
    {
      queries: [{ id: 'q', name: 'lookup', sql, parameters: [parameter], weight: 1 }],
      setups: [
        { ...setup, id: setupIds.plain, name: 'plain', indexes: ['readings_device'] },
        { ...setup, id: setupIds.hiding, name: 'hiding', indexes: [] },
      ],
      seed,
      budgetMs: 10_000,
      overLimit: [],
    },
  );
  let calls = drawCount;
  return {
    /** How many calls its samples make, as far as is known. */
    calls: () => calls,
    measureRound() {
      const report = comparison.measureRound('q');
      calls = report.samples[setupIds.plain]?.calls ?? calls;
      return report;
    },
  };
}

interface BareLoop {
  /** Time of one call in milliseconds, over so many calls with the draws of this round. */
  sample(calls: number, round: number): number;
  free(): void;
}

/** The loop that anybody would write, in one transaction that is rolled back, prepared once. */
function openBare(db: SqlJsDatabase, drawn: Database): BareLoop {
  const draws = drawParameters(drawn, sql, [parameter], drawCount, String(seed));
  const statement = db.prepare(sql);
  return {
    sample(calls, round) {
      const from = round * Math.min(draws.length, calls);
      const bindings = Array.from(
        { length: calls },
        (_, call) => (draws[(from + call) % draws.length] ?? {}) as BindParams,
      );
      db.run('BEGIN');
      run(statement, bindings.slice(0, 1));
      const start = performance.now();
      run(statement, bindings);
      const elapsedMs = performance.now() - start;
      statement.reset();
      db.run('ROLLBACK');
      return elapsedMs / calls;
    },
    free() {
      statement.free();
    },
  };
}

function run(statement: Statement, bindings: readonly BindParams[]): void {
  for (const binding of bindings) {
    statement.bind(binding);
    while (statement.step()) statement.get();
  }
}
