// Lays SQL out anew with a tool that is given, and lets the result count only if nothing but white
// space changed: the same tokens, the same comments, in the same order. Knows no editor.
import { codeSpans } from '../statements/split-statements.ts';
import { isKeyword, meaningfulTokens, type Token, tokenize, tokenText } from '../token.ts';
import { indentLines, joinShortClauses, onOneLine } from './line-breaks.ts';
import { withoutStandIns, withStandIns } from './stand-ins.ts';

export type FormatOutcome =
  | { kind: 'formatted'; sql: string }
  /** `offset` (UTF-16) is where the tool stopped reading; null when it did not say. */
  | { kind: 'refused'; offset: number | null };

/** Lays out statements that are no triggers; throws an Error naming `line 2 column 5` where it can. */
export type LayOut = (sql: string) => string;

/** Characters of a line up to which a clause stays on one line with its keyword. */
const joinedWidth = 60;
const indent = '  ';

/** The text laid out anew, without white space around it; or why not. Never throws. */
export function formatSql(sql: string, layOut: LayOut): FormatOutcome {
  const parts: string[] = [];
  for (const piece of piecesOf(sql)) {
    const outcome = piece.isTrigger ? formatTrigger(piece, layOut) : formatPiece(piece, layOut);
    if (outcome.kind === 'refused') return outcome;
    if (outcome.sql !== '') parts.push(outcome.sql);
  }
  const formatted = parts.join('\n\n');
  return hasSameCode(sql, formatted)
    ? { kind: 'formatted', sql: formatted }
    : { kind: 'refused', offset: null };
}

/** Whether two texts have the same tokens and the same comments, white space apart. */
export function hasSameCode(before: string, after: string): boolean {
  const one = meaningfulTokens(before);
  const other = meaningfulTokens(after);
  if (one.length !== other.length) return false;
  const isSame = one.every((token, position) => {
    const twin = other[position];
    return twin !== undefined && tokenText(before, token) === tokenText(after, twin);
  });
  const comments = commentsOf(before);
  const kept = commentsOf(after);
  return (
    isSame &&
    comments.length === kept.length &&
    comments.every((comment, position) => comment === kept[position])
  );
}

/** Comments without white space: their lines may be indented anew. */
function commentsOf(sql: string): string[] {
  return tokenize(sql)
    .filter(({ kind }) => kind === 'comment')
    .map((token) => tokenText(sql, token).replace(/\s+/g, ''));
}

interface Piece {
  sql: string;
  /** Where it begins in the whole text. */
  start: number;
  isTrigger: boolean;
}

/** Triggers stand alone, for layout tools take the semicolons of their bodies for ends. */
function piecesOf(sql: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, isTrigger: boolean) => {
    if (end > at) pieces.push({ sql: sql.slice(at, end), start: at, isTrigger });
    at = end;
  };
  for (const { start, end } of codeSpans(sql)) {
    if (!beginOfBody(sql.slice(start, end))) continue;
    add(start, false);
    add(end, true);
  }
  add(sql.length, false);
  return pieces;
}

/** The BEGIN of a trigger; null for every other statement. */
function beginOfBody(statement: string): Token | null {
  const tokens = meaningfulTokens(statement);
  const is = (position: number, word: string) => isKeyword(statement, tokens[position], word);
  if (!is(0, 'CREATE')) return null;
  const kind = is(1, 'TEMP') || is(1, 'TEMPORARY') ? 2 : 1;
  if (!is(kind, 'TRIGGER')) return null;
  return tokens.find((_, position) => is(position, 'BEGIN')) ?? null;
}

function formatPiece({ sql, start }: Piece, layOut: LayOut): FormatOutcome {
  try {
    const laidOut = withoutStandIns(layOut(withStandIns(sql)), sql);
    if (laidOut === null) return { kind: 'refused', offset: null };
    return { kind: 'formatted', sql: joinShortClauses(laidOut.trim(), joinedWidth) };
  } catch (thrown) {
    const offset = offsetIn(sql, thrown instanceof Error ? thrown.message : '');
    return { kind: 'refused', offset: offset === null ? null : start + offset };
  }
}

function formatTrigger(piece: Piece, layOut: LayOut): FormatOutcome {
  const begin = beginOfBody(piece.sql);
  const ends = meaningfulTokens(piece.sql).filter((token) => isKeyword(piece.sql, token, 'END'));
  const end = ends.at(-1);
  if (!begin || !end || end.start < begin.end) return formatPiece(piece, layOut);
  const body = formatPiece(
    {
      sql: piece.sql.slice(begin.end, end.start),
      start: piece.start + begin.end,
      isTrigger: false,
    },
    layOut,
  );
  if (body.kind === 'refused') return body;
  const head = onOneLine(piece.sql.slice(0, begin.start));
  const inner = indentLines(body.sql, indent);
  const word = tokenText(piece.sql, begin);
  const tail = piece.sql.slice(end.start).trim();
  return { kind: 'formatted', sql: `${head}\n${word}\n${indent}${inner}\n${tail}` };
}

/** Layout tools speak of lines and columns, counted from 1. */
function offsetIn(sql: string, message: string): number | null {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return null;
  const lines = sql.split('\n').slice(0, Number(line) - 1);
  const before = lines.reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(sql.length, before + Number(column) - 1);
}
