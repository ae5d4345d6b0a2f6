// The clause that stands open in each parenthesis of a SELECT, INSERT, UPDATE or DELETE. One pass over
// the tokens; what is not understood is passed over.
import { isName, nameOf } from '../../quote-name.ts';
import { isReservedWord } from '../../reserved-words.ts';
import { type Token, tokenText } from '../../token.ts';
import type { OperandContext } from './caret-context.ts';
import type { ExpressionClause } from './clause-words.ts';

/** Where the text stands that a parenthesis encloses. */
export interface Frame {
  clause:
    | ExpressionClause
    | 'start'
    | 'query-start'
    | 'with'
    | 'from'
    | 'joined'
    | 'names'
    | 'using'
    | 'set'
    | 'write-target'
    | 'written-target'
    | 'conflict'
    | 'cast'
    | 'unknown';
  /** An operand, or whatever the clause asks for, stands right before. */
  isComplete: boolean;
  /** Nothing of the clause is written yet. */
  isFirst: boolean;
  /** A JOIN, not a comma, brought in the last source. */
  isJoin: boolean;
  /** The last source has its alias. */
  isAliased: boolean;
  /** The table of the last source or of the statement. */
  table: string | null;
  verb: 'select' | 'insert' | 'update' | 'delete' | null;
  /** Names in a list of names so far. */
  names: string[];
  /** What can be computed in a parenthesis of an expression. */
  takes: OperandContext['takes'];
  /** CASEs without their END. */
  cases: number;
}

function newFrame(clause: Frame['clause'], parts: Partial<Frame> = {}): Frame {
  return {
    clause,
    isComplete: false,
    isFirst: true,
    isJoin: false,
    isAliased: false,
    table: null,
    verb: null,
    names: [],
    takes: 'result',
    cases: 0,
    ...parts,
  };
}

/** The innermost parenthesis that is open behind the tokens, or the statement itself. */
export function openFrame(sql: string, tokens: readonly Token[]): Frame {
  const frames: Frame[] = [newFrame('start')];
  for (const [at, token] of tokens.entries()) {
    const frame = frames.at(-1);
    if (!frame) break;
    if (token.kind === 'open') frames.push(openedBy(sql, tokens, at, frame));
    else if (token.kind === 'close') closeFrame(frames);
    else take(sql, tokens, at, frame);
  }
  return frames.at(-1) ?? newFrame('unknown');
}

/** The word at a position in capitals; '' for what is none. */
export const wordAt = (sql: string, tokens: readonly Token[], at: number) => {
  const token = tokens[at];
  return token?.kind === 'word' ? tokenText(sql, token).toUpperCase() : '';
};

function openedBy(sql: string, tokens: readonly Token[], at: number, frame: Frame): Frame {
  const word = wordAt(sql, tokens, at - 1);
  if (word === 'CAST') return newFrame('cast', { takes: frame.takes });
  if (frame.clause === 'using') return newFrame('using');
  if (frame.clause === 'written-target' || frame.clause === 'conflict' || frame.clause === 'set') {
    return newFrame('names', { table: frame.table });
  }
  if (frame.clause === 'with') {
    return word === 'AS' || word === 'MATERIALIZED' ? newFrame('query-start') : newFrame('unknown');
  }
  if (frame.clause === 'from') return newFrame('from');
  return newFrame('group', { takes: frame.clause === 'joined' ? 'row' : takesOf(frame) });
}

function closeFrame(frames: Frame[]): void {
  if (frames.length > 1) frames.pop();
  const frame = frames.at(-1);
  if (!frame) return;
  frame.isComplete = true;
  frame.isFirst = false;
  if (frame.clause === 'from') {
    frame.clause = 'joined';
    frame.isAliased = false;
  }
}

const joinParts = new Set(['LEFT', 'RIGHT', 'FULL', 'INNER', 'CROSS', 'NATURAL', 'OUTER']);
const valueWords = new Set([
  'NULL',
  'TRUE',
  'FALSE',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'CURRENT_TIMESTAMP',
  'END',
  'ISNULL',
  'NOTNULL',
]);

function enter(frame: Frame, clause: Frame['clause']): void {
  frame.clause = clause;
  frame.isComplete = false;
  frame.isFirst = true;
}

// Words that begin a clause, wherever the parenthesis stands.
const clauseOf: Record<string, Frame['clause']> = {
  SELECT: 'select',
  WHERE: 'where',
  GROUP: 'group-by',
  HAVING: 'having',
  ORDER: 'order-by',
  LIMIT: 'limit',
  WINDOW: 'window',
  RETURNING: 'returning',
  VALUES: 'values',
  WITH: 'with',
};

const verbOf = {
  DELETE: 'delete',
  INSERT: 'insert',
  REPLACE: 'insert',
  UPDATE: 'update',
} as const;

function take(sql: string, tokens: readonly Token[], at: number, frame: Frame): void {
  const token = tokens[at];
  if (!token) return;
  const word = wordAt(sql, tokens, at);
  const isMember = tokens[at - 1]?.kind === 'dot';
  if (token.kind === 'comma') takeComma(frame);
  else if (token.kind === 'dot') {
    if (frame.clause === 'joined') frame.clause = 'from';
    if (frame.clause === 'written-target') frame.clause = 'write-target';
    frame.isComplete = false;
  } else if (word !== '' && !isMember && takeKeyword(sql, tokens, at, word, frame)) {
    return;
  } else if (token.kind === 'operator') takeOperator(sql, token, frame);
  else takeOperand(sql, token, frame);
}

