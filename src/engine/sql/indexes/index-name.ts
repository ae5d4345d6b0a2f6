// Reads and renames CREATE INDEX statements by their text; whether they compile is SQLite's to say.
import { isName, nameOf, quoteName } from '../quote-name.ts';
import { isKeyword, meaningfulTokens, type Token } from '../token.ts';

/** The index's name without quotes; null for other statements and for an index without a name. */
export function indexNameOf(createIndexSql: string): string | null {
  const name = readHead(createIndexSql)?.name;
  return name ? nameOf(createIndexSql, name) : null;
}

/** The statement without IF NOT EXISTS, with which it may run and create nothing. */
export function withoutIfNotExists(createIndexSql: string): string {
  const condition = readHead(createIndexSql)?.condition;
  if (!condition) return createIndexSql;
  return createIndexSql.slice(0, condition.start) + createIndexSql.slice(condition.end);
}

/** Name of the table that the index is on, without quotes; null for other statements. */
export function tableOfIndex(createIndexSql: string): string | null {
  const table = readHead(createIndexSql)?.table;
  return table ? nameOf(createIndexSql, table) : null;
}

/** Names of the indexed columns as far as they are plain columns; an expression is left out. */
export function columnsOfIndex(createIndexSql: string): string[] {
  const head = readHead(createIndexSql);
  if (!head) return [];
  const columns: string[] = [];
  let depth = 0;
  for (const [index, token] of head.rest.entries()) {
    const before = head.rest[index - 1];
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close' && --depth === 0) break;
    const isTerm = depth === 1 && (before?.kind === 'open' || before?.kind === 'comma');
    if (isTerm && isName(token) && head.rest[index + 1]?.kind !== 'open') {
      columns.push(nameOf(createIndexSql, token));
    }
  }
  return columns;
}

/** The statement with another name, or with a name where it had none. */
export function renameIndexIn(createIndexSql: string, newName: string): string {
  const head = readHead(createIndexSql);
  if (!head) return createIndexSql;
  const before = createIndexSql.slice(0, head.name?.start ?? head.nameAt);
  const after = createIndexSql.slice(head.name?.end ?? head.nameAt);
  return head.name
    ? before + quoteName(newName) + after
    : `${before} ${quoteName(newName)}${after}`;
}

interface IndexHead {
  /** IF NOT EXISTS, with the blanks before it. */
  condition: { start: number; end: number } | null;
  name: Token | null;
  /** Offset behind which a name goes when there is none. */
  nameAt: number;
  table: Token | null;
  /** From the opening parenthesis of the columns on. */
  rest: Token[];
}

// CREATE [UNIQUE] INDEX [IF NOT EXISTS] [[schema.]name] ON table ( ...
function readHead(sql: string): IndexHead | null {
  const tokens = meaningfulTokens(sql);
  let at = tokens.findIndex((token) => token.kind !== 'semicolon');
  const take = (keyword: string) => {
    if (!isKeyword(sql, tokens[at], keyword)) return false;
    at++;
    return true;
  };
  if (!take('CREATE')) return null;
  take('UNIQUE');
  if (!take('INDEX')) return null;
  const start = tokens[at - 1]?.end ?? 0;
  if (take('IF')) {
    take('NOT');
    take('EXISTS');
  }
  const nameAt = tokens[at - 1]?.end ?? 0;
  const condition = nameAt > start ? { start, end: nameAt } : null;
  let name: Token | null = null;
  if (!isKeyword(sql, tokens[at], 'ON')) {
    if (tokens[at + 1]?.kind === 'dot') at += 2;
    name = isName(tokens[at]) ? (tokens[at] ?? null) : null;
    at++;
  }
  if (!take('ON')) return { condition, name, nameAt, table: null, rest: [] };
  const table = isName(tokens[at]) ? (tokens[at] ?? null) : null;
  return { condition, name, nameAt, table, rest: tokens.slice(at + 1) };
}
