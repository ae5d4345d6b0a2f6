// The scopes of a statement: where which sources can be named. Reads from the tokens alone, so that
// half-written statements give what can be read of them; what SQLite will accept is not asked here.
import type { QueryScope } from './query-scope.ts';
import { readClauses } from './read-clauses.ts';
import { beginsClause, readNamedSource } from './read-from.ts';
import { type ReadWith, readArms, readQuery, readWith } from './read-query.ts';
import {
  addScope,
  beginsQuery,
  offsetAt,
  readGroup,
  readGroups,
  type ScopeReader,
} from './scope-reader.ts';
import { statementTokens } from './statement-tokens.ts';

/**
 * The scopes of the first statement behind the offset, parents before what stands in them. Reads
 * behind EXPLAIN, and into CREATE VIEW, CREATE TABLE ... AS and the bodies of triggers; other
 * statements have no scopes. Takes linear time and throws nothing, whatever the text.
 */
export function readScopes(sql: string, from = 0): QueryScope[] {
  const reader: ScopeReader = {
    ...statementTokens(sql, from),
    scopes: [],
    frame: null,
    depth: 0,
    readQuery: (at, until, link) => readQuery(reader, at, until, link),
  };
  readStatement(reader, 0, reader.tokens.length);
  return reader.scopes;
}

const outermost = { parent: null, seesParent: false };

function readStatement(reader: ScopeReader, from: number, until: number): void {
  const { words } = reader;
  let at = from;
  if (words[at] === 'EXPLAIN') at += words[at + 1] === 'QUERY' ? 3 : 1;
  if (words[at] === 'CREATE') {
    readCreate(reader, at, until);
    return;
  }
  reader.frame = null;
  const head =
    words[at] === 'WITH' && beginsQuery(reader, at) ? readWith(reader, at, until, outermost) : null;
  if (head) at = head.at;
  switch (words[at]) {
    case 'INSERT':
    case 'REPLACE':
      readInsert(reader, at, until, head);
      break;
    case 'UPDATE':
    case 'DELETE':
      readChange(reader, at, until, head);
      break;
    default:
      if (head || beginsQuery(reader, at)) readArms(reader, at, until, outermost, head);
  }
  reader.frame = null;
}

/** The scope of a statement that changes a table, at its verb. */
function verbScope(
  reader: ScopeReader,
  kind: QueryScope['kind'],
  at: number,
  until: number,
  head: ReadWith | null,
): { scope: QueryScope; position: number } {
  const scope = head?.scope ?? addScope(reader, kind, at, outermost);
  scope.kind = kind;
  scope.start = offsetAt(reader, at);
  scope.end = offsetAt(reader, until);
  return { scope, position: head?.position ?? reader.scopes.length - 1 };
}

/** UPDATE [OR x] table SET ... and DELETE FROM table ... */
function readChange(reader: ScopeReader, verb: number, until: number, head: ReadWith | null): void {
  const { words } = reader;
  const kind = words[verb] === 'UPDATE' ? 'update' : 'delete';
  const { scope, position } = verbScope(reader, kind, verb, until, head);
  let at = verb + 1;
  if (words[at] === 'OR') at += 2;
  if (words[at] === 'FROM') at++;
  at = readTarget(reader, at, until, scope, position);
  readClauses(reader, at, { until, endsAtReturning: false }, position);
}

// The changed table is always one of the schema, even where a common table has its name.
function readTarget(
  reader: ScopeReader,
  at: number,
  until: number,
  scope: QueryScope,
  position: number,
): number {
  if (beginsClause(reader, at)) return at;
  const list = { sources: scope.sources, position, isGrouped: false, isTarget: true as const };
  return Math.min(readNamedSource(reader, at, until, list, 'first'), until);
}

/** INSERT [OR x] INTO table [AS alias] [(columns)] SELECT ... [ON CONFLICT ...] [RETURNING ...] */
function readInsert(reader: ScopeReader, verb: number, until: number, head: ReadWith | null): void {
  const { words, tokens } = reader;
  const { scope, position } = verbScope(reader, 'insert', verb, until, head);
  let at = verb + 1;
  if (words[at] === 'OR') at += 2;
  if (words[at] === 'INTO') at++;
  at = readTarget(reader, at, until, scope, position);
  const [target] = scope.sources;
  if (tokens[at]?.kind === 'open') at = readGroup(reader, at, position);
  if (words[at] === 'DEFAULT') at += 2;
  else if (beginsQuery(reader, at)) {
    const { frame } = reader;
    const link = { parent: position, seesParent: false };
    const inner = words[at] === 'WITH' ? readWith(reader, at, until, link) : null;
    at = readArms(reader, inner?.at ?? at, until, link, inner, true).at;
    reader.frame = frame;
  }
  const conflict = words.indexOf('CONFLICT', at);
  if (target && conflict >= 0 && conflict < until) {
    let behind = conflict;
    while (behind < until && words[behind] !== 'RETURNING') {
      behind = tokens[behind]?.kind === 'open' ? (reader.closes[behind] ?? until) : behind + 1;
    }
    const start = offsetAt(reader, conflict);
    const end = offsetAt(reader, Math.min(behind, until));
    scope.sources.push({ ...target, alias: 'excluded', join: 'inner', start, end });
  }
  readGroups(reader, at, until, position);
}

function readCreate(reader: ScopeReader, from: number, until: number): void {
  const { words, tokens } = reader;
  const isTrigger = words.slice(from, from + 3).includes('TRIGGER');
  for (let at = from; at < until; at++) {
    if (isTrigger && words[at] === 'BEGIN') {
      readBody(reader, at + 1, until);
      return;
    }
    if (!isTrigger && words[at] === 'AS' && beginsQuery(reader, at + 1)) {
      readQuery(reader, at + 1, until, outermost);
      return;
    }
    // Nothing that makes a scope stands in columns and constraints.
    if (tokens[at]?.kind === 'open') at = reader.closes[at] ?? until;
  }
}

function readBody(reader: ScopeReader, from: number, until: number): void {
  let first = from;
  for (let at = from; at <= until; at++) {
    if (at < until && reader.tokens[at]?.kind !== 'semicolon') continue;
    readStatement(reader, first, at);
    first = at + 1;
  }
}
