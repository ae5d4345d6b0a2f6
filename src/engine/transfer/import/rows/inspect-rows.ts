// Looks at the beginning of a file of rows: how it is written, its columns and types, a preview.
// Loads nothing.
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import {
  previewRows,
  type RowsColumn,
  type RowsFileReport,
  type RowsOptions,
  type TextEncoding,
} from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';
import { importLimits, refusals } from '../../refusals.ts';
import { encodingWarnings } from '../encoding-warnings.ts';
import type { FileSource } from '../file-source.ts';
import { inEncoding, readText } from '../read-text.ts';
import { type BadRows, createBadRows } from './bad-rows.ts';
import { columnNames } from './column-names.ts';
import { columnType, toValue } from './column-types.ts';
import { type CsvRow, csvRows, isBlank } from './csv-rows.ts';
import { detectDelimiter, detectHeader, detectNewline, usualWidth } from './csv-shape.ts';
import {
  createRowNotes,
  jsonFileRows,
  noteWarnings,
  type RowNotes,
  raggedReason,
} from './file-rows.ts';
import { type JsonKind, readJsonColumns, rowUnit } from './json-rows.ts';
import { jsonColumnType } from './json-values.ts';

/** Rows that types are told by. */
const typedRows = 1000;
/** As much is read at most until there are as many. */
const inspectedBytes = 16_777_216;

export interface RowsFile {
  kind: 'csv' | JsonKind;
  encoding: TextEncoding;
}

/** A file of nothing else is reported, so that a user may say that its line is a row. */
const onlyHeader = 'The file has only a header: no row of data follows it.';

/** Inspects the file; `wanted` are options that the user changed. Throws refusals. */
export async function inspectRows(
  source: FileSource,
  { kind, encoding }: RowsFile,
  wanted?: RowsOptions,
): Promise<RowsFileReport> {
  const { sizeBytes } = source;
  if (sizeBytes > importLimits.rows) {
    throw refusals.tooLarge('a file of rows', sizeBytes, importLimits.rows);
  }
  return inEncoding(encoding, (known) =>
    kind === 'csv' ? inspectCsv(source, known, wanted) : inspectJson(source, known, kind, wanted),
  );
}

async function inspectCsv(
  source: FileSource,
  encoding: TextEncoding,
  wanted: RowsOptions | undefined,
): Promise<RowsFileReport> {
  const beginning = await beginningOf(source, encoding);
  const newline = detectNewline(beginning.text);
  const delimiter = wanted?.delimiter ?? detectDelimiter(beginning.text, beginning.isWhole);
  const { rows, doneBytes, hasNul } = await firstRows(source, encoding, { delimiter, newline });
  const filled = rows.filter((row) => !isBlank(row));
  const hasHeader = wanted?.hasHeader ?? detectHeader(rows);
  const header = hasHeader ? (filled[0]?.fields ?? []) : [];
  const data = hasHeader ? filled.slice(1) : filled;
  const options = { delimiter, hasHeader, emptyIsNull: wanted?.emptyIsNull ?? true };
  const width = Math.max(usualWidth(data).width, namedWidth(header));
  if (width > importLimits.columns) throw refusals.tooManyColumns(width);
  // A blank line is a row where there is one column only.
  const taken = width === 1 ? withoutHeader(rows, hasHeader) : data;
  if (taken.length === 0 && !hasHeader) throw refusals.noRows();
  const notes: RowNotes = { ...createRowNotes(), hasNul };
  const bad = createBadRows();
  const sound = soundRows(taken.slice(0, typedRows), width, delimiter, bad);
  const named = columnNames(header, width);
  const columns = named.names.map(
    (name, column): RowsColumn => ({
      name,
      type: columnType(sound.map(({ fields }) => fields[column] ?? '')),
    }),
  );
  return {
    kind: 'rows',
    format: 'csv',
    sizeBytes: source.sizeBytes,
    encoding,
    options,
    canHaveHeader: true,
    columns,
    rows: sound.slice(0, previewRows).map((row) => storedValues(row, columns, options)),
    expectedRows: expectedRows(taken.length, doneBytes, source.sizeBytes),
    badRows: bad.list,
    badRowUnit: 'line',
    warnings: [
      ...(taken.length === 0 ? [onlyHeader] : []),
      ...encodingWarnings(encoding),
      ...named.warnings,
      ...noteWarnings(notes),
    ],
  };
}

function withoutHeader(rows: readonly CsvRow[], hasHeader: boolean): CsvRow[] {
  return hasHeader ? rows.slice(rows.findIndex((row) => !isBlank(row)) + 1) : [...rows];
}

