// The bytes of a database file as pages (https://www.sqlite.org/fileformat2.html).
// Knows the header and where pages lie; what stands in them is read elsewhere.
import { EngineFailure } from '../model/errors.ts';
import type { Bytes } from '../model/units.ts';

export interface DatabaseFile {
  bytes: Uint8Array;
  pageSize: Bytes;
  /** What of a page SQLite uses: some extensions reserve bytes at its end. */
  usableSize: Bytes;
  /** Whole pages that are there, whatever the header says. */
  pageCount: number;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

const magic = 'SQLite format 3\0';
/** Of the first page; its own content begins behind. */
export const fileHeaderBytes = 100;

/** Reads the header. Throws an EngineFailure when this is no database file. */
export function openDatabaseFile(bytes: Uint8Array): DatabaseFile {
  const hasMagic = [...magic].every((letter, at) => bytes[at] === letter.charCodeAt(0));
  if (!hasMagic || bytes.length < 512) throw damaged('It does not begin as a SQLite database does');
  const written = readUint16(bytes, 16);
  // 65536 does not fit into two bytes: 1 stands for it.
  const pageSize = written === 1 ? 65_536 : written;
  const isPowerOfTwo = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0;
  const usableSize = pageSize - (bytes[20] ?? 0);
  if (!isPowerOfTwo || usableSize < 480)
    throw damaged(`It says that its pages have ${pageSize} bytes`);
  const encodings = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'] as const;
  const encoding = encodings[readUint32(bytes, 56)];
  if (!encoding) throw damaged('It names a text encoding that does not exist');
  return { bytes, pageSize, usableSize, pageCount: Math.floor(bytes.length / pageSize), encoding };
}

/** Offset of a page, from 1. Throws when the file has no such page; `what` refers to it. */
export function pageOffset(file: DatabaseFile, page: number, what: string): number {
  if (page < 1 || page > file.pageCount) {
    throw damaged(`${what} refers to page ${page} of ${file.pageCount}`);
  }
  return (page - 1) * file.pageSize;
}

/** The failure that tells of a damaged file; `finding` is a sentence without its full stop. */
export function damaged(finding: string): EngineFailure {
  return new EngineFailure({
    code: 'engine-failed',
    message: `The database file is damaged. ${finding}.`,
    hint: 'Generate the data again, or take the file from a backup.',
  });
}

export function readUint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
}

export function readUint32(bytes: Uint8Array, offset: number): number {
  return readUint16(bytes, offset) * 65_536 + readUint16(bytes, offset + 2);
}
