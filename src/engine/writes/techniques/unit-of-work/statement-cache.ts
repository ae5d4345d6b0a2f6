// Compiled statements by what they are for, kept for the length of a flush.
import type { SqlValue } from '../../../model/values.ts';
import type { Database, Statement } from '../../../sqlite/driver.ts';

export interface StatementCache {
  /**
   * Executes a statement and returns its first row, if it gives any. `key`: the same for the same
   * text, which is made only when it is compiled.
   */
  execute(key: string, sql: () => string, binding: readonly SqlValue[]): SqlValue[] | null;
  /** Executions so far. */
  executions(): number;
  /** Frees all statements. */
  free(): void;
}

/** An empty cache of a connection. */
export function createStatementCache(database: Database): StatementCache {
  const statements = new Map<string, Statement>();
  let executions = 0;
  return {
    execute(key, sql, binding) {
      let statement = statements.get(key);
      if (!statement) {
        statement = database.prepare(sql());
        statements.set(key, statement);
      }
      executions++;
      statement.bind(binding);
      let first: SqlValue[] | null = null;
      while (statement.step()) first ??= statement.row();
      statement.reset();
      return first;
    },
    executions: () => executions,
    free() {
      for (const statement of statements.values()) statement.free();
      statements.clear();
    },
  };
}
