// VACUUM on a copy of an open database, perhaps with another page size, and what it takes then.
// The open database stays as it is.
import { EngineFailure } from '../model/errors.ts';
import type { StorageReport } from '../model/storage/storage-report.ts';
import type { InstrumentedDatabase } from '../sqlite/instruments.ts';
import { readStorage } from './read-storage.ts';

/** SQLite takes powers of two within these (https://www.sqlite.org/pragma.html#pragma_page_size). */
const smallestPage = 512;
const largestPage = 65_536;

/** A file in memory is one array: browsers give no larger one. */
const largestFile = 2 ** 31;

/**
 * What the database would be after VACUUM with this page size. Throws an EngineFailure for a page
 * size that SQLite does not know, and when there is no room for the copy.
 */
export function tryStorage(
  database: InstrumentedDatabase,
  pageSizeBytes: number,
  sqliteVersion: string,
): StorageReport {
  if (!isPageSize(pageSizeBytes)) throw unknownPageSize(pageSizeBytes);
  const copy = database.copyToFile();
  try {
    // VACUUM writes a second file. Both lie outside of the heap; the cache need not hold them, but
    // the sorting of indexes takes twice as long with a quarter of this.
    copy.run(`
      PRAGMA journal_mode = OFF;
      PRAGMA temp_store = FILE;
      PRAGMA cache_size = -64000;
      PRAGMA max_page_count = ${Math.floor(largestFile / pageSizeBytes)};
      PRAGMA page_size = ${pageSizeBytes};
      VACUUM;`);
    return readStorage(copy, sqliteVersion);
  } finally {
    copy.close();
  }
}

function isPageSize(bytes: number): boolean {
  return bytes >= smallestPage && bytes <= largestPage && Number.isInteger(Math.log2(bytes));
}

function unknownPageSize(bytes: number): EngineFailure {
  return new EngineFailure({
    code: 'statement-refused',
    message: `SQLite has no pages of ${bytes} bytes.`,
    hint: 'Choose a power of two from 512 to 65,536.',
  });
}
