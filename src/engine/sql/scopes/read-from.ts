// Reads FROM clauses: the sources, their aliases, and how they are joined.
// What stands in the conditions is read only as far as queries stand in it.
import type { QueryScope, ScopeSource } from './query-scope.ts';
import {
  addScope,
  beginsQuery,
  findCommonTable,
  maxDepth,
  nameAt,
  offsetAt,
  readGroup,
  readGroups,
  type ScopeReader,
  spanOf,
} from './scope-reader.ts';

/** Words that end a FROM clause at its own level; WINDOW and ON CONFLICT are told by what follows. */
const clauseWords = new Set(
  `FROM WHERE GROUP HAVING ORDER LIMIT RETURNING UNION INTERSECT EXCEPT SELECT VALUES SET`.split(
    ' ',
  ),
);

const joinWords = new Set(['NATURAL', 'LEFT', 'RIGHT', 'FULL', 'OUTER', 'INNER', 'CROSS', 'JOIN']);

/** True for a token that begins another clause of the same statement, or another arm. */
export function beginsClause({ words, tokens }: ScopeReader, index: number): boolean {
  const word = words[index] ?? '';
  if (word === 'WINDOW') return words[index + 2] === 'AS' && tokens[index + 3]?.kind === 'open';
  if (word === 'ON') return words[index + 1] === 'CONFLICT';
  if (word === 'GROUP') return words[index - 1] !== 'WITHIN';
  if (word !== 'FROM') return clauseWords.has(word);
  // IS [NOT] DISTINCT FROM
  const isOperator = words[index - 1] === 'DISTINCT' && /^(IS|NOT)$/.test(words[index - 2] ?? '');
  return !isOperator;
}

/** Reads the sources behind FROM into the scope at `position`; returns the index behind them. */
export function readFrom(
  reader: ScopeReader,
  from: number,
  until: number,
  position: number,
): number {
  const sources = reader.scopes[position]?.sources ?? [];
  return readList(reader, from, until, { sources, position, isGrouped: false });
}

interface List {
  sources: ScopeSource[];
  /** Of the scope that the list belongs to. */
  position: number;
  isGrouped: boolean;
  /** The table that a statement changes: never a common table or a function. */
  isTarget?: true;
}

function readList(reader: ScopeReader, from: number, until: number, list: List): number {
  let join: ScopeSource['join'] = list.sources.length === 0 ? 'first' : 'inner';
  let at = from;
  while (at < until && !beginsClause(reader, at)) {
    const before = list.sources.length;
    at = readItem(reader, at, until, list, join);
    const item = list.sources[before];
    // Whatever stands before the next comma or join: a condition, or what cannot be understood.
    at = readCondition(reader, at, until, list.position, item);
    join = 'inner';
    if (reader.tokens[at]?.kind === 'comma') at++;
    else {
      const operator = readJoin(reader, at, until);
      join = operator.join;
      at = operator.at;
    }
  }
  return at;
}

function readJoin(
  { words }: ScopeReader,
  from: number,
  until: number,
): { join: ScopeSource['join']; at: number } {
  let join: ScopeSource['join'] = 'inner';
  let at = from;
  while (at < until && joinWords.has(words[at] ?? '')) {
    const word = words[at++];
    if (word === 'LEFT') join = join === 'right' ? 'full' : 'left';
    else if (word === 'RIGHT') join = join === 'left' ? 'full' : 'right';
    else if (word === 'FULL') join = 'full';
    else if (word === 'JOIN') break;
  }
  return { join, at };
}

/** Reads one item with its alias and hint. Adds nothing where none stands. */
function readItem(
  reader: ScopeReader,
  from: number,
  until: number,
  list: List,
  join: ScopeSource['join'],
): number {
  if (reader.tokens[from]?.kind === 'open') return readParenthesis(reader, from, until, list, join);
  return readNamedSource(reader, from, until, list, join);
}

/** A table or function by its name, with alias and hint; also the table that a statement changes. */
export function readNamedSource(
  reader: ScopeReader,
  from: number,
  until: number,
  list: List,
  join: ScopeSource['join'],
): number {
  const { tokens } = reader;
  let at = from;
  let name = from < until ? nameAt(reader, at) : null;
  if (name === null) return at;
  at++;
  let schema: string | null = null;
  if (tokens[at]?.kind === 'dot' && at < until) {
    schema = name;
    name = nameAt(reader, at + 1);
    at += name === null ? 1 : 2;
  }
  const source = emptySource(join, list.isGrouped);
  const canBeCommon = schema === null && !list.isTarget;
  const common = canBeCommon && name !== null ? findCommonTable(reader, name) : null;
  source.kind = common ? 'common-table' : 'table';
  source.name = name ?? '';
  source.schema = schema;
  if (tokens[at]?.kind === 'open' && at < until && !list.isTarget) {
    source.kind = 'function';
    at = readGroup(reader, at, list.position);
  }
  // The alias of a changed table needs its AS (parse.y, xfullname): INSERT INTO t WITH ... has none.
  if (!list.isTarget || reader.words[at] === 'AS') at = readAlias(reader, at, until, source);
  Object.assign(source, spanOf(reader, from, Math.min(at, until)));
  list.sources.push(source);
  return readHint(reader, at);
}

