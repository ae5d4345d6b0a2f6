// Reads one clause of a CREATE TABLE statement: of a column, or of the table behind its columns.
// What becomes of it is decided elsewhere (read-constraints); SQLite has accepted the statement.
import { nameOf } from '../../../sql/quote-name.ts';
import { isKeyword, type Token } from '../../../sql/token.ts';
import type { ClauseCursor } from './clause-cursor.ts';

export type ClauseKind =
  | 'not-null'
  | 'null'
  | 'primary-key'
  | 'unique'
  | 'check'
  | 'foreign-key'
  | 'default'
  | 'collate'
  | 'generated';

/** A column of a key. */
export interface KeyTerm {
  name: string;
  /** What is written behind it: 'DESC', 'COLLATE NOCASE'; '' where nothing is. */
  order: string;
}

/** A clause of a column, or a constraint of the table. Offsets are UTF-16, `end` exclusive. */
export interface TableClause {
  kind: ClauseKind;
  /** Of `CONSTRAINT name` directly before it. */
  name: string | null;
  start: number;
  end: number;
  /** The column that it is part of, or those in its own parentheses: of a key of the table. */
  terms: KeyTerm[];
  /** The expression of a CHECK or a generated column, without its parentheses. */
  expression: Token[];
  /** Its own ON CONFLICT clause, in capitals. */
  conflict: string | null;
  /** A foreign key that is checked at COMMIT. */
  isDeferred: boolean;
  isAutoincrement: boolean;
}

/** First match counts. */
const beginnings: readonly [ClauseKind, readonly string[]][] = [
  ['not-null', ['NOT', 'NULL']],
  ['null', ['NULL']],
  ['primary-key', ['PRIMARY', 'KEY']],
  ['unique', ['UNIQUE']],
  ['check', ['CHECK']],
  ['foreign-key', ['FOREIGN', 'KEY']],
  ['foreign-key', ['REFERENCES']],
  ['default', ['DEFAULT']],
  ['collate', ['COLLATE']],
  ['generated', ['GENERATED', 'ALWAYS', 'AS']],
  ['generated', ['AS']],
];

/**
 * Goes behind the clause that stands here; null when there is none. `name`: of CONSTRAINT before it;
 * `column`: the one that it is part of, null for a constraint of the table.
 */
export function readClause(
  cursor: ClauseCursor,
  name: string | null,
  column: string | null,
): TableClause | null {
  const start = cursor.start();
  const [kind] = beginnings.find(([, words]) => cursor.skip(...words)) ?? [];
  if (!kind) return null;
  const clause: TableClause = {
    kind,
    name,
    start,
    end: start,
    terms: column === null ? [] : [{ name: column, order: '' }],
    expression: [],
    conflict: null,
    isDeferred: false,
    isAutoincrement: false,
  };
  readBody(cursor, clause, column === null);
  clause.conflict = readConflict(cursor);
  if (kind === 'primary-key' && cursor.skip('AUTOINCREMENT')) clause.isAutoincrement = true;
  clause.end = cursor.end();
  return clause;
}

function readBody(cursor: ClauseCursor, clause: TableClause, isOfTable: boolean): void {
  switch (clause.kind) {
    case 'check':
      clause.expression = cursor.group();
      return;
    case 'generated':
      clause.expression = cursor.group();
      if (!cursor.skip('STORED')) cursor.skip('VIRTUAL');
      return;
    case 'default':
      readDefault(cursor);
      return;
    case 'collate':
      cursor.take();
      return;
    case 'foreign-key':
      if (isOfTable) {
        readTerms(cursor, clause);
        cursor.skip('REFERENCES');
      }
      clause.isDeferred = readReference(cursor);
      return;
    case 'primary-key':
    case 'unique':
      if (isOfTable) readTerms(cursor, clause);
      else readDirection(cursor, clause);
      return;
    case 'not-null':
    case 'null':
      return;
  }
}

function readConflict(cursor: ClauseCursor): string | null {
  return cursor.skip('ON', 'CONFLICT') ? cursor.take().toUpperCase() : null;
}

/** The columns in the parentheses that open here. */
function readTerms(cursor: ClauseCursor, clause: TableClause): void {
  const { sql } = cursor;
  const terms: Token[][] = [[]];
  let depth = 0;
  for (const token of cursor.group()) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    // PRIMARY KEY (id AUTOINCREMENT) says it behind its column.
    if (isKeyword(sql, token, 'AUTOINCREMENT')) clause.isAutoincrement = true;
    else if (token.kind === 'comma' && depth === 0) terms.push([]);
    else terms.at(-1)?.push(token);
  }
  clause.terms = terms.flatMap(([name, ...behind]) => {
    const order = sql.slice(behind[0]?.start ?? 0, behind.at(-1)?.end ?? 0);
    return name ? [{ name: nameOf(sql, name), order }] : [];
  });
}

function readDirection(cursor: ClauseCursor, clause: TableClause): void {
  const direction = ['ASC', 'DESC'].find((word) => cursor.skip(word));
  if (direction) clause.terms = clause.terms.map((term) => ({ ...term, order: direction }));
}

function readDefault(cursor: ClauseCursor): void {
  if (cursor.here()?.kind === 'open') {
    cursor.group();
    return;
  }
  if (cursor.here()?.kind === 'operator') cursor.take();
  cursor.take();
}

/** Behind REFERENCES: the parent, what follows it, and when it is checked. */
function readReference(cursor: ClauseCursor): boolean {
  cursor.take();
  if (cursor.here()?.kind === 'open') cursor.group();
  while (!cursor.isEnd()) {
    if (cursor.skip('MATCH')) cursor.take();
    else if (cursor.is('ON') && !cursor.is('CONFLICT', 1)) {
      cursor.skip('ON');
      cursor.take();
      const isOfTwo =
        cursor.skip('SET', 'NULL') || cursor.skip('SET', 'DEFAULT') || cursor.skip('NO', 'ACTION');
      if (!isOfTwo) cursor.take();
    } else break;
  }
  const isOff = cursor.is('NOT');
  if (!cursor.skip('NOT', 'DEFERRABLE') && !cursor.skip('DEFERRABLE')) return false;
  if (!cursor.skip('INITIALLY')) return false;
  const isDeferred = cursor.is('DEFERRED');
  cursor.take();
  return isDeferred && !isOff;
}
