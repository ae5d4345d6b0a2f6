// Rows of any format as values by column, with the ones that cannot be taken told apart.
// How they are stored is decided by whoever loads them.
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { RowsOptions, TextEncoding } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { FileSource } from '../file-source.ts';
import { readText } from '../read-text.ts';
import type { BadRows } from './bad-rows.ts';
import { type CsvRow, csvRows, isBlank } from './csv-rows.ts';
import { detectNewline } from './csv-shape.ts';
import { type JsonColumns, type JsonKind, jsonRows } from './json-rows.ts';
import { toSqlValue } from './json-values.ts';

export interface FileRow {
  line: number;
  /** Texts as they stand in a CSV file; values of JSON. */
  values: SqlValue[];
  /** Positions that hold an empty text where an empty field is NULL. */
  emptyTexts: readonly number[] | null;
}

export interface RowStretch {
  rows: FileRow[];
  doneBytes: number;
}

/** What was noticed along the way, told once at the end. */
export interface RowNotes {
  blankLines: number;
  strayQuotes: { count: number; line: number };
  hasNul: boolean;
}

export function createRowNotes(): RowNotes {
  return { blankLines: 0, strayQuotes: { count: 0, line: 0 }, hasNul: false };
}

export interface CsvReading {
  encoding: TextEncoding;
  options: RowsOptions;
  /** Fields of a sound row. */
  width: number;
  /** The beginning of the file, by which its line ends are known. */
  beginning: string;
}

/** The rows of a CSV file without its header. Ragged rows go to `bad`. */
export async function* csvFileRows(
  source: FileSource,
  { encoding, options, width, beginning }: CsvReading,
  bad: BadRows,
  notes: RowNotes,
): AsyncGenerator<RowStretch> {
  const form = { delimiter: options.delimiter, newline: detectNewline(beginning) };
  let isHeader = options.hasHeader;
  for await (const stretch of csvRows(readText(source, encoding), form)) {
    notes.hasNul ||= stretch.hasNul;
    const rows: FileRow[] = [];
    for (const row of stretch.rows) {
      if (isBlank(row) && (width > 1 || isHeader)) {
        notes.blankLines++;
      } else if (isHeader) {
        isHeader = false;
      } else {
        const reason = raggedReason(row, width);
        if (reason !== null) bad.add(row.line, reason, row.fields.join(options.delimiter));
        else rows.push({ line: row.line, values: row.fields, emptyTexts: row.emptyTexts });
        if (row.quotes === 'stray' && reason === null) noteStray(notes, row.line);
      }
    }
    yield { rows, doneBytes: stretch.doneBytes };
  }
}

function noteStray({ strayQuotes }: RowNotes, line: number): void {
  if (strayQuotes.count === 0) strayQuotes.line = line;
  strayQuotes.count++;
}

/** Why a row cannot be taken; null when it has as many fields as expected. */
export function raggedReason({ fields, quotes }: CsvRow, width: number): string | null {
  if (quotes === 'open') {
    return 'A quotation mark that opens a field here is never closed: the rest of the file was read as this row.';
  }
  if (fields.length === width) return null;
  const stray = quotes === 'stray' ? ' A quotation mark inside a quoted field is not doubled.' : '';
  return `It has ${formatCountOf(fields.length, 'field')} where ${formatCount(width)} ${width === 1 ? 'is' : 'are'} expected.${stray}`;
}

/** The rows of a JSON file; those without their columns go to `bad`. */
export async function* jsonFileRows(
  source: FileSource,
  encoding: TextEncoding,
  kind: JsonKind,
  columns: JsonColumns,
  bad: BadRows,
): AsyncGenerator<RowStretch> {
  for await (const { rows, doneBytes } of jsonRows(source, encoding, kind)) {
    const taken: FileRow[] = [];
    for (const each of rows) {
      if (!('row' in each)) {
        bad.add(each.number, each.reason, each.excerpt);
        continue;
      }
      if (each.number === columns.headerRow) continue;
      const values = columns.valuesOf(each.row);
      if (typeof values === 'string') bad.add(each.number, values, String(toSqlValue(each.row)));
      else taken.push({ line: each.number, values, emptyTexts: null });
    }
    yield { rows: taken, doneBytes };
  }
}

/** The notes as warnings for the user. */
export function noteWarnings({ blankLines, strayQuotes, hasNul }: RowNotes): string[] {
  return [
    ...(blankLines > 0
      ? [
          `${formatCountOf(blankLines, 'blank line')} ${blankLines === 1 ? 'was' : 'were'} passed over.`,
        ]
      : []),
    ...(strayQuotes.count > 0
      ? [
          `${formatCountOf(strayQuotes.count, 'row')} had quotation marks inside quoted fields that are not doubled; they were read as part of the text (first in line ${formatCount(strayQuotes.line)}).`,
        ]
      : []),
    ...(hasNul
      ? [
          'Some texts hold NUL characters. They are kept, but many programs show only what stands before.',
        ]
      : []),
  ];
}
