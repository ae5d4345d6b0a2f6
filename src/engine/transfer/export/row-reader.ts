// Reads a table's rows in the order of their storage, each value exactly as it is stored.
import type { Affinity } from '../../model/database/schema.ts';
import type { SqlValue } from '../../model/values.ts';
import { affinityOf } from '../../schema/affinity.ts';
import { quoteName } from '../../sql/quote-name.ts';
import { askNumber } from '../../sqlite/ask-number.ts';
import type { Database, Statement } from '../../sqlite/driver.ts';

export interface StoredColumn {
  name: string;
  affinity: Affinity;
  isGenerated: boolean;
}

/** The columns that a SELECT * gives; none when there is no such table. */
export function storedColumns(database: Database, table: string): StoredColumn[] {
  const isStrict = database
    .all('PRAGMA main.table_list')
    .some((row) => row[1] === table && row[5] === 1);
  // cid, name, type, notnull, dflt_value, pk, hidden (1: hidden, 2 and 3: generated)
  return database
    .all('SELECT name, type, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 1', [table])
    .map(([name, type, hidden]) => ({
      name: String(name),
      affinity: affinityOf(String(type), isStrict),
      isGenerated: hidden !== 0,
    }));
}

export function countRows(database: Database, table: string): number {
  return askNumber(database, `SELECT count(*) FROM main.${quoteName(table)}`);
}

/** A SELECT over the table itself: an index that holds the columns would give another order. */
function selectStored(
  database: Database,
  table: string,
  expressions: readonly string[],
): Statement {
  const list = expressions.length === 0 ? 'NULL' : expressions.join(', ');
  return database.prepare(`SELECT ${list} FROM main.${quoteName(table)} NOT INDEXED`);
}

/** The rows. Each array may be used until the next one is asked for. */
export function* storedRows(
  database: Database,
  table: string,
  columns: readonly string[],
): Generator<SqlValue[]> {
  const marked = markedColumns(database, table, columns);
  const marks = createFollower(
    database,
    table,
    marked.map((at) => isMarked(columns[at] ?? '')),
  );
  const statement = selectStored(database, table, columns.map(quoteName));
  try {
    for (let rowNumber = 0; statement.step(); rowNumber++) {
      const row = statement.row();
      for (const [index, at] of marked.entries()) {
        if (marks.at(rowNumber)[index] === 1) row[at] = `${byteOrderMark}${row[at]}`;
      }
      yield row;
    }
  } finally {
    statement.free();
    marks.free();
  }
}

/**
 * What else is to be known of some rows, asked for only where it is needed: a second statement that
 * is stepped up to them. In the first it would not always fit (SQLite gives 2,000 columns).
 */
export interface Follower {
  /** What the expressions come to in a row; row numbers must not fall from call to call. */
  at(rowNumber: number): SqlValue[];
  free(): void;
}

export function createFollower(
  database: Database,
  table: string,
  expressions: readonly string[],
): Follower {
  let statement: Statement | null = null;
  let steps = 0;
  let row: SqlValue[] = [];
  return {
    at(rowNumber) {
      statement ??= selectStored(database, table, expressions);
      if (steps > rowNumber) return row;
      for (; steps <= rowNumber; steps++) statement.step();
      row = statement.row();
      return row;
    },
    free: () => statement?.free(),
  };
}

/** U+FEFF. A text that begins with it loses it when a build decodes it as if it were a file. */
const byteOrderMark = '\ufeff';

function isMarked(column: string): string {
  const name = quoteName(column);
  return `(typeof(${name}) = 'text' AND unicode(${name}) = 65279)`;
}

/** Positions of the columns in which a text may lose its first character. */
function markedColumns(database: Database, table: string, columns: readonly string[]): number[] {
  const keepsMark = database.all('SELECT char(65279)')[0]?.[0] === byteOrderMark;
  if (keepsMark || columns.length === 0) return [];
  // UTF-16 has another order of texts; such databases are rare.
  if (encodingOf(database) !== 'UTF-8') return [...columns.keys()];
  const statement = selectStored(
    database,
    table,
    columns.map(
      (column) => `count(iif(${quoteName(column)} BETWEEN char(65279) AND char(65280), 1, NULL))`,
    ),
  );
  try {
    const found = statement.step() ? statement.row() : [];
    return [...columns.keys()].filter((position) => found[position] !== 0);
  } finally {
    statement.free();
  }
}

/** 'UTF-8', 'UTF-16le' or 'UTF-16be'. The official build knows UTF-8 alone, and not the PRAGMA. */
export function encodingOf(database: Database): string {
  return String(database.all('PRAGMA encoding')[0]?.[0] ?? 'UTF-8');
}
