// Splits a script at the ends of its statements while parts of it may not compile yet.
// Where every statement compiles, SQLite's own splitting is used instead, and agrees with this one.
import { isKeyword, readToken, type Token } from '../token.ts';

/** A statement of a script: comments before it and the semicolon after it included. */
export interface StatementSpan {
  /** UTF-16 offsets in the script. */
  start: number;
  end: number;
  sql: string;
}

/** All statements of the script. Text without any token (blanks, comments, `;;`) is none. */
export function splitStatements(script: string): StatementSpan[] {
  return codeSpans(script).map(({ start, end, sql }) => ({ start, end, sql }));
}

/** A statement as the cursor sees it. */
export interface CodeSpan extends StatementSpan {
  /** Where the first token stands that is no comment. */
  codeStart: number;
}

// The states follow sqlite3_complete(): inside CREATE TRIGGER a semicolon ends the statement only
// behind END. A semicolon before BEGIN ends it too: such a trigger cannot be valid any more.
type State = 'start' | 'explain' | 'create' | 'plain' | 'trigger' | 'body' | 'body-semicolon';

/** All statements, with the place where the code of each begins. */
export function codeSpans(script: string): CodeSpan[] {
  const found: CodeSpan[] = [];
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  let state: State = 'start';
  let start = -1;
  let codeStart = -1;
  let lastEnd = 0;
  const close = (end: number) => {
    if (codeStart >= 0) found.push({ start, end, sql: script.slice(start, end), codeStart });
    start = -1;
    codeStart = -1;
    state = 'start';
  };
  for (let at = 0; readToken(script, at, token); at = token.end) {
    if (token.kind === 'space') continue;
    if (start < 0) start = token.start;
    if (token.kind === 'comment') continue;
    if (token.kind === 'semicolon') {
      if (state === 'body' || state === 'body-semicolon') state = 'body-semicolon';
      else close(token.end);
    } else {
      if (codeStart < 0) codeStart = token.start;
      state = nextState(script, token, state);
    }
    lastEnd = token.end;
  }
  close(lastEnd);
  return found;
}

function nextState(script: string, token: Token, state: State): State {
  const is = (keyword: string) => isKeyword(script, token, keyword);
  switch (state) {
    case 'start':
      return is('CREATE') ? 'create' : is('EXPLAIN') ? 'explain' : 'plain';
    case 'explain':
      return is('CREATE') ? 'create' : is('QUERY') || is('PLAN') ? 'explain' : 'plain';
    case 'create':
      return is('TRIGGER') ? 'trigger' : is('TEMP') || is('TEMPORARY') ? 'create' : 'plain';
    case 'trigger':
      return is('BEGIN') ? 'body' : 'trigger';
    case 'body-semicolon':
      return is('END') ? 'plain' : 'body';
    default:
      return state;
  }
}
