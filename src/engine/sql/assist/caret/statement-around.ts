// Cuts out the statement that the caret stands in; those in a trigger's body stand by themselves.
import { codeSpans } from '../../statements/split-statements.ts';
import { isKeyword, meaningfulTokens, readToken, type Token } from '../../token.ts';

export interface StatementText {
  /** UTF-16 offset in the whole text. */
  start: number;
  sql: string;
  /** In a trigger and its body: CREATE TRIGGER up to BEGIN, else ''. */
  header: string;
}

/** From the end of the statement before the caret on; blank where nothing is written yet. */
export function statementAround(text: string, offset: number): StatementText {
  let start = 0;
  for (const span of codeSpans(text)) {
    // Behind its semicolon the caret stands in the next one; a trigger goes on up to its END.
    const isOpen =
      text.charAt(span.end - 1) !== ';' || (isTrigger(span.sql) && !/\bEND\s*;$/i.test(span.sql));
    if (offset < span.end || isOpen) {
      const end = Math.max(span.end, offset);
      return insideTrigger(text.slice(start, end), start, offset - start);
    }
    start = span.end;
  }
  return { start, sql: text.slice(start), header: '' };
}

function insideTrigger(sql: string, start: number, caret: number): StatementText {
  const whole = { start, sql, header: '' };
  if (!isTrigger(sql)) return whole;
  const tokens = meaningfulTokens(sql);
  const begin = tokens.find((token) => isKeyword(sql, token, 'BEGIN'));
  const header = sql.slice(0, begin?.start);
  if (!begin || begin.end > caret) return { ...whole, header };
  const semicolons = tokens.filter(({ kind, end }) => kind === 'semicolon' && end > begin.end);
  const from = semicolons.findLast(({ end }) => end <= caret)?.end ?? begin.end;
  const to = semicolons.find(({ end }) => end > caret)?.start ?? sql.length;
  return { start: start + from, sql: sql.slice(from, to), header };
}

// CREATE [TEMP] TRIGGER; reads no further than the third token.
function isTrigger(sql: string): boolean {
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  let count = 0;
  for (let at = 0; count < 3 && readToken(sql, at, token); at = token.end) {
    if (token.kind === 'space' || token.kind === 'comment') continue;
    if (count === 0 && !isKeyword(sql, token, 'CREATE')) return false;
    if (isKeyword(sql, token, 'TRIGGER')) return true;
    count++;
  }
  return false;
}
