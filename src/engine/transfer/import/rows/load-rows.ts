// Puts rows into a table of an open database: fast while they fit, row by row where SQLite refuses one.
// Opens no database and keeps nothing.
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { toHex } from '../../../../lib/hash/hex.ts';
import type { BadRowUnit, ImportedColumnType } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import { type BulkInsert, type Database, RowRejected } from '../../../sqlite/driver.ts';
import { refusals } from '../../refusals.ts';
import { isShortOfMemory } from '../database/sqlite-answer.ts';
import type { BadRows } from './bad-rows.ts';
import { isMisfit, toValue } from './column-types.ts';
import type { FileRow, RowStretch } from './file-rows.ts';

export interface LoadColumn {
  /** Position in the file. */
  field: number;
  name: string;
  /** The type that texts are read as; null: as they are, and SQLite's affinity decides. */
  type: ImportedColumnType | null;
  /** A field that is empty within quotation marks stays a text; else it is NULL as others. */
  takesEmptyText: boolean;
}

export interface LoadTarget {
  table: string;
  columns: readonly LoadColumn[];
  /** An empty field is stored as NULL. */
  emptyIsNull: boolean;
  /** What the rows' numbers count. */
  unit: BadRowUnit;
}

export interface LoadResult {
  rowCount: number;
  warnings: string[];
}

/** Rows that are handed to SQLite in one call. */
const batchRows = 2000;

interface Misfits {
  count: number;
  line: number;
  text: string;
}

/** Inserts all rows. What SQLite refuses goes to `bad` with SQLite's message; the others go in. */
export async function loadRows(
  database: Database,
  { table, columns, emptyIsNull, unit }: LoadTarget,
  stretches: AsyncIterable<RowStretch>,
  bad: BadRows,
  report: (doneBytes: number, rowsDone: number) => void,
): Promise<LoadResult> {
  let batch: readonly FileRow[] = [];
  const misfits = columns.map((): Misfits => ({ count: 0, line: 0, text: '' }));
  const hasKeyIndex = database.all(`PRAGMA main.index_list(${quoteName(table)})`).length > 0;
  const before = countOf(database, table);
  const insert = database.bulkInsert({
    table,
    columns: columns.map(({ name }) => name),
    cells: columns.map(({ field, type, takesEmptyText }, column) => {
      const misfit = misfits[column];
      return (row: number): SqlValue => {
        const line = batch[row];
        const value = line?.values[field] ?? null;
        if (typeof value !== 'string') return value;
        if (value === '' && emptyIsNull) {
          return takesEmptyText && line?.emptyTexts?.includes(field) ? value : null;
        }
        if (type === null || type === 'TEXT' || type === 'BLOB') return value;
        const stored = toValue(value, type);
        if (misfit && isMisfit(stored, type)) noteMisfit(misfit, value, line?.line ?? 0);
        return stored;
      };
    }),
    hasKeyIndex,
  });
  let rowCount = 0;
  try {
    for await (const { rows, doneBytes } of stretches) {
      for (let start = 0; start < rows.length; start += batchRows) {
        batch = rows.slice(start, start + batchRows);
        rowCount += insertBatch(insert, batch, bad);
      }
      report(doneBytes, rowCount);
    }
  } finally {
    insert.free();
  }
  const stored = countOf(database, table) - before;
  return {
    rowCount: stored,
    warnings: [...misfitWarnings(columns, misfits, unit), ...lostRows(rowCount, stored)],
  };
}

function countOf(database: Database, table: string): number {
  return askNumber(database, `SELECT count(*) FROM main.${quoteName(table)}`);
}

/** Inserts a batch, going on behind each row that is refused. */
function insertBatch(insert: BulkInsert, batch: readonly FileRow[], bad: BadRows): number {
  let taken = 0;
  let from = 0;
  while (from < batch.length) {
    try {
      insert.insert(from, batch.length - from);
      return taken + batch.length - from;
    } catch (thrown) {
      if (isShortOfMemory(thrown)) throw refusals.noMemory();
      if (!(thrown instanceof RowRejected)) throw thrown;
      const row = batch[thrown.row];
      bad.add(row?.line ?? 0, `SQLite refused it: ${thrown.message}.`, excerptOfRow(row));
      taken += thrown.row - from;
      from = thrown.row + 1;
    }
  }
  return taken;
}

function excerptOfRow(row: FileRow | undefined): string {
  return (row?.values ?? []).map(cellExcerpt).join(',');
}

function cellExcerpt(value: SqlValue): string {
  if (value === null) return '';
  return value instanceof Uint8Array ? `x'${toHex(value.subarray(0, 40))}'` : String(value);
}

// Only a new table has types here, and SQLite refuses none of its rows: each value is asked for once.
function noteMisfit(misfit: Misfits, text: string, line: number): void {
  if (misfit.count === 0) {
    misfit.line = line;
    misfit.text = text.slice(0, 40);
  }
  misfit.count++;
}

function misfitWarnings(
  columns: readonly LoadColumn[],
  misfits: readonly Misfits[],
  unit: BadRowUnit,
): string[] {
  return columns.flatMap(({ name, type }, column) => {
    const misfit = misfits[column];
    if (!misfit || misfit.count === 0) return [];
    return [
      `${formatCountOf(misfit.count, 'value')} of ${name} ${misfit.count === 1 ? 'does' : 'do'} not look like ${type} (first "${misfit.text}" in ${unit} ${formatCount(misfit.line)}); stored as SQLite stores them. The type TEXT keeps them exactly.`,
    ];
  });
}

function lostRows(handed: number, stored: number): string[] {
  if (stored >= handed) return [];
  return [
    `${formatCountOf(handed - stored, 'row')} went in and are not there: the table's ${formatList(['ON CONFLICT clauses', 'triggers'])} ignored them or put others in their place.`,
  ];
}
