// Sums up the VM steps of all statements that go through a connection, however short they live.
import type { SqlValue } from '../model/values.ts';
import type { InstrumentedDatabase, InstrumentedStatement } from '../sqlite/instruments.ts';

export interface StepTally {
  /** The connection through which statements are counted. `statements` hands them out uncounted. */
  database: InstrumentedDatabase;
  /** Of the statements that were freed. */
  vmSteps(): number;
}

/** Counts what goes through the tally's connection; the one behind it stays as it is. */
export function tallySteps(database: InstrumentedDatabase): StepTally {
  let vmSteps = 0;

  function prepare(sql: string): InstrumentedStatement {
    const statement = database.prepare(sql);
    const { free } = statement;
    let isFree = false;
    statement.free = () => {
      // The counters go with the statement.
      if (!isFree) vmSteps += statement.takeCounters().vmSteps;
      isFree = true;
      free();
    };
    return statement;
  }

  function all(sql: string, binding: Parameters<InstrumentedDatabase['all']>[1] = []) {
    const statement = prepare(sql);
    try {
      statement.bind(binding);
      const rows: SqlValue[][] = [];
      while (statement.step()) rows.push(statement.row());
      return rows;
    } finally {
      statement.free();
    }
  }

  return {
    database: {
      ...database,
      prepare,
      all,
      // Techniques send one statement at a time.
      run: (sql) => void all(sql),
    },
    vmSteps: () => vmSteps,
  };
}
