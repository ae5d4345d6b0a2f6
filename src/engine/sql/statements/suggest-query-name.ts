// A short readable name for a statement that came without one: "products by category".
import { isName, nameOf } from '../quote-name.ts';
import { isReservedWord } from '../reserved-words.ts';
import { isKeyword, meaningfulTokens, readToken, type Token, tokenText } from '../token.ts';
import { statementKind, verbIndex } from './statement-kind.ts';

const maxLength = 40;

/** A name from the comment above the statement, or from its tables and columns; else `fallback`. */
export function suggestQueryName(sql: string, fallback: string): string {
  const name = nameFromComment(sql) ?? nameFromClauses(sql);
  return name && name.length <= maxLength ? name : fallback;
}

/** The name, or the name with the first number that makes it differ from all that are taken. */
export function distinctName(name: string, taken: Iterable<string>, separator = ' '): string {
  const used = new Set([...taken].map((each) => each.toLowerCase()));
  let candidate = name;
  for (let number = 2; used.has(candidate.toLowerCase()); number++) {
    candidate = `${name}${separator}${number}`;
  }
  return candidate;
}

function nameFromComment(sql: string): string | null {
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  for (let at = 0; readToken(sql, at, token); at = token.end) {
    if (token.kind === 'space' || token.kind === 'semicolon') continue;
    if (token.kind !== 'comment') return null;
    const text = tokenText(sql, token)
      .replace(/^(--|\/\*)[-*=#\s]*/, '')
      .replace(/[\s*/:.]*$/, '');
    if (/^\p{L}/u.test(text) && text.length <= maxLength && !/[;\n]/.test(text)) return text;
  }
  return null;
}

function nameFromClauses(sql: string): string | null {
  const all = meaningfulTokens(sql);
  const tokens = all.slice(verbIndex(sql, all));
  const outer = atDepthZero(tokens);
  const kind = statementKind(sql);
  if (kind === 'update' || kind === 'delete' || kind === 'insert') {
    const table = writtenTable(sql, outer);
    const verb = tokens[0] ? tokenText(sql, tokens[0]).toLowerCase() : '';
    return table && joinWords(`${verb} ${table}`, 'by', columnsOfWhere(sql, tokens));
  }
  if (kind !== 'select') return null;
  const [table, joined] = tablesOfFrom(sql, outer);
  if (!table) return null;
  const group = columnBehind(sql, outer, 'GROUP');
  if (group) return `${table} per ${group.replace(/_?id$/i, '') || group}`;
  const columns = columnsOfWhere(sql, tokens);
  if (columns.length > 0) return joinWords(table, 'by', columns);
  if (joined) return `${table} with ${joined}`;
  const order = columnBehind(sql, outer, 'ORDER');
  if (order) return `${table} sorted by ${order}`;
  if (isKeyword(sql, tokens[1], 'COUNT')) return `count of ${table}`;
  return `all ${table}`;
}

function joinWords(start: string, link: string, words: readonly string[]): string {
  if (words.length === 0) return start;
  const full = `${start} ${link} ${words.join(' and ')}`;
  return full.length <= maxLength ? full : `${start} ${link} ${words[0]}`;
}

function atDepthZero(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    return depth === 0;
  });
}

function plainName(sql: string, token: Token | undefined): string | null {
  if (!isName(token)) return null;
  if (token.kind === 'word' && isReservedWord(tokenText(sql, token))) return null;
  return nameOf(sql, token);
}

// The name at `index`, past a schema's or a table's name before a dot.
function dottedName(sql: string, tokens: readonly Token[], index: number): string | null {
  return plainName(sql, tokens[tokens[index + 1]?.kind === 'dot' ? index + 2 : index]);
}

function tablesOfFrom(sql: string, outer: readonly Token[]): (string | null)[] {
  const from = outer.findIndex((token) => isKeyword(sql, token, 'FROM'));
  if (from < 0) return [];
  const joined = outer.findIndex((token) => isKeyword(sql, token, 'JOIN'));
  const second = joined < 0 ? null : dottedName(sql, outer, joined + 1);
  return [dottedName(sql, outer, from + 1), second];
}

function writtenTable(sql: string, outer: readonly Token[]): string | null {
  const skipped = ['OR', 'REPLACE', 'IGNORE', 'ABORT', 'FAIL', 'ROLLBACK', 'FROM', 'INTO'];
  const index = outer.findIndex(
    (token, at) => at > 0 && !skipped.some((word) => isKeyword(sql, token, word)),
  );
  return index < 0 ? null : dottedName(sql, outer, index);
}

function columnBehind(sql: string, outer: readonly Token[], keyword: string): string | null {
  const at = outer.findIndex(
    (token, index) => isKeyword(sql, token, keyword) && isKeyword(sql, outer[index + 1], 'BY'),
  );
  return at < 0 ? null : dottedName(sql, outer, at + 2);
}

const comparisons = ['IN', 'IS', 'LIKE', 'GLOB', 'BETWEEN', 'MATCH', 'NOT', 'COLLATE'];
const whereEnds = ['GROUP', 'ORDER', 'LIMIT', 'WINDOW', 'UNION', 'RETURNING', 'HAVING'];

// The first two columns that stand before a comparison in the first WHERE.
function columnsOfWhere(sql: string, tokens: readonly Token[]): string[] {
  const where = tokens.findIndex((token) => isKeyword(sql, token, 'WHERE'));
  if (where < 0) return [];
  const columns = new Set<string>();
  for (let index = where + 1; index < tokens.length && columns.size < 2; index++) {
    if (whereEnds.some((word) => isKeyword(sql, tokens[index], word))) break;
    const next = tokens[index + 1];
    const isCompared =
      (next?.kind === 'operator' && /^[=<>!]/.test(tokenText(sql, next))) ||
      (next?.kind === 'close' && tokens[index - 1]?.kind === 'open') ||
      comparisons.some((word) => isKeyword(sql, next, word));
    const name = isCompared && tokens[index]?.kind !== 'string' && plainName(sql, tokens[index]);
    if (name) columns.add(name);
  }
  return [...columns];
}
