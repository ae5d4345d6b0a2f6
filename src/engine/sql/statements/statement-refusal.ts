// Statements that may not run where the engine holds a transaction open or a link supplied the SQL.
// What is allowed still runs in a transaction that is rolled back.
import type { EngineError } from '../../model/errors.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../token.ts';
import { explainedKind, statementKind } from './statement-kind.ts';

/** Why "Run query" and comparisons refuse this statement; null when they do not. */
export function statementRefusal(sql: string): EngineError | null {
  // SQLite carries some PRAGMAs out while it compiles them, even behind EXPLAIN.
  switch (explainedKind(sql)) {
    case 'transaction':
      return refused(
        `${firstWord(sql)} cannot be used here: every run has a transaction of its own.`,
        'Leave it out. What a run writes is rolled back after its result is shown.',
      );
    case 'attach':
      return refused(
        `${firstWord(sql)} cannot be used here: a playground has one database.`,
        'Create the tables you need in the schema.',
      );
    case 'vacuum':
      return refused(
        'VACUUM cannot be used here: it does not run inside a transaction.',
        'Leave it out. The database is built afresh and has no free pages to give back.',
      );
    case 'analyze':
      // Behind EXPLAIN it runs nothing, and SQLite's own message fits EXPLAIN ANALYZE SELECT better.
      if (statementKind(sql) === 'explain') return null;
      return refused(
        'ANALYZE cannot be used here: a setup plans with statistics or without, as its switch says.',
        'Turn on the switch Statistics of this setup; ANALYZE then runs before anything is measured.',
      );
    case 'pragma':
      return pragmaRefusal(sql);
    default:
      return null;
  }
}

/** Why the schema script refuses this statement; null for CREATE, INSERT and REPLACE. */
export function schemaStatementRefusal(sql: string): EngineError | null {
  const kind = explainedKind(sql);
  const word = firstWord(sql);
  if (kind === 'insert' && word !== 'EXPLAIN') return null;
  if (kind.startsWith('create-') && word !== 'EXPLAIN') {
    if (!isTemporary(sql)) return null;
    return refused(
      'The schema cannot hold temporary tables, views or triggers: they are lost with every copy of the database.',
      'Leave out TEMP.',
    );
  }
  // A misspelt CREATE TABLE: SQLite names the place.
  if (kind === 'other' && word === 'CREATE') return null;
  return refused(
    `${word === '' ? 'This text' : word} cannot be part of the schema.`,
    'The schema holds CREATE statements and the INSERTs of literal rows. Statements to run and measure are queries.',
  );
}

/** True for CREATE TEMP ... and CREATE TEMPORARY ... */
export function isTemporary(sql: string): boolean {
  const tokens = meaningfulTokens(sql).filter((token) => token.kind !== 'semicolon');
  return isKeyword(sql, tokens[1], 'TEMP') || isKeyword(sql, tokens[1], 'TEMPORARY');
}

/** PRAGMAs that only report, whatever their argument. */
const reports = new Set(
  `collation_list compile_options data_version database_list foreign_key_check foreign_key_list
  freelist_count function_list index_info index_list index_xinfo integrity_check module_list
  page_count pragma_list quick_check table_info table_list table_xinfo`.split(/\s+/),
);

/** PRAGMAs that report when no value is given to them. */
const readable = new Set(
  `application_id auto_vacuum automatic_index busy_timeout cache_size cell_size_check
  defer_foreign_keys encoding foreign_keys ignore_check_constraints journal_mode
  journal_size_limit locking_mode max_page_count mmap_size page_size query_only
  read_uncommitted recursive_triggers reverse_unordered_selects schema_version secure_delete
  synchronous temp_store trusted_schema user_version writable_schema`.split(/\s+/),
);

/** Names of the PRAGMAs that are not refused, all of them where no value is set. */
export const usablePragmas: readonly string[] = [...reports, ...readable].sort();

function pragmaRefusal(sql: string): EngineError | null {
  const tokens = meaningfulTokens(sql);
  let at = tokens.findIndex((token) => isKeyword(sql, token, 'PRAGMA')) + 1;
  if (tokens[at + 1]?.kind === 'dot') at += 2;
  const token = tokens[at];
  const name = token ? tokenText(sql, token).toLowerCase() : '';
  if (reports.has(name)) return null;
  if (readable.has(name) && !hasValue(tokens[at + 1])) return null;
  return refused(
    `PRAGMA ${name} cannot be changed here: the figures would no longer be comparable, or the database no longer safe.`,
    'PRAGMAs that only report, such as table_info, can be used.',
  );
}

function hasValue(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'semicolon';
}

function firstWord(sql: string): string {
  const token = meaningfulTokens(sql).find(({ kind }) => kind !== 'semicolon');
  return token ? tokenText(sql, token).toUpperCase().slice(0, 30) : '';
}

function refused(message: string, hint: string): EngineError {
  return { code: 'statement-refused', message, hint };
}
