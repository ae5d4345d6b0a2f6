// Tells what a file is by how its bytes begin. Names lie: one is asked only where the content leaves
// open whether it is a script or rows.
import type { EngineFailure } from '../../model/errors.ts';
import type { TextEncoding } from '../../model/transfer/import.ts';
import type { Bytes } from '../../model/units.ts';
import { readToken, type Token } from '../../sql/token.ts';
import { type ForeignFormat, refusals } from '../refusals.ts';
import type { FileSource } from './file-source.ts';
import { parseCsv } from './rows/csv-rows.ts';
import { detectDelimiter, detectNewline, usualWidth } from './rows/csv-shape.ts';
import { detectEncoding, isZeros } from './text-encoding.ts';

export type RecognizedFile =
  | { kind: 'database' }
  | { kind: 'playground' }
  | { kind: 'script' | 'csv' | 'json' | 'json-lines'; encoding: TextEncoding };

/** As much of a file as is looked at; a UTF-8 file of which more is read may still turn out not to be. */
const headBytes = 1_048_576;
const lineFeed = 10;

/** Reads the beginning of a file. Throws a refusal for what cannot be taken in. */
export async function recognizeFile(
  source: FileSource,
): Promise<{ file: RecognizedFile; head: Uint8Array }> {
  const head = await source.read(0, headBytes);
  return { file: recognizeHead(head, source.sizeBytes, source), head };
}

function recognizeHead(
  head: Uint8Array,
  sizeBytes: Bytes,
  source: Pick<FileSource, 'decoder' | 'name'>,
): RecognizedFile {
  if (sizeBytes === 0 || head.length === 0) throw refusals.empty();
  if (startsWith(head, 'SQLite format 3\0')) return { kind: 'database' };
  const format = signatures.find(({ at = 0, starts }) =>
    starts.some((start) => startsWith(head, start, at)),
  )?.format;
  if (format) throw refusals.foreign(format);
  if (isZeros(head)) throw refusals.nothingButZeros();
  const isCut = head.length < sizeBytes;
  const encoding = detectEncoding(head, isCut, source);
  if (encoding === 'utf-32') throw refusals.utf32();
  if (encoding === null) throw noText(head, isCut, source);
  const text = source.decoder(encoding)(wholeUnits(head, encoding), false);
  const kind = kindOfText(text, encoding);
  const isOpen = kind.kind === 'csv' && /\.sql$/i.test(source.name) && !isTable(text, !isCut);
  return isOpen ? { kind: 'script', encoding } : kind;
}

/** Text with NUL bytes strewn in is told apart from what is no text at all. */
function noText(
  head: Uint8Array,
  isCut: boolean,
  source: Pick<FileSource, 'decoder'>,
): EngineFailure {
  const first = head.indexOf(0);
  const others = head.filter((byte) => byte !== 0);
  if (first < 0 || detectEncoding(others, isCut, source) !== 'utf-8') {
    return refusals.notRecognised();
  }
  const line = head.subarray(0, first).filter((byte) => byte === lineFeed).length + 1;
  return refusals.nulBytes(head.length - others.length, head.length, line);
}

