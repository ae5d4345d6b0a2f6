// What may be written at the caret of CREATE, ALTER, DROP and their like. Queries inside of them
// (views, the statements of triggers) are read as queries.
import { isName, nameOf } from '../../quote-name.ts';
import { usablePragmas } from '../../statements/statement-refusal.ts';
import { isKeyword, type Token, tokenText } from '../../token.ts';
import type { CaretContext, CaretTokens, ColumnPlace, OperandContext } from './caret-context.ts';
import { columnConstraintWords, operandWords, tableConstraintWords } from './clause-words.ts';
import { queryContext } from './query-context.ts';

const nothing: CaretContext = { kind: 'nothing' };
const words = (...each: string[]): CaretContext => ({ kind: 'words', words: each });

/** Null where the statement is a query or a change of rows. */
export function definitionContext(tokens: CaretTokens): CaretContext | null {
  const { sql, before } = tokens;
  const is = (at: number, keyword: string) => isKeyword(sql, before[at], keyword);
  if (is(0, 'DROP')) return dropContext(tokens);
  if (is(0, 'ALTER')) return alterContext(tokens);
  if (is(0, 'ANALYZE') || is(0, 'REINDEX')) {
    return before.length === 1 ? { kind: 'source', role: 'write', words: [] } : nothing;
  }
  if (is(0, 'PRAGMA')) return pragmaContext(tokens);
  if (['ATTACH', 'DETACH', 'SAVEPOINT'].some((keyword) => is(0, keyword))) return nothing;
  if (!is(0, 'CREATE')) return null;
  let at = 1;
  while (is(at, 'TEMP') || is(at, 'TEMPORARY') || is(at, 'UNIQUE') || is(at, 'VIRTUAL')) at++;
  if (at >= before.length) {
    return is(at - 1, 'UNIQUE')
      ? words('INDEX')
      : words('TABLE', 'INDEX', 'UNIQUE INDEX', 'VIEW', 'TRIGGER', 'TEMP');
  }
  const head = before.length === at + 1 ? words('IF NOT EXISTS') : null;
  if (is(at, 'INDEX')) return head ?? indexContext(tokens, at + 1);
  if (is(at, 'TRIGGER')) return head ?? triggerContext(tokens);
  const as = bodyAt(sql, before);
  if (as !== null) return queryContext({ ...tokens, before: before.slice(as + 1) });
  if (is(at, 'TABLE')) return head ?? tableContext(tokens);
  return head ?? (is(at, 'VIEW') && before.length > at + 1 ? words('AS SELECT') : nothing);
}

/** Position of the AS that a query follows, outside of parentheses. */
function bodyAt(sql: string, tokens: readonly Token[]): number | null {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    else if (depth === 0 && isKeyword(sql, token, 'AS')) return at;
  }
  return null;
}

function indexContext({ sql, before }: CaretTokens, from: number): CaretContext {
  const on = before.findIndex((token, at) => at >= from && isKeyword(sql, token, 'ON'));
  if (on < 0) return words('ON');
  const table = before[on + 1];
  if (!table) return { kind: 'source', role: 'parent', words: [] };
  const columns = { table: isName(table) ? nameOf(sql, table) : '' };
  const open = before[on + 2];
  if (!open) return nothing;
  const inside = openParentheses(before.slice(on + 2));
  const last = before.at(-1);
  if (isKeyword(sql, last, 'COLLATE')) return { kind: 'collation' };
  const isStart = last?.kind === 'open' || last?.kind === 'comma' || last?.kind === 'operator';
  if (inside > 0) {
    return isStart ? rowOperand(columns) : words('COLLATE', 'ASC', 'DESC', 'COLLATE NOCASE');
  }
  if (last?.kind === 'close' && !before.some((token) => isKeyword(sql, token, 'WHERE'))) {
    return words('WHERE');
  }
  return isStart || isOperatorWord(sql, last)
    ? rowOperand(columns)
    : words('AND', 'OR', 'IS NULL', 'IS NOT NULL', 'IN', 'LIKE', 'BETWEEN');
}

function openParentheses(tokens: readonly Token[]): number {
  return tokens.reduce(
    (depth, { kind }) => (kind === 'open' ? depth + 1 : kind === 'close' ? depth - 1 : depth),
    0,
  );
}

function isOperatorWord(sql: string, token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    /^(WHERE|AND|OR|NOT|IN|LIKE|GLOB|BETWEEN|IS|WHEN|THEN|ELSE|CASE)$/i.test(tokenText(sql, token))
  );
}

