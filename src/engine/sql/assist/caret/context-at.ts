// What may be written at the caret, whatever the statement.
import { isName, nameOf } from '../../quote-name.ts';
import { isKeyword } from '../../token.ts';
import type { CaretContext } from './caret-context.ts';
import type { CaretPlace } from './caret-place.ts';
import { definitionContext } from './definition-context.ts';
import { queryContext } from './query-context.ts';

/** The context of a place in a statement. */
export function contextAt({ sql, before, after }: CaretPlace): CaretContext {
  let tokens = before;
  // EXPLAIN QUERY PLAN in front changes nothing.
  if (isKeyword(sql, tokens[0], 'EXPLAIN') && tokens.length > 1) {
    if (isKeyword(sql, tokens[1], 'QUERY') && tokens.length === 2) {
      return { kind: 'words', words: ['PLAN'] };
    }
    tokens = tokens.slice(isKeyword(sql, tokens[1], 'QUERY') ? 3 : 1);
  }
  const last = tokens.at(-1);
  if (last?.kind === 'dot') {
    const qualifier = tokens.at(-2);
    if (!isName(qualifier)) return { kind: 'nothing' };
    const context = contextOf(sql, tokens.slice(0, -2), after);
    const isSource = context.kind === 'source';
    return { kind: 'member', qualifier: nameOf(sql, qualifier), isSource };
  }
  return contextOf(sql, tokens, after);
}

function contextOf(
  sql: string,
  before: CaretPlace['before'],
  after: CaretPlace['after'],
): CaretContext {
  const tokens = { sql, before, after };
  return definitionContext(tokens) ?? queryContext(tokens);
}