function readHint({ words }: ScopeReader, at: number): number {
  if (words[at] === 'INDEXED' && words[at + 1] === 'BY') return at + 3;
  if (words[at] === 'NOT' && words[at + 1] === 'INDEXED') return at + 2;
  return at;
}

function readAlias(reader: ScopeReader, at: number, until: number, source: ScopeSource): number {
  if (at >= until) return at;
  if (reader.words[at] === 'AS') {
    const alias = at + 1 < until ? nameAt(reader, at + 1) : null;
    source.alias = alias;
    return alias === null ? at + 1 : at + 2;
  }
  if (beginsClause(reader, at)) return at;
  const alias = nameAt(reader, at);
  if (alias === null) return at;
  source.alias = alias;
  return at + 1;
}

function readParenthesis(
  reader: ScopeReader,
  open: number,
  until: number,
  list: List,
  join: ScopeSource['join'],
): number {
  const close = Math.min(reader.closes[open] ?? until, until);
  const source = emptySource(join, list.isGrouped);
  source.kind = 'subquery';
  let inner: ScopeSource[] | null = null;
  if (reader.depth < maxDepth) {
    reader.depth++;
    const link = { parent: list.position, seesParent: false };
    if (beginsQuery(reader, open + 1)) {
      const query = reader.readQuery(open + 1, close, link);
      source.scope = query.first;
      readGroups(reader, query.at, close, list.position);
    } else {
      inner = [];
      const nested = { sources: inner, position: list.position, isGrouped: true };
      readGroups(reader, readList(reader, open + 1, close, nested), close, list.position);
    }
    reader.depth--;
  }
  const at = readAlias(reader, close + 1, until, source);
  Object.assign(source, spanOf(reader, open, Math.min(at, until)));
  if (inner) addGroup(reader, list, source, inner, close);
  else list.sources.push(source);
  return Math.min(at, until);
}

// As SQLite does it (parse.y, seltablist): one item in parentheses is that item; a join with an
// alias is a subquery over all of its columns; without alias its sources are those of the statement.
function addGroup(
  reader: ScopeReader,
  list: List,
  group: ScopeSource,
  inner: ScopeSource[],
  close: number,
): void {
  const [first] = inner;
  if (!first) return;
  const isAlone = inner.length === 1;
  if (isAlone || group.alias === null) {
    first.join = group.join;
    // Behind another item, SQLite forgets the alias within: in a JOIN (b AS c) there is no c.
    const keepsAlias = !isAlone || (list.sources.length === 0 && group.alias === null);
    if (!keepsAlias) first.alias = group.alias;
    for (const source of inner) source.isGrouped = list.isGrouped || !isAlone;
    list.sources.push(...inner);
    return;
  }
  const scope: QueryScope = addScope(reader, 'select', close, {
    parent: list.position,
    seesParent: false,
  });
  scope.start = group.start;
  scope.end = offsetAt(reader, close);
  scope.sources = inner;
  scope.items = [{ kind: 'star', qualifier: null }];
  scope.columns = ['*'];
  group.scope = reader.scopes.length - 1;
  list.sources.push(group);
}

/** Goes to the next comma, join or clause, and notes the condition behind ON. */
function readCondition(
  reader: ScopeReader,
  from: number,
  until: number,
  position: number,
  source: ScopeSource | undefined,
): number {
  const { tokens, words } = reader;
  const hasOn = words[from] === 'ON' && !beginsClause(reader, from);
  let at = from;
  while (at < until && tokens[at]?.kind !== 'comma' && !beginsClause(reader, at)) {
    if (tokens[at]?.kind === 'open') at = readGroup(reader, at, position);
    // A word such as LEFT before a parenthesis is a function.
    else if (joinWords.has(words[at] ?? '') && !isFunction(reader, at)) break;
    else at++;
  }
  at = Math.min(at, until);
  if (hasOn && source) source.on = spanOf(reader, from + 1, at);
  return at;
}

function isFunction({ tokens, words }: ScopeReader, at: number): boolean {
  return words[at] !== 'JOIN' && tokens[at + 1]?.kind === 'open';
}

function emptySource(join: ScopeSource['join'], isGrouped: boolean): ScopeSource {
  return {
    kind: 'table',
    name: null,
    schema: null,
    alias: null,
    join,
    start: 0,
    end: 0,
    on: null,
    scope: null,
    isGrouped,
  };
}