function rowOperand(columns: ColumnPlace | null): OperandContext {
  return {
    kind: 'operand',
    takes: 'row',
    takesResultNames: false,
    isJoinCondition: false,
    columns,
    words: operandWords,
  };
}

/** CREATE TRIGGER before its body: the statements in it are read by themselves. */
function triggerContext({ sql, before }: CaretTokens): CaretContext {
  const find = (keyword: string) => before.findIndex((token) => isKeyword(sql, token, keyword));
  const last = before.at(-1);
  const on = find('ON');
  if (find('WHEN') >= 0) {
    return isOperatorWord(sql, last) || last?.kind === 'operator' || last?.kind === 'open'
      ? rowOperand({ names: [] })
      : words('BEGIN', 'AND', 'OR', 'IS NOT', 'IS NULL');
  }
  if (on >= 0) {
    if (on === before.length - 1) return { kind: 'source', role: 'any', words: [] };
    return isKeyword(sql, last, 'ROW')
      ? words('WHEN', 'BEGIN')
      : words('FOR EACH ROW', 'WHEN', 'BEGIN');
  }
  if (isKeyword(sql, last, 'OF') && find('UPDATE') >= 0) return nothing;
  if (['DELETE', 'INSERT', 'UPDATE'].some((event) => isKeyword(sql, last, event))) {
    return words('ON', 'OF');
  }
  if (['BEFORE', 'AFTER', 'OF'].some((when) => isKeyword(sql, last, when))) {
    return words('INSERT', 'UPDATE', 'DELETE');
  }
  return find('OF') >= 0
    ? words('ON')
    : words('BEFORE', 'AFTER', 'INSTEAD OF', 'INSERT', 'UPDATE', 'DELETE');
}

const tablePragmas = new Set(
  'foreign_key_list foreign_key_check index_list integrity_check quick_check table_info table_xinfo'.split(
    ' ',
  ),
);

/** PRAGMAs that can be used, and what those that report are asked about. */
function pragmaContext({ sql, before }: CaretTokens): CaretContext {
  const [, token, open] = before;
  if (!token) return words(...usablePragmas);
  if (open?.kind !== 'open' || before.length > 3) return nothing;
  const name = tokenText(sql, token).toLowerCase();
  if (tablePragmas.has(name)) return { kind: 'source', role: 'any', words: [] };
  return /^index_x?info$/.test(name) ? { kind: 'index', table: null } : nothing;
}

function dropContext({ sql, before }: CaretTokens): CaretContext {
  const is = (at: number, keyword: string) => isKeyword(sql, before[at], keyword);
  if (before.length === 1) return words('TABLE', 'INDEX', 'VIEW', 'TRIGGER');
  const isNamed = before.length === 2 || (before.length === 4 && is(3, 'EXISTS'));
  if (!isNamed) return nothing;
  if (is(1, 'INDEX')) return { kind: 'index', table: null };
  const condition = before.length === 2 ? ['IF EXISTS'] : [];
  if (is(1, 'TABLE')) return { kind: 'source', role: 'parent', words: condition };
  return is(1, 'VIEW') ? { kind: 'source', role: 'any', words: condition } : nothing;
}

function alterContext({ sql, before }: CaretTokens): CaretContext {
  const last = before.at(-1);
  const table = before[2];
  if (before.length === 1) return words('TABLE');
  if (!table) return { kind: 'source', role: 'parent', words: [] };
  if (before.length === 3) return words('RENAME TO', 'RENAME COLUMN', 'ADD COLUMN', 'DROP COLUMN');
  const isOfTable = isKeyword(sql, last, 'COLUMN') && !isKeyword(sql, before[3], 'ADD');
  if (isOfTable && isName(table)) {
    return {
      kind: 'column-names',
      columns: { table: nameOf(sql, table) },
      taken: [],
      isWritten: false,
      words: [],
    };
  }
  if (isKeyword(sql, before[3], 'ADD')) return columnDefinition(sql, before.slice(4), []);
  return nothing;
}

/** CREATE TABLE: columns with their constraints, and constraints of the table. */
function tableContext({ sql, before, after }: CaretTokens): CaretContext {
  const open = before.findIndex(({ kind }) => kind === 'open');
  if (open < 0) return nothing;
  const body = before.slice(open + 1);
  const depth = openParentheses(before.slice(open));
  if (depth === 0) return words('STRICT', 'WITHOUT ROWID');
  const own = columnsOfBody(sql, [...body, ...after]);
  let from = 0;
  let level = 0;
  for (const [at, { kind }] of body.entries()) {
    if (kind === 'open') level++;
    else if (kind === 'close') level--;
    else if (kind === 'comma' && level === 0) from = at + 1;
  }
  return columnDefinition(sql, body.slice(from), own);
}

