// Runs a script of many statements, split by SQLite itself, and keeps every statement's outcome.
// Knows nothing of transactions: whoever calls it opens and ends them.
import type { EngineError, ErrorPlace } from '../model/errors.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Bindings, SqlValue } from '../model/values.ts';
import { parameterNames } from '../sql/parameters/parameter-names.ts';
import { splitStatements } from '../sql/statements/split-statements.ts';
import type { Database, ScriptStatement } from './driver.ts';
import { type ExecuteOptions, executeStatement, type StatementResult } from './hooks.ts';
import { toSqlError } from './sql-error.ts';

export interface ScriptOptions extends Pick<ExecuteOptions, 'hooks' | 'clock' | 'keep' | 'room'> {
  /** Values by name; each statement gets those that it names, the rest is NULL. */
  bindings?: Bindings;
  /** Which text of the playground the script is. */
  place: ErrorPlace;
  /** Asked for every statement before anything runs (`statementRefusal`, `schemaStatementRefusal`). */
  refuse?: (sql: string) => EngineError | null;
}

export interface ScriptStatementResult extends StatementResult {
  sql: string;
  /** UTF-16 offset of `sql` in the script. */
  offset: number;
  bound: { name: string; value: SqlValue }[];
}

export interface ScriptResult {
  /** In order, up to the one that failed. */
  statements: ScriptStatementResult[];
  /** The failure that ended the script; its offset counts from the script's beginning. */
  error: EngineError | null;
}

/** Runs statement after statement, each compiled when its turn comes, until one fails. */
export function runScript(
  database: Database,
  script: string,
  options: ScriptOptions,
): ScriptResult {
  const statements: ScriptStatementResult[] = [];
  const refusal = refusalIn(script, options);
  if (refusal) return { statements, error: refusal };
  const iterator = database.statements(script)[Symbol.iterator]();
  let offset = 0;
  try {
    while (true) {
      const start = options.clock();
      let next: IteratorResult<ScriptStatement>;
      try {
        next = iterator.next();
      } catch (thrown) {
        return {
          statements,
          error: failure(database, thrown, script.slice(offset), offset, options),
        };
      }
      if (next.done) return { statements, error: null };
      const prepareMs = options.clock() - start;
      offset = next.value.offset + next.value.sql.length;
      try {
        statements.push(runOne(database, next.value, prepareMs, options));
      } catch (thrown) {
        const { sql } = next.value;
        const error = failure(database, thrown, sql, next.value.offset, options, 'sql-failed');
        return { statements, error };
      }
    }
  } finally {
    iterator.return?.();
  }
}

function runOne(
  database: Database,
  { statement, sql: text, offset }: ScriptStatement,
  prepareMs: Milliseconds,
  { hooks, clock, keep, room, bindings = {} }: ScriptOptions,
): ScriptStatementResult {
  const sql = text.trim();
  const bound = parameterNames(sql).map((name) => ({ name, value: bindings[name] ?? null }));
  const call = { sql, binding: Object.fromEntries(bound.map(({ name, value }) => [name, value])) };
  const result = executeStatement(database, call, {
    ...(hooks ? { hooks } : {}),
    ...(room ? { room } : {}),
    clock,
    keep,
    prepared: { statement, prepareMs },
  });
  return { ...result, sql, offset: offset + text.length - text.trimStart().length, bound };
}

// The failing statement's text reaches to its own end only: a later equal word is not the fault.
function failure(
  database: Database,
  thrown: unknown,
  rest: string,
  offset: number,
  { place }: ScriptOptions,
  code: 'sql-invalid' | 'sql-failed' = 'sql-invalid',
): EngineError {
  const [statement] = splitStatements(rest);
  return toSqlError(database, thrown, {
    sql: statement?.sql ?? rest,
    offset: offset + (statement?.start ?? 0),
    place,
    code: place.source === 'schema' ? 'schema-invalid' : code,
  });
}

// SQLite carries some PRAGMAs out while compiling, so refusing comes before SQLite sees the script.
function refusalIn(script: string, { refuse, place }: ScriptOptions): EngineError | null {
  if (!refuse) return null;
  for (const { sql, start, end } of splitStatements(script)) {
    const error = refuse(sql);
    if (error) return { ...error, place: { ...place, offset: start, length: end - start } };
  }
  return null;
}
