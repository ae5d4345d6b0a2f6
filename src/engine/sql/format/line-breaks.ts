// Line breaks between tokens: moved, joined, indented. Breaks inside of strings and comments stay.
// Keeps away from grammar, beyond knowing which word begins a clause.
import { isKeyword, type Token, tokenize, tokenText } from '../token.ts';

/** Indents every line but the first. */
export function indentLines(sql: string, indent: string): string {
  if (indent === '') return sql;
  return tokenize(sql)
    .map((token) => {
      const text = tokenText(sql, token);
      if (token.kind === 'comment') return text.replaceAll('\n', `\n${indent}`);
      return token.kind === 'space' ? text.replace(/\n(?!\n)/g, `\n${indent}`) : text;
    })
    .join('');
}

/** White space between tokens as single blanks; a comment keeps the line break behind it. */
export function onOneLine(sql: string): string {
  const tokens = tokenize(sql);
  return tokens
    .map((token, position) => {
      if (token.kind !== 'space') return tokenText(sql, token);
      return tokens[position - 1]?.kind === 'comment' ? '\n' : ' ';
    })
    .join('')
    .trim();
}

/**
 * Puts a clause behind its keyword where it has room: a list as a whole (`SELECT a, b`), a condition
 * with its first line, the others staying under it (`WHERE a = 1`, line break, `  AND b = 2`).
 * @param width characters that a joined line may have
 */
export function joinShortClauses(sql: string, width: number): string {
  const lines = joinFrames(toLines(sql));
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const block = blockUnder(lines, at);
    const count = line.clause === null ? 0 : joinable(line.clause, block);
    const text = [line, ...block.slice(0, count)].map((each) => each.text).join(' ');
    const isJoined = count > 0 && line.indent + text.length <= width;
    joined.push(isJoined ? { ...line, text } : line);
    if (isJoined) at += count;
  }
  return joined.map(({ indent, text }) => ' '.repeat(indent) + text).join('\n');
}

/** The lines under a clause's keyword that are its own. */
function blockUnder(lines: readonly Line[], at: number): Line[] {
  const indent = lines[at]?.indent ?? 0;
  const block: Line[] = [];
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (!line || line.text === '' || line.indent <= indent) break;
    block.push(line);
  }
  return block;
}

/** How many lines of a block may stand behind its keyword: all of a list, the first of a condition. */
function joinable(clause: ClauseKind, block: readonly Line[]): number {
  const [first, second] = block;
  if (!first) return 0;
  if (block.length === 1) return 1;
  if (clause === 'rows' || first.hasComment) return 0;
  if (clause === 'condition') return second && second.indent > first.indent ? 0 : 1;
  const isFlat = block.every(({ indent, hasComment }) => indent === first.indent && !hasComment);
  return isFlat ? block.length : 0;
}

/** A window's `BETWEEN ... AND ...` is no condition: the AND goes back to its line. */
function joinFrames(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above?.isOpenFrame && line.isAnd && !above.hasComment) above.text += ` ${line.text}`;
    else joined.push({ ...line });
  }
  return joined;
}

/** A list of items, conditions joined by AND, or the rows of VALUES. */
type ClauseKind = 'list' | 'condition' | 'rows';

interface Line {
  /** Columns before the text; tabs are not expected. */
  indent: number;
  text: string;
  hasComment: boolean;
  /** Of a line that is nothing but the word that begins a clause. */
  clause: ClauseKind | null;
  /** Ends in the first half of a window's `BETWEEN ... AND ...`. */
  isOpenFrame: boolean;
  isAnd: boolean;
}

const clauseWords: [ClauseKind, RegExp][] = [
  ['list', /^(SELECT( DISTINCT| ALL)?|(GROUP|ORDER|PARTITION) BY|SET|LIMIT|OFFSET|RETURNING)$/i],
  ['condition', /^(FROM|WHERE|HAVING)$/i],
  ['rows', /^(VALUES|(INSERT( OR \w+)?|REPLACE) INTO|WINDOW)$/i],
];

/** Lines as the tokens break them: a string over two lines is one. */
function toLines(sql: string): Line[] {
  const lines: Token[][] = [[]];
  const indents = [0];
  for (const token of tokenize(sql)) {
    const text = tokenText(sql, token);
    if (token.kind === 'space' && text.includes('\n')) {
      const breaks = text.split('\n');
      for (const blank of breaks.slice(1)) {
        lines.push([]);
        indents.push(blank.length);
      }
    } else {
      lines.at(-1)?.push(token);
    }
  }
  return lines.map((tokens, position) => toLine(sql, tokens, indents[position] ?? 0));
}

function toLine(sql: string, tokens: readonly Token[], indent: number): Line {
  const first = tokens[0];
  const last = tokens.at(-1);
  const text = first && last ? sql.slice(first.start, last.end) : '';
  const isFrameWord = ['PRECEDING', 'FOLLOWING', 'ROW'].some((word) => isKeyword(sql, last, word));
  return {
    indent,
    text,
    hasComment: tokens.some(({ kind }) => kind === 'comment'),
    clause: clauseWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
    isOpenFrame: isFrameWord && /\bbetween\b/i.test(text),
    isAnd: isKeyword(sql, first, 'AND'),
  };
}
