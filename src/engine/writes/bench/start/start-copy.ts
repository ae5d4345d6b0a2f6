// A copy of the database at a start state, and as many fresh copies of that copy as runs ask for.
// The database that it was copied from is not known here.

import { foldName } from '../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import type { Bytes } from '../../../model/units.ts';
import type { WriteStart } from '../../../model/writes/writes.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { DatabaseOpener } from '../../write-bench.ts';
import { bringToStart } from './empty-tables.ts';
import { findWrittenTable } from './written-table.ts';

export interface StartCopy<D extends Database> {
  database: D;
  schema: Schema;
  table: Table;
  /** Names of the tables that were emptied. */
  emptied: string[];
  /**
   * A fresh copy without the indexes named and, where they are off, without statistics. `room` is
   * how much it will grow by, about. The caller closes it.
   */
  openCopy(options: CopyOptions): D;
  close(): void;
}

export interface CopyOptions {
  withoutIndexes: readonly string[];
  hasStatistics: boolean;
  roomBytes: Bytes;
}

/**
 * Opens `image` and empties the tables that `start` says. Throws an EngineFailure when the table is
 * none that can be written.
 */
export function openStartCopy<D extends Database>(
  opener: DatabaseOpener<D>,
  image: Uint8Array,
  tableName: string,
  start: WriteStart,
): StartCopy<D> {
  const database = openLikeAFile(opener, image);
  try {
    const schema = readSchema(database);
    const table = findWrittenTable(schema, tableName);
    const emptied = bringToStart(database, schema, table, start);
    let started = emptied.length === 0 ? image : null;
    return {
      database,
      schema,
      table,
      emptied,
      openCopy(options) {
        if (!started) {
          started = database.export();
          setFileJournal(database);
        }
        started = withRoom(started, options.roomBytes);
        const copy = openLikeAFile(opener, started);
        try {
          takeAway(copy, options);
          return copy;
        } catch (thrown) {
          copy.close();
          throw thrown;
        }
      },
      close: () => database.close(),
    };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * With the journal of SQLite's default. A driver's connections keep theirs in memory, which halves
 * the time of a transaction of one row: the very price that is measured here.
 */
function openLikeAFile<D extends Database>(opener: DatabaseOpener<D>, image: Uint8Array): D {
  const database = opener.open(image);
  setFileJournal(database);
  return database;
}

/** As above; also after an export, which gives a connection its pragmas anew. */
export function setFileJournal(database: Database): void {
  database.run('PRAGMA journal_mode = DELETE');
}

/**
 * The image in a file that is longer than it needs to be, which SQLite does not mind: it takes the
 * number of pages from the header. Emscripten's files grow by copying all of it, which would fall
 * into the time of whichever row comes just then.
 */
function withRoom(image: Uint8Array, roomBytes: Bytes): Uint8Array {
  const sizeBytes = sizeInHeader(image);
  if (sizeBytes === null || image.length >= sizeBytes + roomBytes) return image;
  const roomy = new Uint8Array(sizeBytes + roomBytes);
  roomy.set(image.subarray(0, sizeBytes));
  return roomy;
}

/**
 * Null where SQLite goes by the length of the file instead (an old writer's header). Page size at 16,
 * 1 for 65,536; number of pages at 28, valid when the counters at 24 and 92 agree:
 * https://www.sqlite.org/fileformat.html#in_header_database_size
 */
function sizeInHeader(image: Uint8Array): Bytes | null {
  if (image.length < 100) return null;
  const header = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const pages = header.getUint32(28);
  if (pages === 0 || header.getUint32(24) !== header.getUint32(92)) return null;
  const pageSize = header.getUint16(16);
  const sizeBytes = pages * (pageSize === 1 ? 65_536 : pageSize);
  return sizeBytes <= image.length ? sizeBytes : null;
}

function takeAway(database: Database, { withoutIndexes, hasStatistics }: CopyOptions): void {
  const there = new Set(
    database
      .all("SELECT name FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
      .map(([name]) => foldName(String(name))),
  );
  for (const name of withoutIndexes) {
    if (there.has(foldName(name))) database.run(`DROP INDEX main.${quoteName(name)}`);
  }
  if (hasStatistics) return;
  const isAnalysed =
    database.all("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_stat1'").length > 0;
  // The second makes the connection read the statistics anew.
  if (isAnalysed) database.run('DELETE FROM main.sqlite_stat1; ANALYZE sqlite_schema;');
}
