// A connection that counts executions of statements from outside: what techniques say of themselves
// is checked against it.
import type { Database, Statement } from '../../sqlite/driver.ts';

export interface CountingDatabase extends Database {
  /** Executions of statements so far; resets and bindings are none. */
  executions(): number;
  /** Statements that were prepared and not freed. */
  open(): number;
}

/** Wraps a connection; closing it is closing the connection. */
export function countingDatabase(database: Database): CountingDatabase {
  let executions = 0;
  let open = 0;

  function watch(statement: Statement): Statement {
    let isUnderWay = false;
    open++;
    return {
      get columns() {
        return statement.columns;
      },
      bind(binding) {
        isUnderWay = false;
        statement.bind(binding);
      },
      step() {
        if (!isUnderWay) executions++;
        isUnderWay = statement.step();
        return isUnderWay;
      },
      row: () => statement.row(),
      reset() {
        isUnderWay = false;
        statement.reset();
      },
      free() {
        open--;
        statement.free();
      },
    };
  }

  return {
    ...database,
    prepare: (sql) => watch(database.prepare(sql)),
    run(script) {
      for (const { statement } of database.statements(script)) {
        executions++;
        statement.step();
      }
    },
    all(sql, binding) {
      executions++;
      return database.all(sql, binding);
    },
    executions: () => executions,
    open: () => open,
  };
}
