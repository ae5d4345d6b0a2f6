// The items of a SELECT's list: stars, columns as they are, and what is computed, with their names.
// Names are those that a query around this one would use.
import { nameOf } from '../quote-name.ts';
import type { ResultItem } from './query-scope.ts';
import { isNoName, nameAt, type ScopeReader } from './scope-reader.ts';

/** The items between two tokens; an empty one is left out. */
export function resultItems(reader: ScopeReader, from: number, until: number): ResultItem[] {
  const items: ResultItem[] = [];
  let first = from;
  for (let at = from; at <= until; at++) {
    const { kind } = reader.tokens[at] ?? {};
    if (at < until && kind === 'open') at = Math.min(reader.closes[at] ?? until, until - 1);
    else if (at === until || kind === 'comma') {
      if (at > first) items.push(readItem(reader, first, at));
      first = at + 1;
    }
  }
  return items;
}

/** '*' for a star; null where the text gives no name. */
export function itemName(item: ResultItem): string | null {
  return item.kind === 'star' ? '*' : item.name;
}

function readItem(reader: ScopeReader, from: number, until: number): ResultItem {
  const alias = aliasOf(reader, from, until);
  const body = bodyOf(reader, from, until - (alias?.length ?? 0));
  const path = pathOf(reader, body.from, body.until);
  if (path === null) return { kind: 'computed', name: alias?.name ?? null };
  const { qualifier, last } = path;
  if (last === '*') return { kind: 'star', qualifier };
  return { kind: 'column', name: alias?.name ?? last.column, qualifier, column: last.column };
}

/** Without what changes nothing about a column's name: parentheses around it, COLLATE behind it. */
function bodyOf(
  { tokens, words, closes }: ScopeReader,
  from: number,
  until: number,
): { from: number; until: number } {
  let [first, end] = [from, until];
  for (;;) {
    const isEnclosed = tokens[first]?.kind === 'open' && closes[first] === end - 1;
    if (isEnclosed && end - first > 2) [first, end] = [first + 1, end - 1];
    else if (words[end - 2] === 'COLLATE' && end - 2 > first) end -= 2;
    else return { from: first, until: end };
  }
}

interface Path {
  qualifier: string | null;
  last: '*' | { column: string };
}

/** `a`, `t.a`, `main.t.a`, `*`, `t.*`; null for anything else. */
function pathOf(reader: ScopeReader, from: number, until: number): Path | null {
  const { sql, tokens, words } = reader;
  const length = until - from;
  if (length < 1 || length % 2 === 0 || length > 5) return null;
  for (let at = from + 1; at < until; at += 2) if (tokens[at]?.kind !== 'dot') return null;
  const names: (string | null)[] = [];
  for (let at = from; at < until; at += 2) names.push(anyNameAt(reader, at));
  const [column, qualifier = null] = names.toReversed();
  if (names.slice(0, -1).includes(null)) return null;
  const last = tokens[until - 1];
  if (last?.kind === 'operator' && sql.charAt(last.start) === '*') {
    return { qualifier, last: '*' };
  }
  // Alone, a string is a value, and so are these words.
  const isValue = last?.kind === 'string' || values.has(words[from] ?? '');
  if (column === null || column === undefined || (length === 1 && isValue)) return null;
  return { qualifier, last: { column } };
}

const values = new Set(['CURRENT_DATE', 'CURRENT_TIME', 'CURRENT_TIMESTAMP', 'TRUE', 'FALSE']);

/** `AS name`, or a name right behind an operand. `length` in tokens. */
function aliasOf(
  reader: ScopeReader,
  from: number,
  until: number,
): { name: string; length: number } | null {
  const last = until - 1;
  if (last <= from) return null;
  if (reader.words[last - 1] === 'AS') {
    const name = anyNameAt(reader, last);
    return name === null ? null : { name, length: 2 };
  }
  const name = nameAt(reader, last);
  if (name === null || closesCase(reader, from, last)) return null;
  return endsOperand(reader, from, last - 1) ? { name, length: 1 } : null;
}

function endsOperand(reader: ScopeReader, from: number, at: number): boolean {
  const { tokens, words } = reader;
  const kind = tokens[at]?.kind;
  if (kind !== 'word') return kind !== undefined && operandEnds.has(kind);
  const word = words[at] ?? '';
  if (isNoName(word)) return valueWords.has(word) || joinNames.has(word);
  if (at === from || tokens[at - 1]?.kind === 'dot') return true;
  // Behind these a name is an operand, although the grammar lets them be names themselves.
  if (word === 'OVER') return tokens[at - 1]?.kind !== 'close';
  if (!operators.has(word)) return true;
  const left = words[at - 1] === 'NOT' ? at - 2 : at - 1;
  return left < from || !endsOperand(reader, from, left);
}

const operandEnds = new Set(['quoted', 'string', 'number', 'blob', 'variable', 'close']);
const valueWords = new Set(['NULL', 'ISNULL', 'NOTNULL']);
const operators = new Set(['LIKE', 'GLOB', 'REGEXP', 'MATCH']);

/** END may be a name, but not where a CASE is open. */
function closesCase({ words }: ScopeReader, from: number, at: number): boolean {
  if (words[at] !== 'END') return false;
  let open = 0;
  for (const word of words.slice(from, at)) {
    if (word === 'CASE') open++;
    if (word === 'END' && open > 0) open--;
  }
  return open > 0;
}

// Where nothing else can stand, the words of joins are names too (parse.y, idj).
function anyNameAt(reader: ScopeReader, at: number): string | null {
  const token = reader.tokens[at];
  const word = reader.words[at] ?? '';
  if (token?.kind === 'word' && joinNames.has(word)) return nameOf(reader.sql, token);
  return nameAt(reader, at);
}

const joinNames = new Set([
  'CROSS',
  'FULL',
  'INDEXED',
  'INNER',
  'LEFT',
  'NATURAL',
  'OUTER',
  'RIGHT',
]);