/** The kind of a text. Throws for HTML, XML and blank texts. */
function kindOfText(text: string, encoding: TextEncoding): RecognizedFile {
  const begin = text.slice(0, 2000).trimStart().toLowerCase();
  if (begin === '' && text.trim() === '') throw refusals.noRows();
  if (/^<(!doctype html|html|head|body)\b/.test(begin)) throw refusals.foreign('html');
  if (/^<(\?xml|!doctype|[a-z][\w:]*[ >])/.test(begin)) throw refusals.foreign('xml');
  if (begin.startsWith('{')) {
    if (/"format"\s*:\s*"sql-dyno-playground"/.test(text)) return { kind: 'playground' };
    return { kind: isJsonLines(text) ? 'json-lines' : 'json', encoding };
  }
  if (/^\[\s*([{["\d\]tfn-]|$)/.test(begin)) {
    return { kind: isJsonLines(text) ? 'json-lines' : 'json', encoding };
  }
  return { kind: isScript(text) ? 'script' : 'csv', encoding };
}

/** True when the first line is a value by itself and another follows, perhaps behind blank lines. */
function isJsonLines(text: string): boolean {
  const values = text.trimStart();
  const end = values.indexOf('\n');
  if (end < 0 || !/^\s*[[{]/.test(values.slice(end))) return false;
  try {
    JSON.parse(values.slice(0, end));
    return true;
  } catch {
    // A first line that is longer than the head cannot be told: it is then one list.
    return false;
  }
}

/** As much of the first statement is looked at. */
const statementStart = 20_000;

/** What a script begins with. A header line of a CSV file may begin with one such word, not with two. */
const statementStarts = new RegExp(
  [
    'create\\s+(or|temp|temporary|table|unique|index|view|trigger|virtual|database|schema|extension|type|function|sequence|user|role)\\s',
    '(insert|replace)\\s+(into|or|ignore)\\s',
    'begin(\\s+(transaction|deferred|immediate|exclusive|work))?\\s*;',
    '(start\\s+transaction|commit|end)\\s*;',
    'pragma\\s+\\w+\\s*[=(;.]',
    '(drop|alter)\\s+(table|index|view|trigger|database|schema)\\s',
    '(select|with|explain|values)\\s[\\s\\S]*;',
    'update\\s+\\S+\\s+set\\s',
    '(delete\\s+from|lock\\s+tables|attach\\s+database|attach)\\s+\\S',
    '(analyze|vacuum|reindex|savepoint|release)[^,]*;',
    '(set|use|copy|delimiter|detach)\\s+[^,]*;',
    '\\.(read|import|mode|open|headers?|bail|echo|timer|schema|dump|load|tables?|print)\\b',
  ]
    .map((start) => `^${start}`)
    .join('|'),
  'i',
);

function isScript(text: string): boolean {
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  let hasComment = false;
  let at = 0;
  while (readToken(text, at, token)) {
    // MySQL's dumps begin with comments that it runs: each leaves a semicolon behind. Without a
    // comment before it, it may stand for the empty first field of a CSV file.
    const isLeft = token.kind === 'semicolon' && hasComment;
    if (token.kind !== 'space' && token.kind !== 'comment' && !isLeft) break;
    hasComment ||= token.kind === 'comment';
    at = token.end;
  }
  // Comments alone: a script without statements is told so.
  if (at >= text.length) return hasComment;
  return statementStarts.test(text.slice(at, at + statementStart));
}

/** Rows that tell a table from a script. */
const tableRows = 100;

/** True when its lines have equally many fields, several, and do not end as statements do. */
function isTable(text: string, isWhole: boolean): boolean {
  const form = { delimiter: detectDelimiter(text, isWhole), newline: detectNewline(text) };
  const { rows } = parseCsv(text, form, 1, isWhole, tableRows);
  const { width, share } = usualWidth(rows);
  const isEnded = rows.some(({ fields }) => {
    const last = fields.at(-1)?.trimEnd() ?? '';
    return fields.length > 1 && (last.endsWith(';') || (last === '' && form.delimiter === ';'));
  });
  return rows.length > 1 && width > 1 && share === 1 && !isEnded;
}

interface Signature {
  at?: number;
  starts: readonly string[];
  format: ForeignFormat;
}

/** First bytes by which formats are known; each letter is a byte. */
const signatures: readonly Signature[] = [
  { starts: ['PK\x03\x04', 'PK\x05\x06'], format: 'zip' },
  { starts: ['\x1f\x8b'], format: 'gzip' },
  {
    starts: ['BZh', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd', '7z\xbc\xaf', 'Rar!'],
    format: 'compressed',
  },
  { starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8'], format: 'image' },
  { starts: ['%PDF-'], format: 'pdf' },
  { starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], format: 'excel' },
  { at: 4, starts: ['Standard Jet DB', 'Standard ACE DB'], format: 'access' },
  { starts: ['PAR1'], format: 'parquet' },
  { at: 8, starts: ['DUCK'], format: 'duckdb' },
  { starts: ['PGDMP'], format: 'postgresql' },
  { starts: ['\x37\x7f\x06\x82', '\x37\x7f\x06\x83'], format: 'wal' },
  { starts: ['\xd9\xd5\x05\xf9\x20\xa1\x63\xd7'], format: 'journal' },
];

function startsWith(bytes: Uint8Array, start: string, at = 0): boolean {
  for (let index = 0; index < start.length; index++) {
    if (bytes[at + index] !== start.charCodeAt(index)) return false;
  }
  return true;
}

/** A head that ends in the middle of a character would not be decoded. */
function wholeUnits(head: Uint8Array, encoding: TextEncoding): Uint8Array {
  return encoding.startsWith('utf-16') ? head.subarray(0, head.length & ~1) : head;
}
