// Cuts CSV text into rows of fields as its pieces are read, by papaparse, and knows the line of each.
// What the fields mean is not asked; which rows are bad neither, but for their quotation marks.
import Papa from 'papaparse';
import { refusals } from '../../refusals.ts';
import { countBreaks } from '../line-breaks.ts';
import type { TextPiece } from '../read-text.ts';

export interface CsvForm {
  delimiter: string;
  newline: '\n' | '\r';
}

export interface CsvRow {
  /** 1-based line of the file where the row begins. */
  line: number;
  fields: string[];
  /** 'stray': a quotation mark inside a quoted field was not doubled. 'open': one is never closed. */
  quotes: 'sound' | 'stray' | 'open';
  /** Positions of the fields that are empty within quotation marks; null when none is. */
  emptyTexts: readonly number[] | null;
}

/** What Excel takes for the delimiter, in a line of its own before the header. */
export const separatorLine = /^sep=([,;\t|])\r?\n/i;

/** UTF-16 units of one row. */
export const maxRowLength = 64_000_000;

/** The rows of each stretch of the file, blank lines among them, with the bytes that are done. */
export async function* csvRows(
  pieces: AsyncIterable<TextPiece>,
  form: CsvForm,
): AsyncGenerator<{ rows: CsvRow[]; doneBytes: number; hasNul: boolean }> {
  let pending = '';
  let line = 1;
  let wanted = 0;
  for await (const { text, doneBytes, isLast } of pieces) {
    if (line === 1 && pending === '') {
      const { length } = separatorLine.exec(text)?.[0] ?? '';
      pending = text.slice(length);
      if (length > 0) line++;
    } else pending += text;
    // A row longer than all that was read is looked at again only when there is twice as much.
    if (pending.length < wanted && !isLast) continue;
    const { rows, end, endLine } = parseCsv(pending, form, line, isLast);
    if (!isLast && pending.length - end > maxRowLength) {
      throw refusals.longRow(endLine, maxRowLength);
    }
    pending = pending.slice(end);
    line = endLine;
    wanted = pending.length * 2;
    yield { rows, doneBytes, hasNul: text.includes('\0') };
  }
}

/** The rows of a text; the last one only when `isLast`, because it may go on. */
export function parseCsv(
  text: string,
  { delimiter, newline }: CsvForm,
  firstLine: number,
  isLast: boolean,
  most = Number.POSITIVE_INFINITY,
): { rows: CsvRow[]; end: number; endLine: number } {
  const rows: CsvRow[] = [];
  let end = 0;
  let line = firstLine;
  // Only a row that has two marks side by side is looked at for empty texts.
  let pair = nextPair(text, 0);
  const parser = new Papa.Parser({
    delimiter,
    newline,
    step({ data, errors, meta }) {
      // The parser itself hands a list of one row to each step; its types speak of the row.
      const fields = (data as string[][])[0] ?? [];
      const start = end;
      end = meta.cursor;
      // Behind the last line break nothing follows.
      if (start === text.length) return;
      if (newline === '\n') dropCarriageReturn(text, start, end, fields, delimiter);
      const open = errors.some(({ code }) => code === 'MissingQuotes');
      const quotes = open ? 'open' : errors.length > 0 ? 'stray' : 'sound';
      if (pair < start) pair = nextPair(text, start);
      const emptyTexts =
        pair < end && quotes === 'sound' && fields.includes('')
          ? quotedEmpties(text, start, fields, delimiter)
          : null;
      rows.push({ line, fields, quotes, emptyTexts });
      line += countBreaks(text, start, end, newline);
      if (rows.length >= most) parser.abort();
    },
  });
  parser.parse(text, 0, !isLast);
  return { rows, end, endLine: line };
}

function nextPair(text: string, from: number): number {
  const at = text.indexOf('""', from);
  return at < 0 ? text.length : at;
}

/** The parser tells "" from nothing no more: the row that begins at `start` is walked along again. */
function quotedEmpties(
  text: string,
  start: number,
  fields: readonly string[],
  delimiter: string,
): number[] {
  const found: number[] = [];
  let at = start;
  for (const [position, field] of fields.entries()) {
    if (text[at] !== '"') {
      at += field.length + 1;
      continue;
    }
    if (field === '') found.push(position);
    // The marks around it and those that are doubled; blanks may follow before the delimiter.
    const marks = 2 + countBreaks(field, 0, field.length, '"');
    at = text.indexOf(delimiter, at + field.length + marks) + 1;
  }
  return found;
}

/**
 * Lines may end with CR LF, also only some of them: the parser splits at LF, and a CR before it is
 * no part of the last field, unless a quotation holds it.
 */
function dropCarriageReturn(
  text: string,
  start: number,
  end: number,
  fields: string[],
  delimiter: string,
): void {
  const last = fields.at(-1);
  if (!last?.endsWith('\r')) return;
  const stop = text[end - 1] === '\n' ? end - 1 : end;
  const begin = stop - last.length;
  const isBare =
    text.slice(begin, stop) === last && (begin === start || text[begin - 1] === delimiter);
  if (isBare) fields[fields.length - 1] = last.slice(0, -1);
}

/** A line without anything on it. */
export function isBlank({ fields }: CsvRow): boolean {
  return fields.length === 1 && fields[0] === '';
}
