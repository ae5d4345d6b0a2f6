// The folder of image files in the browser's origin-private file system: write, read, remove.
// Knows no records; no handle stays open between two calls, or other tabs could not go on.
import type { Bytes, Milliseconds } from '../../engine/model/units.ts';
import { withTimeLimit } from '../time-limit.ts';

export interface ImageFiles {
  /** Writes a file that is not there yet; rejects unless all of it is written. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file; rejects when it cannot be read now. */
  read(name: string, sizeBytes: Bytes): Promise<Uint8Array<ArrayBuffer> | null>;
  /** True when the file is gone; false when it is in use or cannot be removed now. */
  remove(name: string): Promise<boolean>;
  names(): Promise<string[]>;
}

/**
 * Bytes of a piece. Where the browser offers a synchronous handle (in workers only), 100 MB in such
 * pieces take 50 to 150 ms (Chromium, on disk); createWritable, which copies the file when it is
 * closed, takes 420 to 530.
 */
const pieceBytes = 8 * 1024 * 1024;

/** What reading or writing takes on a slow disk: 20 MB/s. */
export const slowestBytesPerMs = 20_000;

/** The files in the folder `images` of `root`; both are asked for at each call and kept by none. */
export function createImageFiles(
  root: () => Promise<FileSystemDirectoryHandle>,
  limitMs: Milliseconds,
): ImageFiles {
  const folder = async () => (await root()).getDirectoryHandle('images', { create: true });
  const limited = <T>(work: () => Promise<T>, sizeBytes: Bytes = 0): Promise<T> =>
    withTimeLimit(work(), limitMs + sizeBytes / slowestBytesPerMs);

  return {
    write: (name, bytes) =>
      limited(async () => {
        const handle = await (await folder()).getFileHandle(name, { create: true });
        if ('createSyncAccessHandle' in handle) await writeInWorker(handle, bytes);
        else await writeAnywhere(handle, bytes);
        const { size } = await handle.getFile();
        if (size !== bytes.byteLength) {
          throw new Error(`The disk is full: ${size} of ${bytes.byteLength} bytes were written.`);
        }
      }, bytes.byteLength),
    read: (name, sizeBytes) =>
      limited(async () => {
        const file = await unlessMissing(async () =>
          (await (await folder()).getFileHandle(name)).getFile(),
        );
        // Another size is another content: it is not worth its reading.
        if (file === null || file.size !== sizeBytes) return file && new Uint8Array(0);
        // Not a synchronous handle, though that takes half the time: it shuts out other tabs.
        const buffer = await unlessMissing(() => file.arrayBuffer());
        return buffer && new Uint8Array(buffer);
      }, sizeBytes),
    async remove(name) {
      try {
        await limited(async () => unlessMissing(async () => (await folder()).removeEntry(name)));
        return true;
      } catch {
        return false;
      }
    },
    names: () =>
      limited(async () => {
        const names: string[] = [];
        for await (const name of (await folder()).keys()) names.push(name);
        return names;
      }),
  };
}

async function unlessMissing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'NotFoundError') return null;
    throw thrown;
  }
}

/** The part of FileSystemSyncAccessHandle that is used; the page's types do not know it. */
interface SyncHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}

async function writeInWorker(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const { createSyncAccessHandle } = handle as unknown as {
    createSyncAccessHandle(): Promise<SyncHandle>;
  };
  const file = await createSyncAccessHandle.call(handle);
  try {
    for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      // A full disk: fewer bytes are written, and nothing is thrown.
      if (file.write(piece, { at }) !== piece.byteLength) throw new Error('The disk is full.');
    }
    file.flush();
  } finally {
    file.close();
  }
}

async function writeAnywhere(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable();
  try {
    // The bytes are of no SharedArrayBuffer: they come from an export or a file.
    await stream.write(bytes as Uint8Array<ArrayBuffer>);
    await stream.close();
  } catch (thrown) {
    await stream.abort().catch(() => undefined);
    throw thrown;
  }
}
