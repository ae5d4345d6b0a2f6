// Rows out of JSON: a list of objects or of lists, or one of them on each line.
// Which column a key goes to is settled here; types and tables elsewhere.

import { EngineFailure } from '../../../model/errors.ts';
import type { BadRowUnit, TextEncoding } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';
import { importLimits, refusals } from '../../refusals.ts';
import type { FileSource } from '../file-source.ts';
import { readText } from '../read-text.ts';
import { maxRowLength } from './csv-rows.ts';
import { isText, parseJson, toSqlValue } from './json-values.ts';

export type JsonKind = 'json' | 'json-lines';

export type JsonRow =
  /** `number`: 1-based, of the row in a list, of the line where each row has one. */
  | { number: number; row: Record<string, unknown> | unknown[] }
  | { number: number; reason: string; excerpt: string };

/** Keys of lines are collected from so much of a file; both looking and loading read the same. */
const keyBytes = 16_777_216;

/** What the numbers of rows count. */
export function rowUnit(kind: 'csv' | JsonKind): BadRowUnit {
  return kind === 'json' ? 'row' : 'line';
}

/** All rows, some at a time, with the bytes that are done. A list is read as a whole. */
export async function* jsonRows(
  source: FileSource,
  encoding: TextEncoding,
  kind: JsonKind,
  endBytes: number = source.sizeBytes,
): AsyncGenerator<{ rows: JsonRow[]; doneBytes: number }> {
  if (kind === 'json') {
    yield { rows: await listedRows(source, encoding), doneBytes: source.sizeBytes };
    return;
  }
  let pending = '';
  let number = 1;
  for await (const { text, doneBytes, isLast } of readText(source, encoding, endBytes)) {
    pending += text;
    const end = isLast ? pending.length : pending.lastIndexOf('\n') + 1;
    const lines = pending.slice(0, end).split('\n');
    // Behind the last line break a line begins that is not there yet.
    if (!isLast) lines.pop();
    pending = pending.slice(end);
    if (pending.length > maxRowLength) throw refusals.longRow(number, maxRowLength);
    const rows: JsonRow[] = [];
    for (const line of lines) {
      if (line.trim() !== '') rows.push(lineRow(line, number));
      number++;
    }
    // The last line of a part of the file is cut.
    if (isLast && doneBytes < source.sizeBytes) rows.pop();
    yield { rows, doneBytes };
  }
}

async function listedRows(source: FileSource, encoding: TextEncoding): Promise<JsonRow[]> {
  if (source.sizeBytes > importLimits.jsonList) {
    throw refusals.tooLarge('one list of JSON', source.sizeBytes, importLimits.jsonList);
  }
  let text = '';
  for await (const piece of readText(source, encoding)) text += piece.text;
  const value = parseJson(text);
  if (isObject(value) && isPlayground(value)) throw refusals.notPlayground();
  // A file of one line is a list of one row.
  const list = isObject(value) && !Object.values(value).some(isListOfRows) ? [value] : value;
  if (!Array.isArray(list)) throw refusals.jsonNotRows(whatIs(value));
  return list.map((row, index) => checkedRow(row, index + 1));
}

function lineRow(line: string, number: number): JsonRow {
  try {
    return checkedRow(parseJson(line), number);
  } catch (thrown) {
    if (!(thrown instanceof EngineFailure)) throw thrown;
    return { number, reason: 'It is not complete JSON.', excerpt: line };
  }
}

