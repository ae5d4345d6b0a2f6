// A real database whose clock is simulated: each execution of the measured query takes as long as
// the test says, seen through a tick as coarse as the test says. Nothing depends on the machine.
import type { Platform } from '../model/platform.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Binding, Database } from '../sqlite/driver.ts';

export interface SimulatedEngine {
  database: Database;
  platform: Platform;
  /** Executions of the measured query so far, with the names of the indexes they could see. */
  calls: { indexes: string[]; binding: Binding }[];
}

/** What the parts of a call besides executing cost; nothing, unless a test says so. */
export interface SimulatedParts {
  prepareMs: Milliseconds;
  /** Reading the columns of one row. */
  rowMs: Milliseconds;
}

/** `costMs`: time of one execution, from the visible indexes, the values and its number. */
export function simulateEngine(
  real: Database,
  measuredSql: string,
  tickMs: Milliseconds,
  costMs: (indexes: string[], binding: Binding, call: number) => Milliseconds,
  parts: SimulatedParts = { prepareMs: 0, rowMs: 0 },
): SimulatedEngine {
  let timeMs = 0;
  const calls: SimulatedEngine['calls'] = [];
  const database: Database = {
    ...real,
    prepare(sql) {
      const statement = real.prepare(sql);
      if (sql !== measuredSql) return statement;
      timeMs += parts.prepareMs;
      const indexes = real
        .all("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
        .map(([name]) => String(name));
      let binding: Binding = [];
      let isFresh = true;
      return {
        get columns() {
          return statement.columns;
        },
        bind(values) {
          binding = values;
          isFresh = true;
          statement.bind(values);
        },
        step() {
          if (isFresh) {
            timeMs += costMs(indexes, binding, calls.length);
            calls.push({ indexes, binding });
          }
          isFresh = false;
          return statement.step();
        },
        row() {
          timeMs += parts.rowMs;
          return statement.row();
        },
        reset: () => statement.reset(),
        free: () => statement.free(),
      };
    },
  };
  return {
    database,
    calls,
    platform: {
      now() {
        // Looking at the clock takes a moment too, or a test would wait for a tick for ever.
        timeMs += 0.0005;
        return Math.floor(timeMs / tickMs) * tickMs;
      },
      isIsolated: false,
      userAgent: 'simulated',
      cores: 2,
    },
  };
}
