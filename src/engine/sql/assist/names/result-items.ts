// The items of a SELECT's list: stars, columns as they are, and what is computed, with their names.
import { isName, nameOf } from '../../quote-name.ts';
import { isReservedWord } from '../../reserved-words.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../token.ts';

export type ResultItem =
  /** `*`, or `t.*` */
  | { kind: 'star'; qualifier: string | null }
  /** A column under its own or another name. */
  | { kind: 'column'; name: string; qualifier: string | null; column: string }
  /** Anything else; null without a name of its own. */
  | { kind: 'computed'; name: string | null };

const endWords = 'FROM WHERE GROUP HAVING WINDOW ORDER LIMIT UNION INTERSECT EXCEPT'.split(' ');

/** Null where the text does not begin with SELECT: VALUES, a join in parentheses. */
export function resultItems(select: string): ResultItem[] | null {
  const tokens = meaningfulTokens(select);
  if (!isKeyword(select, tokens[0], 'SELECT')) return null;
  let from = 1;
  while (isKeyword(select, tokens[from], 'DISTINCT') || isKeyword(select, tokens[from], 'ALL')) {
    from++;
  }
  const items: ResultItem[] = [];
  let depth = 0;
  for (let at = from; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'open') depth++;
    else if (token?.kind === 'close') depth--;
    const isEnd =
      !token ||
      depth < 0 ||
      (depth === 0 && endWords.some((word) => isKeyword(select, token, word)));
    if (isEnd || (depth === 0 && token.kind === 'comma')) {
      if (at > from) items.push(itemOf(select, tokens.slice(from, at)));
      from = at + 1;
    }
    if (isEnd) break;
  }
  return items;
}

function itemOf(sql: string, tokens: readonly Token[]): ResultItem {
  const alias = aliasOf(sql, tokens);
  const body = tokens.slice(0, tokens.length - (alias?.length ?? 0));
  const isPath = body.every((token, at) => (at % 2 === 1 ? token.kind === 'dot' : true));
  const last = body.at(-1);
  const qualifierToken = body.at(-3);
  const qualifier = isName(qualifierToken) ? nameOf(sql, qualifierToken) : null;
  if (isPath && last) {
    if (tokenText(sql, last) === '*') return { kind: 'star', qualifier };
    const isColumn =
      last.kind === 'quoted' || (last.kind === 'word' && !isReservedWord(tokenText(sql, last)));
    if (isColumn) {
      const column = nameOf(sql, last);
      return { kind: 'column', name: alias?.name ?? column, qualifier, column };
    }
  }
  return { kind: 'computed', name: alias?.name ?? null };
}

/** `AS name`, or a name right behind an operand. `length` in tokens. */
function aliasOf(sql: string, tokens: readonly Token[]): { name: string; length: number } | null {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (!isName(last) || !before) return null;
  if (isKeyword(sql, before, 'AS')) return { name: nameOf(sql, last), length: 2 };
  if (last.kind === 'word' && isReservedWord(tokenText(sql, last))) return null;
  const endsOperand =
    before.kind === 'word'
      ? !isReservedWord(tokenText(sql, before)) || /^(END|NULL)$/i.test(tokenText(sql, before))
      : ['quoted', 'string', 'number', 'blob', 'variable', 'close'].includes(before.kind);
  return endsOperand ? { name: nameOf(sql, last), length: 1 } : null;
}
