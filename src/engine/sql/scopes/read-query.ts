// Reads queries: WITH and its common tables, SELECT with its compounds, VALUES.
import { foldName } from '../../../lib/sql-name.ts';
import type { CommonTable, QueryScope } from './query-scope.ts';
import { readClauses } from './read-clauses.ts';
import { itemName, resultItems } from './result-items.ts';
import {
  addScope,
  isNoName,
  maxDepth,
  nameAt,
  offsetAt,
  readGroup,
  type ScopeLink,
  type ScopeReader,
} from './scope-reader.ts';

/** A WITH that was read: its tables, and the scope that was kept for what stands behind it. */
export interface ReadWith {
  at: number;
  scope: QueryScope;
  position: number;
}

/** Reads a query with its WITH; the tables of the WITH are out of reach behind it. */
export function readQuery(
  reader: ScopeReader,
  from: number,
  until: number,
  link: ScopeLink,
): { first: number; at: number } {
  const outer = reader.frame;
  const head = reader.words[from] === 'WITH' ? readWith(reader, from, until, link) : null;
  const result = readArms(reader, head?.at ?? from, until, link, head);
  reader.frame = outer;
  return result;
}

/**
 * Reads all arms of a compound, each into a scope of its own, the first into the one that a WITH
 * kept. `endsAtReturning`: for the SELECT of an INSERT.
 */
export function readArms(
  reader: ScopeReader,
  from: number,
  until: number,
  link: ScopeLink,
  head: ReadWith | null,
  endsAtReturning = false,
): { first: number; at: number } {
  const first = head?.position ?? reader.scopes.length;
  let kept = head?.scope ?? null;
  let at = from;
  while (at < until) {
    const word = reader.words[at] ?? '';
    if (word === 'SELECT' || word === 'VALUES') {
      const scope = kept ?? addScope(reader, 'select', at, link);
      const position = kept ? first : reader.scopes.length - 1;
      kept = null;
      scope.kind = 'select';
      scope.start = offsetAt(reader, at);
      scope.commonTables = head?.scope.commonTables ?? [];
      at = readArm(reader, at, { until, endsAtReturning }, position);
      scope.end = offsetAt(reader, at);
    } else if (endsAtReturning && (word === 'RETURNING' || word === 'ON')) {
      break;
    } else if (reader.tokens[at]?.kind === 'open') {
      at = readGroup(reader, at, link.parent);
    } else {
      at++;
    }
  }
  // Nothing stands behind the WITH yet.
  if (kept) kept.end = offsetAt(reader, Math.min(at, until));
  if (first === reader.scopes.length) addScope(reader, 'select', from, link);
  return { first, at: Math.min(at, until) };
}

function readArm(
  reader: ScopeReader,
  verb: number,
  limits: { until: number; endsAtReturning: boolean },
  position: number,
): number {
  const { words } = reader;
  let from = verb + 1;
  if (words[from] === 'DISTINCT' || words[from] === 'ALL') from++;
  const { at, head } = readClauses(reader, from, limits, position);
  const scope = reader.scopes[position];
  if (!scope) return at;
  if (words[verb] === 'VALUES') scope.whereAt = null;
  else {
    scope.items = resultItems(reader, from, head);
    scope.columns = scope.items.flatMap((item) => itemName(item) ?? []);
  }
  return at;
}

/** Reads WITH and makes its tables those in reach. The caller puts the frame before it back. */
export function readWith(
  reader: ScopeReader,
  at: number,
  until: number,
  link: ScopeLink,
): ReadWith {
  const scope = addScope(reader, 'select', at, link);
  const position = reader.scopes.length - 1;
  const found = findTables(reader, at + 1, until);
  scope.commonTables = found.tables.map(({ table }) => table);
  const open = new Set<CommonTable>();
  const tables = new Map(scope.commonTables.map((table) => [foldName(table.name), table]));
  reader.frame = { tables, open, outer: reader.frame };
  // All names of one WITH can be used in all of its bodies.
  for (const { table, body } of found.tables) {
    if (body === null || reader.depth >= maxDepth) continue;
    open.add(table);
    reader.depth++;
    const close = Math.min(reader.closes[body] ?? until, until);
    const query = readQuery(reader, body + 1, close, { parent: position, seesParent: false });
    table.scope = query.first;
    reader.depth--;
    open.delete(table);
  }
  scope.start = offsetAt(reader, found.at);
  scope.end = scope.start;
  return { at: found.at, scope, position };
}

interface FoundTable {
  table: CommonTable;
  /** The parenthesis before its body; null where none stands yet. */
  body: number | null;
}

// name [(columns)] AS [[NOT] MATERIALIZED] (body), ...
function findTables(
  reader: ScopeReader,
  from: number,
  until: number,
): { tables: FoundTable[]; at: number } {
  const { tokens, words } = reader;
  const tables: FoundTable[] = [];
  let at = from;
  if (words[at] === 'RECURSIVE' && words[at + 1] !== 'AS' && tokens[at + 1]?.kind !== 'open') at++;
  while (at < until) {
    const name = nameAt(reader, at);
    if (name === null) break;
    at++;
    let columns: string[] | null = null;
    if (tokens[at]?.kind === 'open' && at < until) {
      const close = Math.min(reader.closes[at] ?? until, until);
      columns = listedNames(reader, at + 1, close);
      at = close + 1;
    }
    while (['AS', 'NOT', 'MATERIALIZED'].includes(words[at] ?? '') && at < until) at++;
    const table: CommonTable = { name, columns, scope: null, isRecursive: false };
    const hasBody = at < until && tokens[at]?.kind === 'open';
    tables.push({ table, body: hasBody ? at : null });
    if (hasBody) at = (reader.closes[at] ?? until) + 1;
    if (tokens[at]?.kind !== 'comma' || at >= until) break;
    at++;
  }
  return { tables, at: Math.min(at, until) };
}

function listedNames(reader: ScopeReader, from: number, until: number): string[] {
  const names: string[] = [];
  for (let at = from; at < until; at++) {
    if (reader.tokens[at]?.kind === 'comma' || isNoName(reader.words[at] ?? '')) continue;
    const name = nameAt(reader, at);
    if (name !== null) names.push(name);
  }
  return names;
}
