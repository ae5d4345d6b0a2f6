// A database image as a file to take away: the database itself, a script, or the rows of a table.
// Gives pieces; who writes the file puts them together.
import { assertNever } from '../../../lib/assert-never.ts';
import type { ExportProgress, ExportRequest } from '../../model/transfer/export.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { setupImage } from './setup-database.ts';
import { sqlDump } from './sql-dump.ts';
import { tableText } from './table-text.ts';

/** A text is to be written as UTF-8. */
export type FilePiece = string | Uint8Array<ArrayBuffer>;

/** 16 MiB: each page is touched once or twice, and WebAssembly memory never shrinks. */
const smallCache = 'PRAGMA cache_size = -16384';

/**
 * The pieces of the file in order, made while they are taken. `image` is left as it is; the driver
 * must be one that can open it. Throws EngineFailures.
 */
export function* exportFile(
  driver: Driver,
  image: Uint8Array,
  request: ExportRequest,
  report: (progress: ExportProgress) => void,
): Generator<FilePiece, void, undefined> {
  const database = driver.open(image);
  try {
    database.run(smallCache);
    yield* pieces(database, request, report);
    report({ fraction: 1 });
  } finally {
    database.close();
  }
}

function* pieces(
  database: Database,
  request: ExportRequest,
  report: (progress: ExportProgress) => void,
): Generator<FilePiece> {
  switch (request.format) {
    case 'sqlite':
      yield setupImage(database, request, report);
      return;
    case 'sql':
      yield* sqlDump(database, request, report);
      return;
    case 'csv': {
      const { isRaw } = request.csv;
      yield* tableText(database, request.table, { kind: 'csv', isRaw }, report);
      return;
    }
    case 'json':
      yield* tableText(database, request.table, { kind: 'json' }, report);
      return;
    default:
      assertNever(request);
  }
}