function checkedRow(row: unknown, number: number): JsonRow {
  if (Array.isArray(row) || isObject(row)) return { number, row };
  const reason = `It is ${whatIs(row)}, not an object or a list.`;
  return { number, reason, excerpt: String(toSqlValue(row)).slice(0, 400) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By the keys that one has; a file with the mark of a playground does not come here. */
function isPlayground(value: Record<string, unknown>): boolean {
  if (isObject(value.playground) && isPlayground(value.playground)) return true;
  const others = ['recipe', 'indexes', 'queries', 'setups'];
  return typeof value.schemaSql === 'string' && others.some((key) => key in value);
}

function isListOfRows(value: unknown): boolean {
  return Array.isArray(value) && (isObject(value[0]) || Array.isArray(value[0]));
}

function whatIs(value: unknown): string {
  if (isObject(value)) {
    const key = Object.keys(value).find((name) => isListOfRows(value[name]));
    return key === undefined
      ? 'an object'
      : `an object that holds a list under "${key.slice(0, 50)}"`;
  }
  if (Array.isArray(value)) return 'a list';
  return value === null ? 'null' : `a ${typeof value}`;
}

/** The columns of the rows: the keys of objects in order of appearance, or positions of lists. */
export interface JsonColumns {
  width: number;
  /** A name for each; empty where lists have no header. */
  names: string[];
  isLists: boolean;
  /** Number of the row that names the columns; null when none does. */
  headerRow: number | null;
  /** Values by column. A text says why the row cannot be taken. */
  valuesOf(row: Record<string, unknown> | unknown[]): SqlValue[] | string;
}

/**
 * Reads the columns from the file's beginning. `wantsHeader`: whether the first list names them;
 * undefined to find out. Throws a refusal when there are none.
 */
export async function readJsonColumns(
  source: FileSource,
  encoding: TextEncoding,
  kind: JsonKind,
  wantsHeader?: boolean,
): Promise<JsonColumns> {
  const keys = new Map<string, number>();
  let width = 0;
  let objects = 0;
  let lists = 0;
  let first: { number: number; row: unknown[] } | null = null;
  let firstBad: Extract<JsonRow, { reason: string }> | null = null;
  let hasOtherValues = false;
  for await (const { rows } of jsonRows(source, encoding, kind, keyBytes)) {
    for (const each of rows) {
      if (!('row' in each)) {
        firstBad ??= each;
        continue;
      }
      if (Array.isArray(each.row)) {
        lists++;
        width = Math.max(width, each.row.length);
        if (first) hasOtherValues ||= each.row.some((value) => value !== null && !isText(value));
        else first = { number: each.number, row: each.row };
      } else {
        objects++;
        for (const key of Object.keys(each.row)) {
          if (!keys.has(key)) keys.set(key, keys.size);
        }
      }
    }
  }
  const isLists = lists > objects;
  const count = isLists ? width : keys.size;
  if (lists + objects === 0) {
    throw firstBad
      ? refusals.jsonWithoutRows(rowUnit(kind), firstBad.number, firstBad.reason)
      : refusals.emptyJson();
  }
  if (count === 0) throw refusals.jsonWithoutColumns();
  if (count > importLimits.columns) throw refusals.tooManyColumns(count);
  if (!isLists) {
    const names = [...keys.keys()];
    const valuesOf: JsonColumns['valuesOf'] = (row) => objectValues(row, keys);
    return { width: count, names, isLists, headerRow: null, valuesOf };
  }
  const names = first?.row ?? [];
  const hasHeader = wantsHeader ?? (hasOtherValues && names.length === width && areNames(names));
  return {
    width,
    names: hasHeader ? names.map((name) => String(toSqlValue(name) ?? '')) : [],
    isLists,
    headerRow: hasHeader ? (first?.number ?? null) : null,
    valuesOf: (row) => listValues(row, width),
  };
}

/** True for texts that are not empty, none twice. */
function areNames(row: readonly unknown[]): boolean {
  const names = row.filter(isText).map((name) => name.trim());
  return !names.includes('') && new Set(names).size === row.length;
}

function listValues(row: Record<string, unknown> | unknown[], width: number): SqlValue[] | string {
  if (!Array.isArray(row)) return 'It is an object; most rows are lists.';
  if (row.length !== width)
    return `It has ${row.length} values where the longest row has ${width}.`;
  return row.map(toSqlValue);
}

function objectValues(
  row: Record<string, unknown> | unknown[],
  keys: ReadonlyMap<string, number>,
): SqlValue[] | string {
  if (Array.isArray(row)) return 'It is a list; most rows are objects.';
  const values: SqlValue[] = Array(keys.size).fill(null);
  for (const [key, value] of Object.entries(row)) {
    const column = keys.get(key);
    if (column === undefined) {
      return `It has the key "${key.slice(0, 50)}", which no row at the file's beginning has.`;
    }
    values[column] = toSqlValue(value);
  }
  return values;
}
