// The CHECK constraints of a table: the one thing of its definition that no PRAGMA tells.
import { isKeyword, meaningfulTokens } from '../sql/token.ts';

/** Expressions of all CHECKs, of columns and of the table, as written, without parentheses. */
export function checkExpressions(createTableSql: string): string[] {
  const tokens = meaningfulTokens(createTableSql);
  const expressions: string[] = [];
  let depth = 0;
  let start: number | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') {
      // CHECK is reserved: at this depth it can only be the constraint.
      const isCheck = depth === 1 && isKeyword(createTableSql, tokens[index - 1], 'CHECK');
      if (isCheck) start = token.end;
      depth++;
    } else if (token.kind === 'close') {
      depth--;
      if (depth !== 1 || start === null) continue;
      expressions.push(createTableSql.slice(start, token.start).trim());
      start = null;
    }
  }
  return expressions;
}