/** Names of the columns that the text defines. */
function columnsOfBody(sql: string, body: readonly Token[]): string[] {
  const names: string[] = [];
  let level = 0;
  let isStart = true;
  for (const token of body) {
    if (token.kind === 'open') level++;
    else if (token.kind === 'close' && --level < 0) break;
    const isConstraint =
      token.kind === 'word' &&
      /^(PRIMARY|UNIQUE|CHECK|FOREIGN|CONSTRAINT)$/i.test(tokenText(sql, token));
    if (isStart && level === 0 && isName(token) && !isConstraint) names.push(nameOf(sql, token));
    isStart = level === 0 && token.kind === 'comma';
  }
  return names;
}

/** Behind the tokens of one item of a CREATE TABLE. */
function columnDefinition(sql: string, item: readonly Token[], own: string[]): CaretContext {
  const last = item.at(-1);
  const is = (token: Token | undefined, ...any: string[]) =>
    any.some((keyword) => isKeyword(sql, token, keyword));
  if (!last) return words(...tableConstraintWords);
  const open = innermostOpen(item);
  if (open !== null) return insideParenthesis(sql, item, open, own);
  if (is(last, 'REFERENCES')) return { kind: 'source', role: 'parent', words: [] };
  if (is(last, 'COLLATE')) return { kind: 'collation' };
  if (is(last, 'DEFAULT')) {
    return words('NULL', 'TRUE', 'FALSE', 'CURRENT_TIMESTAMP', 'CURRENT_DATE', 'CURRENT_TIME');
  }
  if (is(last, 'NOT')) return words('NULL');
  if (is(last, 'PRIMARY', 'FOREIGN')) return words('KEY');
  if (is(last, 'ON')) return words('DELETE', 'UPDATE', 'CONFLICT');
  if (is(last, 'CONFLICT')) return words('REPLACE', 'IGNORE', 'ABORT', 'FAIL', 'ROLLBACK');
  if (is(last, 'DELETE', 'UPDATE')) {
    return words('CASCADE', 'SET NULL', 'SET DEFAULT', 'RESTRICT', 'NO ACTION');
  }
  if (is(last, 'GENERATED')) return words('ALWAYS AS');
  if (is(item[0], 'FOREIGN') && last.kind === 'close') {
    return item.some((token) => is(token, 'REFERENCES'))
      ? words('ON DELETE', 'ON UPDATE', 'DEFERRABLE INITIALLY DEFERRED')
      : words('REFERENCES');
  }
  if (is(item[0], 'CONSTRAINT')) {
    return item.length === 2 ? words(...tableConstraintWords) : nothing;
  }
  if (is(item[0], 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN')) return words('ON CONFLICT');
  if (item.length === 1) return { kind: 'type', words: columnConstraintWords };
  return words(...columnConstraintWords, ...(is(last, 'AS') ? [] : ['STORED', 'VIRTUAL']));
}

function innermostOpen(tokens: readonly Token[]): number | null {
  const open: number[] = [];
  for (const [at, { kind }] of tokens.entries()) {
    if (kind === 'open') open.push(at);
    else if (kind === 'close') open.pop();
  }
  return open.at(-1) ?? null;
}

function insideParenthesis(
  sql: string,
  item: readonly Token[],
  open: number,
  own: string[],
): CaretContext {
  const head = item[open - 1];
  const previous = item[open - 2];
  const last = item.at(-1);
  const isStart = last?.kind === 'open' || last?.kind === 'comma';
  const names = item
    .slice(open + 1)
    .filter(isName)
    .map((token) => nameOf(sql, token));
  const list = (columns: ColumnPlace): CaretContext =>
    isStart
      ? { kind: 'column-names', columns, taken: names, isWritten: false, words: [] }
      : words('COLLATE', 'ASC', 'DESC');
  if (isKeyword(sql, previous, 'REFERENCES') && isName(head)) {
    return list({ table: nameOf(sql, head) });
  }
  if (isKeyword(sql, head, 'KEY') || isKeyword(sql, head, 'UNIQUE')) return list({ names: own });
  const isExpression = item
    .slice(0, open)
    .some((token) => ['CHECK', 'AS', 'DEFAULT'].some((word) => isKeyword(sql, token, word)));
  if (!isExpression) return nothing;
  return isStart || last?.kind === 'operator' || isOperatorWord(sql, last)
    ? rowOperand({ names: own })
    : words('AND', 'OR', 'IN', 'LIKE', 'BETWEEN', 'IS NULL', 'IS NOT NULL', 'NOT');
}
