// Sorts any SQL into the places of a playground: schema, indexes, queries, and what is refused.
// Reads the text only; nothing is run, and what does not compile is sorted as well.
import {
  columnsOfIndex,
  indexNameOf,
  renameIndexIn,
  tableOfIndex,
  withoutIfNotExists,
} from '../indexes/index-name.ts';
import { hasParameters } from '../parameters/parameter-names.ts';
import { nameOf } from '../quote-name.ts';
import { isKeyword, meaningfulTokens, tokenText } from '../token.ts';
import { splitStatements } from './split-statements.ts';
import { explainedKind, statementKind } from './statement-kind.ts';
import { isTemporary, statementRefusal } from './statement-refusal.ts';
import { distinctName, suggestQueryName } from './suggest-query-name.ts';

export interface PastedSql {
  /** Each with the comments before it, in the order of the script. */
  schemaStatements: string[];
  indexes: { name: string; sql: string }[];
  queries: { sql: string; suggestedName: string }[];
  /** What was left out, and why, in a sentence. */
  refused: { sql: string; reason: string }[];
}

/** Names that the playground has already; new ones are made to differ from them. */
export interface TakenNames {
  indexes: readonly string[];
  queries: readonly string[];
}

/** Sorts a script. Statements keep their text, but for the final semicolon of queries and indexes. */
export function sortPastedSql(
  script: string,
  taken: TakenNames = { indexes: [], queries: [] },
): PastedSql {
  const pasted: PastedSql = { schemaStatements: [], indexes: [], queries: [], refused: [] };
  for (const sql of statementsOf(script, pasted)) {
    const reason = reasonToRefuse(sql);
    const kind = statementKind(sql);
    if (reason) {
      pasted.refused.push({ sql, reason });
    } else if (kind === 'create-index') {
      pasted.indexes.push(toIndex(sql, [...taken.indexes, ...pasted.indexes.map((i) => i.name)]));
    } else if (kind.startsWith('create-') || (kind === 'insert' && !hasParameters(sql))) {
      pasted.schemaStatements.push(sql);
    } else {
      const names = [...taken.queries, ...pasted.queries.map((query) => query.suggestedName)];
      const fallback = `query ${names.length + 1}`;
      const suggestedName = distinctName(suggestQueryName(sql, fallback), names);
      pasted.queries.push({ sql: withoutSemicolon(sql), suggestedName });
    }
  }
  return pasted;
}

// A dot command of the sqlite3 shell ends with its line, not with a semicolon.
function* statementsOf(script: string, pasted: PastedSql): Generator<string> {
  for (const { sql } of splitStatements(script)) {
    const first = meaningfulTokens(sql).find(({ kind }) => kind !== 'semicolon');
    if (first?.kind !== 'dot') {
      yield sql;
      continue;
    }
    const lineEnd = sql.indexOf('\n', first.start);
    const command = sql.slice(first.start, lineEnd < 0 ? sql.length : lineEnd).trimEnd();
    pasted.refused.push({
      sql: command,
      reason: `${command.split(/\s/, 1)[0]} is a command of the sqlite3 shell, not SQL.`,
    });
    if (lineEnd >= 0) yield* statementsOf(sql.slice(lineEnd + 1), pasted);
  }
}

function toIndex(sql: string, taken: readonly string[]): { name: string; sql: string } {
  const table = tableOfIndex(sql) ?? 'table';
  const wanted = indexNameOf(sql) ?? ['idx', table, ...columnsOfIndex(sql)].join('_');
  const name = distinctName(wanted, taken, '_');
  const text = withoutIfNotExists(withoutSemicolon(sql));
  return { name, sql: name === indexNameOf(sql) ? text : renameIndexIn(text, name) };
}

function reasonToRefuse(sql: string): string | null {
  const kind = statementKind(sql);
  if (kind === 'transaction') {
    return 'BEGIN, COMMIT and the like are not needed: the schema is loaded in one transaction.';
  }
  if (kind === 'pragma') {
    return 'PRAGMAs are set by the playground, the same for every setup; foreign_keys is ON.';
  }
  if (kind === 'explain') {
    return explainedKind(sql) === 'other'
      ? 'SQLite does not know this statement.'
      : 'The plan of every query is shown anyway: paste the statement without EXPLAIN.';
  }
  if (kind === 'analyze') {
    return 'ANALYZE is the switch "statistics" of each setup.';
  }
  if (kind === 'drop') {
    return 'DROP is not needed: the database is always built from an empty one.';
  }
  if (kind === 'alter') {
    return 'ALTER is not kept in a schema: change the CREATE statement instead.';
  }
  if (kind === 'other') {
    const first = meaningfulTokens(sql).find((token) => token.kind !== 'semicolon');
    return `SQLite does not know statements that begin with ${first ? tokenText(sql, first).slice(0, 30) : 'this'}.`;
  }
  const refusal = statementRefusal(sql);
  if (refusal) return refusal.message;
  if (kind.startsWith('create-') && isTemporary(sql)) {
    return 'Temporary tables, views and triggers are lost with every copy of the database: leave out TEMP.';
  }
  return missingModule(sql);
}

/** Modules of virtual tables that can be created in the stock build of sql.js. */
const modules = ['fts3', 'fts4'];

function missingModule(sql: string): string | null {
  const tokens = meaningfulTokens(sql);
  if (!isKeyword(sql, tokens[1], 'VIRTUAL')) return null;
  const using = tokens.findIndex((token) => isKeyword(sql, token, 'USING'));
  const token = tokens[using + 1];
  const module = using < 0 || !token ? '' : nameOf(sql, token);
  if (modules.includes(module.toLowerCase())) return null;
  const instead = module.toLowerCase() === 'fts5' ? ' FTS4 is there.' : '';
  return `This build of SQLite has no module ${module} for virtual tables.${instead}`;
}

function withoutSemicolon(sql: string): string {
  return sql.endsWith(';') ? sql.slice(0, -1).trimEnd() : sql;
}
