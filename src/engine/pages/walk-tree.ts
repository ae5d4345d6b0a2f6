// Walks one b-tree of a database file from its root: counts pages and entries.
// Trusts nothing in the file: each page is entered once, so damage ends in an error, never in a loop.
import {
  type DatabaseFile,
  damaged,
  fileHeaderBytes,
  pageOffset,
  readUint16,
  readUint32,
} from './database-file.ts';
import { readVarint, varintBytes } from './varint.ts';

export interface TreeSize {
  /** Leaves, inner pages and overflow pages. */
  pages: number;
  /** Rows of a table, keys of an index (and rows of a WITHOUT ROWID table, which is one). */
  entries: number;
}

/** The content of a row or key: its first bytes in the page, the rest in overflow pages. */
export interface Payload {
  offset: number;
  length: number;
  /** How many bytes of it lie in the page. */
  localLength: number;
}

/** Remembers the pages that trees have taken: one byte a page, at the page's number. */
export type TakenPages = Uint8Array;

const pageTypes = { indexInner: 2, tableInner: 5, indexLeaf: 10, tableLeaf: 13 };

/**
 * Counts the tree of `root`; `onRow` is given the rows of a table's leaves. Throws an EngineFailure
 * where the tree is damaged.
 */
export function walkTree(
  file: DatabaseFile,
  root: number,
  name: string,
  taken: TakenPages,
  onRow?: (payload: Payload) => void,
): TreeSize {
  const { bytes, pageSize, usableSize } = file;
  const what = `The tree of ${name}`;
  const size: TreeSize = { pages: 0, entries: 0 };
  const open = [root];
  const isTable = isTableType(bytes[pageStart(file, root, what)]);
  const limits = localLimits(usableSize, isTable);

  function take(page: number): void {
    if (taken[page] !== 0) throw damaged(`${what} holds page ${page}, which has its place already`);
    taken[page] = 1;
    size.pages++;
  }

  // Chains are followed to their end: a chain that is broken is damage as well.
  function takeOverflow(first: number, length: number): void {
    let page = first;
    for (let left = length; left > 0; left -= usableSize - 4) {
      const offset = pageOffset(file, page, what);
      take(page);
      page = readUint32(bytes, offset);
    }
  }

  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    const start = pageStart(file, page, what);
    take(page);
    const type = bytes[start] ?? 0;
    const isLeaf = type === pageTypes.tableLeaf || type === pageTypes.indexLeaf;
    const isInner = type === pageTypes.tableInner || type === pageTypes.indexInner;
    if ((!isLeaf && !isInner) || isTableType(type) !== isTable) {
      throw damaged(`${what} holds page ${page}, which is of another kind`);
    }
    const base = (page - 1) * pageSize;
    const cells = readUint16(bytes, start + 3);
    const pointers = start + (isLeaf ? 8 : 12);
    if (pointers + 2 * cells > base + usableSize) {
      throw damaged(`Page ${page} of ${name} says that it has ${cells} cells`);
    }
    if (isLeaf || !isTable) size.entries += cells;
    if (isInner) open.push(readUint32(bytes, start + 8));
    for (let turn = 0; turn < cells; turn++) {
      // What is pushed last is entered next: inner pages backwards, so that rows come in order.
      const cell = isInner ? cells - 1 - turn : turn;
      const at = base + readUint16(bytes, pointers + 2 * cell);
      if (at < pointers || at + 4 > base + pageSize) {
        throw damaged(`Page ${page} of ${name} has a cell outside the page`);
      }
      if (isInner) open.push(readUint32(bytes, at));
      if (isInner && isTable) continue;
      const head = isInner ? at + 4 : at;
      // Nearly all rows are shorter than 128 bytes, or than what stays in the page.
      const first = bytes[head] ?? 0;
      const length = first < 0x80 ? first : readVarint(bytes, head);
      if (length <= limits.most && !onRow) continue;
      let offset = head + varintBytes(bytes, head);
      if (isTable) offset += varintBytes(bytes, offset);
      const localLength = localLengthOf(length, limits, usableSize);
      if (length > bytes.length || offset + localLength > base + pageSize) {
        throw damaged(`Page ${page} of ${name} has a cell that is longer than the page`);
      }
      if (localLength < length) {
        takeOverflow(readUint32(bytes, offset + localLength), length - localLength);
      }
      if (isLeaf) onRow?.({ offset, length, localLength });
    }
  }
  return size;
}

/** The whole payload as one piece. Call it for payloads that walkTree gave: their chain is sound. */
export function readPayload(file: DatabaseFile, payload: Payload): Uint8Array {
  const { bytes, usableSize } = file;
  const { offset, length, localLength } = payload;
  if (localLength === length) return bytes.subarray(offset, offset + length);
  const whole = new Uint8Array(length);
  whole.set(bytes.subarray(offset, offset + localLength));
  let page = readUint32(bytes, offset + localLength);
  for (let done = localLength; done < length; done += usableSize - 4) {
    const start = pageOffset(file, page, 'A row');
    const part = Math.min(usableSize - 4, length - done);
    whole.set(bytes.subarray(start + 4, start + 4 + part), done);
    page = readUint32(bytes, start);
  }
  return whole;
}

function isTableType(type: number | undefined): boolean {
  return type === pageTypes.tableInner || type === pageTypes.tableLeaf;
}

/** Where a page's own content begins. */
function pageStart(file: DatabaseFile, page: number, what: string): number {
  return pageOffset(file, page, what) + (page === 1 ? fileHeaderBytes : 0);
}

// "B-tree Cell Format", section 1.6 of the file format.
function localLimits(usableSize: number, isTable: boolean): { most: number; least: number } {
  const least = Math.floor(((usableSize - 12) * 32) / 255) - 23;
  return {
    most: isTable ? usableSize - 35 : Math.floor(((usableSize - 12) * 64) / 255) - 23,
    least,
  };
}

function localLengthOf(
  length: number,
  { most, least }: { most: number; least: number },
  usableSize: number,
): number {
  if (length <= most) return length;
  const local = least + ((length - least) % (usableSize - 4));
  return local <= most ? local : least;
}
