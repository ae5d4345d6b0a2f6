// How sql.js is loaded, wherever it is: worker entries, tests, benches.
// Where its files lie is known to whoever loads it.
import type { InitSqlJsStatic } from 'sql.js';

type SqljsConfig = NonNullable<Parameters<InitSqlJsStatic>[0]>;

/**
 * Without its old extension functions: they take the place of SQLite's own (log(100) is 4.6 with
 * them, 2 in every other SQLite) and warn on the console when they are called.
 */
export const sqljsOptions: SqljsConfig & { useOldExtensionFunctions: boolean } = {
  useOldExtensionFunctions: false,
};