/** Text of the file's first piece. */
export async function beginningOf(
  source: FileSource,
  encoding: TextEncoding,
): Promise<{ text: string; isWhole: boolean }> {
  for await (const { text, doneBytes } of readText(source, encoding)) {
    return { text, isWhole: doneBytes === source.sizeBytes };
  }
  return { text: '', isWhole: true };
}

async function firstRows(
  source: FileSource,
  encoding: TextEncoding,
  form: { delimiter: string; newline: '\n' | '\r' },
): Promise<{ rows: CsvRow[]; doneBytes: number; hasNul: boolean }> {
  const rows: CsvRow[] = [];
  let hasNul = false;
  let doneBytes = 0;
  for await (const stretch of csvRows(readText(source, encoding, inspectedBytes), form)) {
    // One by one: a piece has more rows than a call takes arguments.
    for (const row of stretch.rows) rows.push(row);
    hasNul ||= stretch.hasNul;
    doneBytes = stretch.doneBytes;
    if (rows.length > typedRows) break;
  }
  // Where reading stopped within the file, the last row is cut.
  if (doneBytes === inspectedBytes && doneBytes < source.sizeBytes && rows.length > 1) rows.pop();
  return { rows, doneBytes, hasNul };
}

function soundRows(
  rows: readonly CsvRow[],
  width: number,
  delimiter: string,
  bad: BadRows,
): CsvRow[] {
  const sound: CsvRow[] = [];
  for (const row of rows) {
    const reason = raggedReason(row, width);
    if (reason === null) sound.push(row);
    else bad.add(row.line, reason, row.fields.join(delimiter));
  }
  return sound;
}

/** Fields of the header without empty ones at its end. */
function namedWidth(header: readonly string[]): number {
  return header.findLastIndex((name) => name.trim() !== '') + 1;
}

function storedValues(
  { fields, emptyTexts }: CsvRow,
  columns: readonly RowsColumn[],
  { emptyIsNull }: RowsOptions,
): SqlValue[] {
  return columns.map(({ type }, column) => {
    const text = fields[column] ?? '';
    if (text !== '' || !emptyIsNull) return toValue(text, type);
    const isText = type === 'TEXT' || type === 'BLOB';
    return isText && emptyTexts?.includes(column) ? '' : null;
  });
}

function expectedRows(read: number, doneBytes: number, sizeBytes: number): number {
  return doneBytes === 0 ? 0 : Math.round((read * sizeBytes) / doneBytes);
}

async function inspectJson(
  source: FileSource,
  encoding: TextEncoding,
  kind: JsonKind,
  wanted: RowsOptions | undefined,
): Promise<RowsFileReport> {
  const jsonColumns = await readJsonColumns(source, encoding, kind, wanted?.hasHeader);
  const hasHeader = jsonColumns.headerRow !== null;
  const bad = createBadRows();
  const rows: SqlValue[][] = [];
  let read = 0;
  let doneBytes = 0;
  for await (const stretch of jsonFileRows(source, encoding, kind, jsonColumns, bad)) {
    read += stretch.rows.length;
    doneBytes = stretch.doneBytes;
    for (const { values } of stretch.rows.slice(0, typedRows - rows.length)) rows.push(values);
    if (rows.length >= typedRows) break;
  }
  const [firstBad] = bad.list;
  if (rows.length === 0 && firstBad) {
    throw refusals.jsonWithoutRows(rowUnit(kind), firstBad.line, firstBad.reason);
  }
  const named = columnNames(jsonColumns.names, jsonColumns.width);
  const typed = named.names.map((name, column) => ({
    name,
    ...jsonColumnType(rows.map((values) => values[column] ?? null)),
  }));
  const mixed = typed.filter(({ isMixed }) => isMixed);
  return {
    kind: 'rows',
    format: 'json',
    sizeBytes: source.sizeBytes,
    encoding,
    options: { delimiter: ',', hasHeader, emptyIsNull: true },
    canHaveHeader: jsonColumns.isLists,
    columns: typed.map(({ name, type }) => ({ name, type })),
    rows: rows.slice(0, previewRows),
    expectedRows: expectedRows(read, doneBytes, source.sizeBytes),
    badRows: bad.list,
    badRowUnit: rowUnit(kind),
    warnings: [
      ...(rows.length === 0 ? [onlyHeader] : []),
      ...encodingWarnings(encoding),
      ...named.warnings,
      ...(mixed.length > 0
        ? [
            `${formatCountOf(mixed.length, 'column')} ${mixed.length === 1 ? 'holds' : 'hold'} values of several kinds (${mixed
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', ')}): the type BLOB keeps each as it is.`,
          ]
        : []),
    ],
  };
}
