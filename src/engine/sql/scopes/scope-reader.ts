// What the readers of scopes share while they walk over a statement: its tokens, the scopes found so
// far and the common tables in reach. The walk itself stands in the files named after the clauses.

import { foldName } from '../../../lib/sql-name.ts';
import { nameOf } from '../quote-name.ts';
import type { CommonTable, QueryScope } from './query-scope.ts';
import type { StatementTokens } from './statement-tokens.ts';

/** How a scope hangs under the one that it stands in. */
export type ScopeLink = Pick<QueryScope, 'parent' | 'seesParent'>;

/** The common tables of one WITH, and those of the statements around it. */
export interface WithFrame {
  tables: Map<string, CommonTable>;
  /** Those whose bodies are being read. */
  open: Set<CommonTable>;
  outer: WithFrame | null;
}

export interface ScopeReader extends StatementTokens {
  scopes: QueryScope[];
  frame: WithFrame | null;
  /** Parentheses around the place that is being read. */
  depth: number;
  /**
   * Reads the WITH, SELECT or VALUES between two tokens. Returns the position of its first scope
   * and the index of the token that it ended at.
   */
  readQuery(at: number, until: number, link: ScopeLink): { first: number; at: number };
}

/** SQLite itself refuses expressions deeper than 1,000; what stands deeper than this is not read. */
export const maxDepth = 250;

/** Adds an empty scope that begins at a token. */
export function addScope(
  reader: ScopeReader,
  kind: QueryScope['kind'],
  at: number,
  link: ScopeLink,
): QueryScope {
  const start = offsetAt(reader, at);
  const scope: QueryScope = {
    kind,
    start,
    end: start,
    ...link,
    sources: [],
    where: null,
    whereAt: null,
    items: [],
    columns: [],
    commonTables: [],
  };
  reader.scopes.push(scope);
  return scope;
}

/** UTF-16 offset at which the token begins; behind the last one the end of the statement. */
export function offsetAt({ tokens, end }: ScopeReader, index: number): number {
  return tokens[index]?.start ?? end;
}

/** UTF-16 offset behind the token before this one. */
export function endBefore({ tokens }: ScopeReader, index: number): number {
  return tokens[index - 1]?.end ?? 0;
}

/** The span of the tokens from `first` to before `until`; empty behind the token before, for none. */
export function spanOf(
  reader: ScopeReader,
  first: number,
  until: number,
): { start: number; end: number } {
  const end = endBefore(reader, Math.max(first, until));
  return { start: until > first ? offsetAt(reader, first) : end, end };
}

/** The name that a token stands for; null when it cannot be one. */
export function nameAt(reader: ScopeReader, index: number): string | null {
  const token = reader.tokens[index];
  if (token?.kind === 'quoted' || token?.kind === 'string') return nameOf(reader.sql, token);
  if (token?.kind !== 'word' || isNoName(reader.words[index] ?? '')) return null;
  return nameOf(reader.sql, token);
}

/** The common table of this name that is in reach, innermost first. */
export function findCommonTable(reader: ScopeReader, name: string): CommonTable | null {
  const folded = foldName(name);
  for (let frame = reader.frame; frame; frame = frame.outer) {
    const found = frame.tables.get(folded);
    if (!found) continue;
    if (frame.open.has(found)) found.isRecursive = true;
    return found;
  }
  return null;
}

/** True where a query begins: SELECT, VALUES, or a WITH that names a table. */
export function beginsQuery({ words, tokens }: ScopeReader, index: number): boolean {
  const word = words[index];
  if (word === 'SELECT' || word === 'VALUES') return true;
  // WITH alone may be a column's name.
  return (
    word === 'WITH' && (tokens[index + 1]?.kind === 'word' || tokens[index + 1]?.kind === 'quoted')
  );
}

/** Looks for queries in a parenthesis of an expression; returns the index behind it. */
export function readGroup(reader: ScopeReader, open: number, parent: number | null): number {
  const close = reader.closes[open] ?? reader.tokens.length;
  if (reader.depth < maxDepth) {
    reader.depth++;
    if (beginsQuery(reader, open + 1)) {
      const { at } = reader.readQuery(open + 1, close, { parent, seesParent: parent !== null });
      readGroups(reader, at, close, parent);
    } else {
      readGroups(reader, open + 1, close, parent);
    }
    reader.depth--;
  }
  return close + 1;
}

/** Looks for queries in all parentheses between two tokens. */
export function readGroups(
  reader: ScopeReader,
  from: number,
  until: number,
  parent: number | null,
): void {
  for (let at = from; at < until; ) {
    at = reader.tokens[at]?.kind === 'open' ? readGroup(reader, at, parent) : at + 1;
  }
}

// Words that the grammar never takes for a name (parse.y: all that have no fallback to ID), in the
// places where sources and aliases stand.
const reserved = new Set(
  `ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE CROSS
  DEFAULT DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM FULL GROUP HAVING
  IN INDEX INDEXED INNER INSERT INTERSECT INTO IS ISNULL JOIN LEFT LIMIT NATURAL NOT NOTHING NOTNULL
  NULL ON OR ORDER OUTER PRIMARY REFERENCES RETURNING RIGHT SELECT SET TABLE THEN TO TRANSACTION
  UNION UNIQUE UPDATE USING VALUES WHEN WHERE`.split(/\s+/),
);

/** True for a word (in capitals) that cannot be a name without quotes. */
export function isNoName(word: string): boolean {
  return reserved.has(word);
}
