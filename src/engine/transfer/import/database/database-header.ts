// The header of a SQLite file, looked at before SQLite sees the file: is it whole, is it in WAL mode.
// https://www.sqlite.org/fileformat2.html section 1.3
import { openDatabaseFile, readUint32 } from '../../../pages/database-file.ts';
import { refusals } from '../../refusals.ts';

export interface DatabaseHeader {
  pageSize: number;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  isWal: boolean;
}

const magic = 'SQLite format 3\0';

/** Reads the header of a file of so many bytes. Throws refusals for what cannot be a whole database. */
export function readDatabaseHeader(head: Uint8Array, sizeBytes: number): DatabaseHeader {
  if (![...magic].every((letter, at) => head[at] === letter.charCodeAt(0))) {
    throw refusals.header('it does not begin as a SQLite database does');
  }
  if (sizeBytes < 512) throw refusals.truncated(512, sizeBytes);
  const { pageSize, encoding } = openHeader(head);
  const [write, read] = [head[18] ?? 0, head[19] ?? 0];
  if (write < 1 || read < 1 || read > 2 || write > 2) {
    throw refusals.header(
      `it is of the format ${Math.max(write, read)}, which SQLite does not know`,
    );
  }
  if (head[21] !== 64 || head[22] !== 32 || head[23] !== 32) {
    throw refusals.header('its header does not hold the payload fractions of every SQLite file');
  }
  const pages = readUint32(head, 28);
  // The page count holds only when the same change wrote it (version-valid-for); older SQLite left 0.
  const isCounted = pages > 0 && readUint32(head, 24) === readUint32(head, 92);
  if (isCounted && pages * pageSize > sizeBytes) {
    throw refusals.truncated(pages * pageSize, sizeBytes);
  }
  if (!isCounted && sizeBytes % pageSize !== 0) {
    throw refusals.truncated(Math.ceil(sizeBytes / pageSize) * pageSize, sizeBytes);
  }
  return { pageSize, encoding, isWal: write === 2 || read === 2 };
}

/** What both the walker of pages and this file check, told as a refusal. */
function openHeader(head: Uint8Array): Pick<DatabaseHeader, 'pageSize' | 'encoding'> {
  const written = ((head[16] ?? 0) << 8) | (head[17] ?? 0);
  const pageSize = written === 1 ? 65_536 : written;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) {
    throw refusals.header(`its header says that its pages have ${pageSize} bytes`);
  }
  const reserved = head[20] ?? 0;
  if (pageSize - reserved < 480) {
    throw refusals.header(`its header reserves ${reserved} bytes of each page of ${pageSize}`);
  }
  // 0 stands in a file to which nothing was ever written.
  const code = readUint32(head, 56);
  if (code > 3) throw refusals.header('its header names a text encoding that does not exist');
  return { pageSize, encoding: openDatabaseFile(head).encoding };
}

/**
 * Switches a file from WAL mode to a rollback journal, in place: SQLite in the page has no shared
 * memory for a write-ahead log. Only bytes 18 and 19 differ between the two.
 */
export function leaveWalMode(bytes: Uint8Array): void {
  bytes[18] = 1;
  bytes[19] = 1;
}
