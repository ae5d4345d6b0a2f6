// Files for the tests of imports: bytes as sources, fixture databases, the builds of SQLite.
import { blobSource } from '../../../workers/blob-source.ts';
import type { EngineError } from '../../model/errors.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { RowsFileReport, RowsOptions } from '../../model/transfer/import.ts';
import type { SqlValue } from '../../model/values.ts';
import type { Driver } from '../../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import type { ImportedImage } from './database/imported-image.ts';
import type { Drivers } from './database/virtual-tables.ts';
import type { FileSource } from './file-source.ts';
import { recognizeFile } from './recognize-file.ts';
import { importRows } from './rows/import-rows.ts';
import { inspectRows } from './rows/inspect-rows.ts';

/** A file of these bytes, or of this text in UTF-8. */
export function sourceOf(content: Uint8Array | string, name = 'file'): FileSource {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  return blobSource(new Blob([part]), name);
}

export async function testDrivers(): Promise<Drivers> {
  return { sqljs: await loadTestDriver(), official: loadOfficialTestDriver };
}

/** The file of a database that a script makes. */
export function databaseFile(driver: Driver, script: string): Uint8Array {
  const database = driver.open();
  try {
    database.run(script);
    return database.export();
  } finally {
    database.close();
  }
}

/** Indexes, overflow pages, WITHOUT ROWID, a view, a trigger, keys and statistics, on many pages. */
export const richScript = `
  CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author, title TEXT,
    price REAL CHECK (price >= 0), body TEXT);
  CREATE TABLE tag (book_id INTEGER, word TEXT, weight REAL, PRIMARY KEY (word, book_id)) WITHOUT ROWID;
  CREATE INDEX book_author ON book (author_id, title);
  CREATE INDEX book_cheap ON book (price) WHERE price < 10;
  CREATE VIEW cheap AS SELECT title FROM book WHERE price < 10;
  CREATE TRIGGER no_free AFTER INSERT ON book WHEN new.price = 0 BEGIN SELECT 1; END;
  WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
    INSERT INTO author SELECT i, 'author ' || i FROM n;
  WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
    INSERT INTO book SELECT i, 1 + i % 50, 'title ' || i, i % 40, hex(zeroblob(20 + (i % 7 = 0) * 3000)) FROM n;
  INSERT INTO tag SELECT id, 'w' || (id % 30), id / 7.0 FROM book;
  ANALYZE;
`;

/** What a promise or function refuses with; fails the test when it does not. */
export async function refusalOf(work: () => unknown): Promise<EngineError> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return thrown.error;
    throw thrown;
  }
  throw new Error('nothing was refused');
}

/** Inspects a file of rows, then loads it into a new table `t` as the report proposes. */
export async function importFile(
  content: Uint8Array | string,
  drivers: Drivers,
  wanted?: Partial<RowsOptions>,
): Promise<{ report: RowsFileReport; image: ImportedImage; rows: SqlValue[][] }> {
  const source = sourceOf(content, 'rows.csv');
  const { file } = await recognizeFile(source);
  if (file.kind !== 'csv' && file.kind !== 'json' && file.kind !== 'json-lines') {
    throw new Error(`a file of rows is wanted, this one is ${file.kind}`);
  }
  const { kind, encoding } = file;
  const first = await inspectRows(source, { kind, encoding });
  const report = wanted
    ? await inspectRows(source, { kind, encoding }, { ...first.options, ...wanted })
    : first;
  const { options, columns } = report;
  const target = { table: 't', isNew: true, columns };
  const request = { source, file: { kind, encoding }, options, target, base: null };
  const image = await importRows(request, drivers, () => {});
  return { report, image, rows: rowsIn(drivers.sqljs, image.bytes, 'SELECT * FROM t') };
}

/** The rows of a query on an image. */
export function rowsIn(driver: Driver, image: Uint8Array, query: string): SqlValue[][] {
  const database = driver.open(image);
  try {
    return database.all(query);
  } finally {
    database.close();
  }
}
