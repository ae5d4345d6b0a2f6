// Writes the text of views into a statement, and names for subqueries without one, so that all of
// their loops stand in it and can be told apart.
// That SQLite does the same work for the result is checked.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Schema } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { QueryScope, ScopeSource } from '../../../sql/scopes/query-scope.ts';
import { readScopes } from '../../../sql/scopes/read-scopes.ts';
import { isKeyword, meaningfulTokens } from '../../../sql/token.ts';
import type { Compiled } from './place-taps.ts';
import { workOf } from './tapped-program.ts';
import { type TextEdit, withEdits } from './text-edits.ts';

/** A statement, what is read of it, and how SQLite compiles it. */
export interface CompiledText {
  sql: string;
  scopes: readonly QueryScope[];
  compiled: Compiled;
}

/** Views within views are written out to this depth. */
const maxViewDepth = 4;

/** The statement with views and names written out, as far as SQLite does the same work for it. */
export function writtenOut(
  text: CompiledText,
  schema: Schema,
  compile: (sql: string) => Compiled | null,
): CompiledText {
  const work = workOf(text.compiled.instructions);
  let last = text;
  for (let depth = 0; depth < maxViewDepth; depth++) {
    const sql = writeOut(last.sql, last.scopes, schema);
    const compiled = sql === null ? null : compile(sql);
    if (sql === null || !compiled || workOf(compiled.instructions) !== work) break;
    if (compiled.rows.length !== text.compiled.rows.length) break;
    last = { sql, scopes: readScopes(sql), compiled };
  }
  return last;
}

/** The statement with its views as subqueries, and all subqueries named; null when they are. */
function writeOut(sql: string, scopes: readonly QueryScope[], schema: Schema): string | null {
  const edits = scopes
    .filter(({ kind }) => kind !== 'insert')
    .flatMap(({ sources }) => sources)
    .flatMap((source, index) => nameEdit(source, index) ?? viewEdit(sql, source, schema) ?? []);
  return edits.length === 0 ? null : withEdits(sql, edits);
}

function nameEdit({ kind, alias, end }: ScopeSource, index: number): TextEdit | null {
  if (kind !== 'subquery' || alias !== null) return null;
  return { start: end, end, text: ` AS dyno_subquery_${index}` };
}

function viewEdit(sql: string, source: ScopeSource, schema: Schema): TextEdit | null {
  const { kind, name, alias, start, end } = source;
  if (kind !== 'table' || name === null) return null;
  const view = schema.views.find((each) => isSameName(each.name, name));
  const body = view && viewBody(view.sql);
  if (body === undefined || body === null) return null;
  const tokens = meaningfulTokens(sql.slice(start, end));
  const nameToken = source.schema === null ? tokens[0] : tokens[2];
  if (!nameToken) return null;
  // The line break ends a comment at the end of the view.
  const text = `(${body}\n)${alias === null ? ` AS ${quoteName(name)}` : ''}`;
  return { start, end: start + nameToken.end, text };
}

/** The SELECT of a view; null when the view gives its columns names of their own. */
function viewBody(createSql: string): string | null {
  const tokens = meaningfulTokens(createSql);
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') return null;
    if (!isKeyword(createSql, token, 'AS')) continue;
    const first = tokens[index + 1];
    const last = tokens.findLast(({ kind }) => kind !== 'semicolon');
    return first && last ? createSql.slice(first.start, last.end) : null;
  }
  return null;
}