function takeComma(frame: Frame): void {
  frame.isComplete = false;
  if (frame.clause === 'joined' || frame.clause === 'on') {
    enter(frame, 'from');
    frame.isJoin = false;
  } else if (frame.clause === 'set-value') enter(frame, 'set');
  else frame.isFirst = false;
}

function takeOperator(sql: string, token: Token, frame: Frame): void {
  const text = tokenText(sql, token);
  if (frame.clause === 'set' && text.startsWith('=')) enter(frame, 'set-value');
  else {
    // A star is an operand where one is missing: SELECT *, count(*).
    frame.isComplete = text === '*' && !frame.isComplete;
    frame.isFirst = false;
  }
}

function takeOperand(sql: string, token: Token, frame: Frame): void {
  if (frame.clause === 'from') {
    frame.clause = 'joined';
    frame.isAliased = false;
    if (isName(token)) frame.table = nameOf(sql, token);
  } else if (frame.clause === 'joined') {
    frame.isAliased = true;
  } else if (frame.clause === 'write-target') {
    frame.clause = 'written-target';
    if (isName(token)) frame.table = nameOf(sql, token);
  }
  if (isName(token)) frame.names.push(nameOf(sql, token));
  frame.isComplete = true;
  frame.isFirst = false;
}

/** True when the word was understood as a keyword. */
function takeKeyword(
  sql: string,
  tokens: readonly Token[],
  at: number,
  word: string,
  frame: Frame,
): boolean {
  const last = wordAt(sql, tokens, at - 1);
  // replace(...) and the like are functions.
  if (tokens[at + 1]?.kind === 'open' && /^(REPLACE|LIKE|GLOB|IF|LEFT|RIGHT)$/.test(word)) {
    return false;
  }
  if (word === 'DELETE' || word === 'INSERT' || word === 'REPLACE' || word === 'UPDATE') {
    if (frame.clause !== 'start' && frame.clause !== 'with' && frame.clause !== 'query-start') {
      if (word === 'UPDATE' && last === 'DO') return true;
      return isReservedWord(word);
    }
    frame.verb = verbOf[word];
    enter(frame, word === 'UPDATE' ? 'write-target' : 'unknown');
    return true;
  }
  if (word === 'FROM') {
    const isOperator = last === 'DISTINCT' && !frame.isFirst && frame.clause !== 'select';
    if (isOperator) frame.isComplete = false;
    else enter(frame, frame.verb === 'delete' && frame.table === null ? 'write-target' : 'from');
    frame.isJoin = false;
    return true;
  }
  if (word === 'INTO') {
    enter(frame, 'write-target');
    return true;
  }
  if (word === 'SET') {
    enter(frame, 'set');
    return true;
  }
  if (word === 'UNION' || word === 'INTERSECT' || word === 'EXCEPT') {
    enter(frame, 'query-start');
    return true;
  }
  const clause = clauseOf[word];
  if (clause) {
    enter(frame, clause);
    frame.verb ??= word === 'SELECT' || word === 'VALUES' ? 'select' : null;
    if (word === 'SELECT') frame.takes = 'result';
    return true;
  }
  return takeWordInClause(word, last, frame);
}

function takeWordInClause(word: string, last: string, frame: Frame): boolean {
  if (word === 'JOIN') {
    enter(frame, 'from');
    frame.isJoin = true;
    return true;
  }
  if (joinParts.has(word) && (frame.clause === 'joined' || frame.clause === 'on')) return true;
  if (word === 'ON' && (frame.clause === 'joined' || frame.clause === 'using')) {
    enter(frame, 'on');
    return true;
  }
  if (word === 'USING' && frame.clause === 'joined') {
    enter(frame, 'using');
    return true;
  }
  if (word === 'CONFLICT' && last === 'ON') {
    enter(frame, 'conflict');
    return true;
  }
  // In `GROUP BY` and `ORDER BY` nothing is written yet; `PARTITION BY` goes on with operands.
  if (word === 'BY' || word === 'DISTINCT' || word === 'ALL') {
    frame.isComplete = false;
    return true;
  }
  if (word === 'CASE') frame.cases++;
  if (word === 'END' && frame.cases > 0) frame.cases--;
  if (valueWords.has(word)) {
    frame.isComplete = true;
    frame.isFirst = false;
    return true;
  }
  if (!isReservedWord(word)) return false;
  frame.isComplete = word === 'ASC' || word === 'DESC' || word === 'FIRST' || word === 'LAST';
  frame.isFirst = false;
  return true;
}

/** What can be computed in the clause. */
export function takesOf(frame: Frame): OperandContext['takes'] {
  switch (frame.clause) {
    case 'select':
    case 'order-by':
      return 'result';
    case 'having':
      return 'aggregate';
    case 'group':
    case 'cast':
      return frame.takes;
    default:
      return 'row';
  }
}
