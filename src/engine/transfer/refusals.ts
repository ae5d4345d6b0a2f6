// The fixed list of what an import says when it cannot take a file: what, why, what to do.
// Whether one applies is decided where the file is read.
import { formatBytes } from '../../lib/format/format-bytes.ts';
import { formatCount } from '../../lib/format/format-count.ts';
import { type EngineError, EngineFailure } from '../model/errors.ts';
import type { BadRowUnit } from '../model/transfer/import.ts';

/** The largest files that are taken, in bytes. */
export const importLimits = {
  database: 1_500_000_000,
  script: 256_000_000,
  rows: 1_000_000_000,
  /** JSON that is one list must be in memory as a whole. */
  jsonList: 256_000_000,
  /** SQLite's own limit. */
  columns: 2000,
  tables: 2000,
  /** As many as a playground holds. */
  indexes: 1000,
  schemaText: 10_000_000,
} as const;

const playgroundFiles = 'SQLite databases, .sql scripts, CSV, TSV and JSON rows can be opened';

/** Formats that are known and not taken, with the way out of each. */
const foreignFormats = {
  html: [
    'an HTML page',
    'The server probably sent an error or log-in page instead of the file. Download it again.',
  ],
  xml: ['an XML document', 'Export the data as CSV or JSON and open that.'],
  zip: [
    'a ZIP archive (an .xlsx workbook is one, too)',
    'Unpack it and open the file inside; save a workbook as CSV first.',
  ],
  gzip: ['compressed with gzip', 'Unpack it (gunzip) and open the file inside.'],
  compressed: ['a compressed archive', 'Unpack it and open the file inside.'],
  image: ['a picture', `${playgroundFiles}.`],
  pdf: ['a PDF document', 'Export its table as CSV and open that.'],
  excel: ['an old Office document (.xls, .doc)', 'Save the sheet as CSV and open that.'],
  access: [
    'a Microsoft Access database',
    'Export its tables as CSV, or convert it to SQLite, and open that.',
  ],
  parquet: ['a Parquet file', 'Export it as CSV (DuckDB: COPY ... TO) and open that.'],
  duckdb: ['a DuckDB database', 'Export its tables as CSV or to a SQLite file and open that.'],
  postgresql: [
    'a PostgreSQL archive (pg_dump -Fc)',
    'Export the tables as CSV (\\copy) and open those.',
  ],
  wal: [
    'the write-ahead log of a SQLite database (-wal), not the database',
    'Open the file of the same name without -wal, after PRAGMA wal_checkpoint.',
  ],
  journal: [
    'the rollback journal of a SQLite database (-journal), not the database',
    'Open the file of the same name without -journal.',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type ForeignFormat = keyof typeof foreignFormats;

const recover =
  'Take it from a backup, or save what can be saved with the sqlite3 shell: .recover, and open the result.';

const again = 'Copy or download it again, or take it from a backup.';

const jsonRowsHint = 'Rows are a list of objects, a list of lists, or an object on each line.';

/** One function per refusal; each gives the sentences. */
export const refusals = {
  empty: () => refused('The file is empty: it has 0 bytes.', again),
  foreign: (format: ForeignFormat) => {
    const [what, hint] = foreignFormats[format];
    return refused(`The file is ${what}.`, hint);
  },
  unreadable: (message: string) =>
    refused(
      `The browser cannot read the file: ${message}`,
      'It was changed, moved or removed, or there is not enough memory for it. Choose it again.',
    ),
  changed: () => refused('The file is not what it was when it was looked at.', 'Open it again.'),
  nothingButZeros: () =>
    refused('The file holds nothing but zero bytes: its content was never written.', again),
  notRecognised: () =>
    refused(
      'The file is neither text nor a SQLite database, or it is an encrypted one.',
      `${playgroundFiles}. An encrypted database must be decrypted first with the program that made it (SQLCipher: sqlcipher_export).`,
    ),
  nulBytes: (count: number, looked: number, line: number) =>
    refused(
      `The text holds NUL bytes, which belong in none: ${formatCount(count)} of the ${formatCount(looked)} bytes looked at, the first in line ${formatCount(line)}.`,
      "Export it again as UTF-8, or take them out: tr -d '\\000' < file > clean.",
    ),
  utf32: () =>
    refused('The text is in UTF-32, which browsers cannot read.', 'Save it as UTF-8 and open it.'),
  tooLarge: (what: string, bytes: number, limit: number) =>
    refused(
      `The file has ${formatBytes(bytes)}; ${what} can have ${formatBytes(limit)} at most, because the page holds it in memory.`,
      'Open a part of it: some of the tables, or a sample of the rows.',
    ),
  header: (finding: string) => refused(`The database file is damaged: ${finding}.`, recover),
  truncated: (expected: number, actual: number) =>
    refused(
      `The database file is cut short: by its header it has ${formatCount(expected)} bytes, but only ${formatCount(actual)} are there.`,
      again,
    ),
  damaged: (finding: string) =>
    refused(`The database file is damaged. SQLite says: ${finding}`, recover),
  noTables: (isWal = false) =>
    refused(
      'The database has no tables.',
      isWal
        ? 'It is in WAL mode: what it holds may stand in the -wal file beside it. Run PRAGMA wal_checkpoint(TRUNCATE) in the program that uses it, and open it again.'
        : 'Check that it is the right file; some programs keep a second, empty one.',
    ),
  notWhatItClaims: (type: string, name: string) =>
    refused(
      `The schema of the database was tampered with or is damaged: the entry of the ${type} "${name}" holds another statement.`,
      recover,
    ),
  tooManyObjects: (count: number, what: 'tables' | 'indexes', limit: number) =>
    refused(
      `The database has ${formatCount(count)} ${what}; ${formatCount(limit)} can be taken.`,
      `Make a copy with the ${what} that matter for your question, and open that.`,
    ),
  schemaTooLong: (length: number) =>
    refused(
      `The CREATE statements of the database have ${formatCount(length)} characters; ${formatCount(importLimits.schemaText)} can be taken.`,
      'Make a copy with the tables that matter for your question, and open that.',
    ),
  missingModules: (tables: { name: string; module: string }[]) =>
    refused(
      `The database has virtual tables that need modules which no SQLite of this page has: ${tables
        .slice(0, 5)
        .map(({ name, module }) => `${name} (${module})`)
        .join(', ')}${tables.length > 5 ? ' and more' : ''}.`,
      'Make a copy without these tables, with the program that made them (DROP TABLE, then VACUUM INTO), and open that.',
    ),
  tooFewModules: (one: string, other: string) =>
    refused(
      `The database needs ${one} and ${other} at the same time, which no SQLite of this page has together.`,
      'Make a copy without one of them (DROP TABLE, then VACUUM INTO), and open that.',
    ),
  unusableTable: (name: string, message: string) =>
    refused(
      `The table ${name} cannot be read by the SQLite of this page: ${message}.`,
      'It uses something that only the program that made it has. Make a copy without it and open that.',
    ),
  noMemory: () =>
    refused(
      'There is not enough memory in this browser to open the file.',
      'Close other pages, or open a smaller copy: some of the tables, or a sample of the rows.',
    ),
  crash: (message: string) =>
    refused(
      `Reading the file made SQLite stop (${message}): the file is damaged in a way that SQLite does not notice.`,
      recover,
    ),
  noStatements: () =>
    refused('The script has no statement: it is empty or holds comments only.', 'Check the file.'),
  scriptWithoutTables: () =>
    refused(
      'The script ran, but made no table that stays.',
      'Open one that has CREATE TABLE statements. A query is pasted into the query field.',
    ),
  scriptStatement: (line: number, what: string, hint: string) =>
    refused(`Line ${formatCount(line)}: ${what}`, hint),
  nulInStatement: (line: number) =>
    refused(
      `Line ${formatCount(line)}: a NUL character stands here, at which SQLite stops reading: the rest of the statement would be lost.`,
      "Take the character out; in a text write char(0) in its place, as in 'a' || char(0) || 'b'.",
    ),
  longStatement: (line: number, limit: number) =>
    refused(
      `Line ${formatCount(line)}: the statement that begins here does not end within ${formatBytes(limit)}.`,
      'Look for a quotation or a comment that is never closed.',
    ),
  tooManyColumns: (count: number) =>
    refused(
      `The file has ${formatCount(count)} columns; a table of SQLite has ${formatCount(importLimits.columns)} at most.`,
      'Split it, or turn columns into rows (one row for each name and value).',
    ),
  noRows: () =>
    refused(
      'The file has no rows of data.',
      'Check that it is the right file, or export it again.',
    ),
  onlyHeader: () =>
    refused(
      'The file has only a header: no row of data follows it.',
      'Export it again with its rows; or, if the first line is a row, say that it does not name the columns.',
    ),
  longRow: (line: number, limit: number) =>
    refused(
      `Line ${formatCount(line)}: the row that begins here does not end within ${formatBytes(limit)}.`,
      'Look for a quotation mark that is never closed, or for a file without line breaks.',
    ),
  unreadableJson: (message: string) =>
    refused(`The file is not complete JSON: ${message}`, 'Mend it there, or export it again.'),
  jsonNotRows: (what: string) => refused(`The JSON is ${what}, not a list of rows.`, jsonRowsHint),
  emptyJson: () =>
    refused('The JSON has no rows: its list is empty.', 'Check the file, or export it again.'),
  jsonWithoutColumns: () =>
    refused(
      'The rows of the JSON are empty: they have neither keys nor values.',
      'Check the file, or export it again.',
    ),
  jsonWithoutRows: (unit: BadRowUnit, number: number, reason: string) =>
    refused(
      `No value of the JSON is a row that can be taken. The first, in ${unit} ${formatCount(number)}: ${reason}`,
      jsonRowsHint,
    ),
  notPlayground: () =>
    refused(
      'The file looks like a playground, but is not a playground of SQL Dyno: it lacks "format": "sql-dyno-playground".',
      'Save it from SQL Dyno again, or get the file again from where it came.',
    ),
  deepJson: () =>
    refused('The JSON is nested too deeply to be read.', 'Export the rows as a flat list.'),
  table: (message: string, hint: string) => refused(message, hint),
} as const;

function refused(message: string, hint: string): EngineFailure {
  const error: EngineError = { code: 'import-refused', message, hint };
  return new EngineFailure(error);
}
