// What a statement does, told from its keywords.
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../token.ts';

export type StatementKind =
  | 'create-table' // virtual tables too
  | 'create-index'
  | 'create-view'
  | 'create-trigger'
  | 'insert' // REPLACE too
  | 'select' // VALUES too
  | 'update'
  | 'delete'
  | 'explain'
  | 'pragma'
  | 'transaction' // BEGIN, COMMIT, END, ROLLBACK, SAVEPOINT, RELEASE
  | 'attach' // DETACH too
  | 'vacuum'
  | 'drop'
  | 'alter'
  | 'analyze'
  | 'other';

/** The kind of the first statement of `sql`; behind WITH it is the kind of the real verb. */
export function statementKind(sql: string): StatementKind {
  return kindOf(sql, meaningfulTokens(sql));
}

/** As `statementKind`, and behind EXPLAIN or EXPLAIN QUERY PLAN the kind of what is explained. */
export function explainedKind(sql: string): StatementKind {
  const tokens = meaningfulTokens(sql);
  const first = firstOf(tokens);
  if (!isKeyword(sql, tokens[first], 'EXPLAIN')) return kindOf(sql, tokens);
  const isPlan = isKeyword(sql, tokens[first + 1], 'QUERY');
  return kindOf(sql, tokens.slice(first + (isPlan ? 3 : 1)));
}

/** True for a statement that only asks; allowed PRAGMAs report. All others may change something. */
export function isQuestion(sql: string): boolean {
  const kind = statementKind(sql);
  return kind === 'select' || kind === 'explain' || kind === 'pragma';
}

/** Index of the token of the statement's verb: past EXPLAIN no, past WITH and its tables yes. */
export function verbIndex(sql: string, tokens: readonly Token[]): number {
  const first = firstOf(tokens);
  if (!isKeyword(sql, tokens[first], 'WITH')) return first;
  let depth = 0;
  for (let index = first + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind === 'open') depth++;
    else if (token?.kind === 'close') depth--;
    else if (depth === 0 && isVerb(sql, token, tokens[index + 1])) return index;
  }
  return first;
}

const verbs: Record<string, StatementKind> = {
  INSERT: 'insert',
  REPLACE: 'insert',
  SELECT: 'select',
  VALUES: 'select',
  UPDATE: 'update',
  DELETE: 'delete',
  EXPLAIN: 'explain',
  PRAGMA: 'pragma',
  BEGIN: 'transaction',
  COMMIT: 'transaction',
  END: 'transaction',
  ROLLBACK: 'transaction',
  SAVEPOINT: 'transaction',
  RELEASE: 'transaction',
  ATTACH: 'attach',
  DETACH: 'attach',
  VACUUM: 'vacuum',
  DROP: 'drop',
  ALTER: 'alter',
  ANALYZE: 'analyze',
};

const created: Record<string, StatementKind> = {
  TABLE: 'create-table',
  INDEX: 'create-index',
  VIEW: 'create-view',
  TRIGGER: 'create-trigger',
};

function kindOf(sql: string, tokens: readonly Token[]): StatementKind {
  const index = verbIndex(sql, tokens);
  const verb = tokens[index];
  if (verb?.kind !== 'word') return 'other';
  if (!isKeyword(sql, verb, 'CREATE')) {
    return verbs[tokenText(sql, verb).toUpperCase()] ?? 'other';
  }
  for (const token of tokens.slice(index + 1)) {
    if (token.kind !== 'word') break;
    const word = tokenText(sql, token).toUpperCase();
    if (['TEMP', 'TEMPORARY', 'UNIQUE', 'VIRTUAL'].includes(word)) continue;
    return created[word] ?? 'other';
  }
  return 'other';
}

// Semicolons alone are no statement for SQLite: it reads on.
function firstOf(tokens: readonly Token[]): number {
  return Math.max(
    tokens.findIndex((token) => token.kind !== 'semicolon'),
    0,
  );
}

// REPLACE may be the name of a common table; as a verb INTO follows it. The others are reserved.
function isVerb(sql: string, token: Token | undefined, next: Token | undefined): boolean {
  if (isKeyword(sql, token, 'REPLACE')) return isKeyword(sql, next, 'INTO');
  return ['SELECT', 'VALUES', 'INSERT', 'UPDATE', 'DELETE'].some((verb) =>
    isKeyword(sql, token, verb),
  );
}
