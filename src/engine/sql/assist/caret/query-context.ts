// What may be written at the caret of a SELECT, INSERT, UPDATE or DELETE, by the clause that is open.
import { isReservedWord } from '../../reserved-words.ts';
import { type Token, tokenText } from '../../token.ts';
import type { CaretContext, CaretTokens, OperandContext } from './caret-context.ts';
import { type Frame, openFrame, takesOf, wordAt } from './clause-frame.ts';
import {
  operandWords,
  statementWords,
  wordsBehind,
  wordsBehindJoined,
  wordsBehindSource,
} from './clause-words.ts';

/** The context behind the tokens. */
export function queryContext({ sql, before }: CaretTokens): CaretContext {
  return contextIn(sql, openFrame(sql, before), before);
}

function contextIn(sql: string, frame: Frame, before: readonly Token[]): CaretContext {
  const at = before.length;
  const last = wordAt(sql, before, at - 1);
  const fixed =
    last === 'NOT'
      ? behindNot(sql, before.at(-2))
      : byLastWord(last, wordAt(sql, before, at - 2), frame);
  if (fixed) return fixed;
  switch (frame.clause) {
    case 'start':
      return { kind: 'words', words: statementWords };
    case 'query-start':
      return { kind: 'words', words: ['SELECT', 'VALUES', 'WITH', 'ALL'] };
    case 'with':
      return withContext(frame, last);
    case 'from':
      return { kind: 'source', role: 'read', words: frame.isFirst ? ['SELECT'] : [] };
    case 'joined':
      return {
        kind: 'joined',
        hasCondition: frame.isJoin,
        isAliased: frame.isAliased,
        words: (frame.isJoin ? wordsBehindJoined : wordsBehindSource).filter(
          (word) => word !== 'AS' || !frame.isAliased,
        ),
      };
    case 'write-target':
      return { kind: 'source', role: 'write', words: frame.verb === 'update' ? ['OR'] : [] };
    case 'written-target':
      return { kind: 'words', words: behindTarget[frame.verb ?? 'select'] };
    case 'set':
    case 'names':
      return columnNames(frame);
    case 'using':
      return frame.isComplete
        ? { kind: 'words', words: frame.isFirst ? [] : wordsBehindSource }
        : { kind: 'shared-columns' };
    case 'conflict':
      return { kind: 'words', words: ['DO NOTHING', 'DO UPDATE SET'] };
    case 'cast':
      return frame.isComplete ? { kind: 'words', words: ['AS'] } : operand(frame);
    case 'unknown':
      return { kind: 'nothing' };
    default:
      return frame.isComplete
        ? { kind: 'words', words: [...caseWords(frame), ...wordsBehind[frame.clause]] }
        : operand(frame);
  }
}

function caseWords({ cases }: Frame): string[] {
  return cases > 0 ? ['WHEN', 'THEN', 'ELSE', 'END'] : [];
}

const behindTarget = {
  select: [],
  insert: ['VALUES', 'SELECT', 'DEFAULT VALUES', 'AS', 'WITH'],
  update: ['SET', 'AS', 'INDEXED BY', 'NOT INDEXED'],
  delete: ['WHERE', 'RETURNING', 'AS', 'INDEXED BY', 'NOT INDEXED'],
};

// `a NOT` goes on with an operator; `WHERE NOT` with an operand.
function behindNot(sql: string, token: Token | undefined): CaretContext | null {
  const isOperand =
    token?.kind === 'word'
      ? !isReservedWord(tokenText(sql, token))
      : token !== undefined && !['operator', 'open', 'comma'].includes(token.kind);
  return isOperand ? { kind: 'words', words: ['IN', 'LIKE', 'BETWEEN', 'GLOB', 'NULL'] } : null;
}

/** What the last word alone decides; null where the clause does. */
function byLastWord(last: string, previous: string, frame: Frame): CaretContext | null {
  const words = (...each: string[]): CaretContext => ({ kind: 'words', words: each });
  switch (last) {
    case 'AS':
      if (frame.clause === 'cast') return { kind: 'type', words: [] };
      return frame.clause === 'with' ? words('MATERIALIZED', 'NOT MATERIALIZED') : nothing;
    case 'GROUP':
    case 'ORDER':
    case 'PARTITION':
      return words('BY');
    case 'INDEXED':
      return words('BY');
    case 'BY':
      return previous === 'INDEXED' ? { kind: 'index', table: frame.table } : null;
    case 'ON':
      return frame.clause === 'on' ? null : words('CONFLICT');
    case 'COLLATE':
      return { kind: 'collation' };
    case 'INSERT':
      return words('INTO', 'OR');
    case 'REPLACE':
      return frame.verb === 'insert' ? words('INTO') : null;
    case 'DELETE':
      return words('FROM');
    case 'OR':
      if (previous === 'INSERT' || previous === 'UPDATE') {
        return words('REPLACE', 'IGNORE', 'ABORT', 'FAIL', 'ROLLBACK');
      }
      return null;
    case 'IS':
      return words('NULL', 'NOT NULL', 'NOT', 'DISTINCT FROM', 'NOT DISTINCT FROM');
    case 'LEFT':
    case 'RIGHT':
    case 'FULL':
      return words('JOIN', 'OUTER JOIN');
    case 'INNER':
    case 'CROSS':
    case 'OUTER':
      return words('JOIN');
    case 'NATURAL':
      return words('JOIN', 'LEFT JOIN');
    case 'NULLS':
      return words('FIRST', 'LAST');
    case 'DO':
      return words('NOTHING', 'UPDATE SET');
    case 'EXPLAIN':
      return words('QUERY PLAN', 'SELECT');
    case 'OVER':
      return { kind: 'window' };
    default:
      return null;
  }
}

const nothing: CaretContext = { kind: 'nothing' };

function withContext(frame: Frame, last: string): CaretContext {
  if (last === 'WITH') return { kind: 'words', words: ['RECURSIVE'] };
  if (!frame.isComplete) return nothing;
  return { kind: 'words', words: ['AS', 'SELECT', 'INSERT INTO', 'UPDATE', 'DELETE FROM'] };
}

function columnNames(frame: Frame): CaretContext {
  if (frame.isComplete) return nothing;
  return {
    kind: 'column-names',
    columns: frame.table === null ? null : { table: frame.table },
    taken: frame.names,
    isWritten: true,
    words: [],
  };
}

function operand(frame: Frame): OperandContext {
  const { clause } = frame;
  return {
    kind: 'operand',
    takes: takesOf(frame),
    takesResultNames: clause === 'order-by' || clause === 'group-by' || clause === 'having',
    isJoinCondition: clause === 'on' && frame.isFirst,
    // The numbers of LIMIT know no rows.
    columns: clause === 'limit' ? { names: [] } : null,
    words: [
      ...(clause === 'select' && frame.isFirst ? ['DISTINCT', 'ALL'] : []),
      ...(clause === 'group' && frame.isFirst
        ? ['SELECT', 'DISTINCT', 'PARTITION BY', 'ORDER BY', 'WITH']
        : []),
      ...(frame.cases > 0 ? ['WHEN'] : []),
      ...operandWords,
    ],
  };
}
