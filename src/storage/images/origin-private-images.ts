// Database images in the browser's origin-private file system, their records in IndexedDB.
// A new image is a new file; it counts from the moment when the record points at it, in one
// transaction. Whatever fails or is killed before leaves the old image; files without record go.
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import type { Bytes, Milliseconds } from '../../engine/model/units.ts';
import { describeStorageFailure, isQuotaFailure } from '../dyno-database.ts';
import type { DatabaseOptions, StorageFailure } from '../guarded-database.ts';
import { withTimeLimit } from '../time-limit.ts';
import { createImageFiles, slowestBytesPerMs } from './image-files.ts';
import type { TryHold } from './image-locks.ts';
import { createImageRecords, type StoredImage } from './image-records.ts';
import { leastUsed, roomFor, type StoredSize, usedBytes } from './image-room.ts';
import type { ImageStore, KeepOutcome, KeptImage } from './image-store.ts';

export interface OriginPrivateOptions extends DatabaseOptions {
  /** The root of the file system; asked for at each call, may throw or reject. */
  directory: () => Promise<FileSystemDirectoryHandle>;
  /** Any value as a record, null when it is none. */
  parse: (value: unknown) => ImageRecord | null;
  /** A hash of all the bytes. */
  checksum: (bytes: Uint8Array) => string;
  tryHold: TryHold;
  limitBytes: () => Promise<Bytes>;
  /** Milliseconds since 1970. */
  now: () => number;
}

const subject = { name: 'this database', advice: 'open its file again when it is needed' };
const noSpace =
  'The browser has no space left for this database. Remove data under File > Stored data.';
const refused = (message: string): KeepOutcome => ({ kind: 'refused', message });

/** A store over the browser's own storage; nothing is opened before the first call. */
export function createOriginPrivateImages(options: OriginPrivateOptions): ImageStore {
  const { parse, checksum, now } = options;
  const limitMs: Milliseconds = options.timeLimitMs ?? 5000;
  const files = createImageFiles(options.directory, limitMs);
  const records = createImageRecords(options);

  async function stored(): Promise<StoredImage[]> {
    const all = await records.all();
    return isFailure(all) ? [] : all;
  }

  /** A failure leaves files that the next occasion removes. */
  async function removeFiles(names: readonly string[]): Promise<void> {
    for (const name of names) await files.remove(name);
  }

  /** Removes the files that no record points at and nobody writes; `own`: what the caller holds. */
  async function removeGarbage(own: string | null): Promise<void> {
    const pointedAt = async () => {
      const all = await records.all();
      return isFailure(all) ? null : new Set(all.map(({ saved }) => saved.file));
    };
    const garbage = async (names: readonly string[]) => {
      const kept = await pointedAt();
      return kept ? names.filter((name) => !kept.has(name)) : [];
    };
    for (const name of await garbage(await files.names())) {
      const imageId = imageIdOf(name);
      // Asked again under the lock: its writer may have just made it count.
      const remove = async () => removeFiles(await garbage([name]));
      if (imageId === own) await remove();
      else await options.tryHold(lockOf(imageId), remove);
    }
  }

  async function keepHeld(
    record: ImageRecord,
    bytes: Uint8Array,
    isLate: () => boolean,
  ): Promise<KeepOutcome> {
    await quietly(() => removeGarbage(record.imageId));
    const all = await records.all();
    if (isFailure(all)) return refused(all.message);
    const room = roomFor(record, all.map(sizeOf), await options.limitBytes());
    if (room.kind === 'none') return refused(room.message);
    const file = `${record.imageId}.${randomToken()}`;
    try {
      await writeMakingRoom(file, bytes);
    } catch (thrown) {
      await files.remove(file);
      throw thrown;
    }
    let isGivenUp = false;
    const freed = await records.put(
      record,
      { file, checksum: checksum(bytes) },
      room.dropped,
      () => isGivenUp || isLate(),
    );
    if (!isFailure(freed)) {
      await removeFiles(freed);
      return { kind: 'kept' };
    }
    isGivenUp = true;
    // The transaction may have been committed unheard: the records know which file counts.
    await quietly(() => removeGarbage(record.imageId));
    return refused(freed.message);
  }

  /** Writes a file; where the disk is full, once more without images that can be made again. */
  async function writeMakingRoom(file: string, bytes: Uint8Array): Promise<void> {
    try {
      await files.write(file, bytes);
    } catch (thrown) {
      if (!isQuotaFailure(thrown)) throw thrown;
      await files.remove(file);
      const others = (await stored()).filter(({ imageId }) => imageId !== imageIdOf(file));
      const dropped = leastUsed(others.map(sizeOf), bytes.byteLength);
      const freed = dropped && (await records.drop(dropped));
      if (!freed || isFailure(freed)) throw thrown;
      await removeFiles(freed);
      await files.write(file, bytes);
    }
  }

  async function readStored({ imageId, saved, record }: StoredImage): Promise<KeptImage | null> {
    if (!record) return null;
    const bytes = await files.read(saved.file, saved.sizeBytes);
    if (bytes?.byteLength === saved.sizeBytes && checksum(bytes) === saved.checksum) {
      const usedAt = now();
      await records.touch(imageId, usedAt);
      return { record: { ...record, usedAt }, bytes };
    }
    const freed = await records.drop([imageId], saved.file);
    if (!isFailure(freed)) await removeFiles(freed);
    return null;
  }

  return {
    read: (imageId, onFound) =>
      orElse<KeptImage | null>(null, async () => {
        const found = await records.get(imageId);
        if (!found || isFailure(found)) return null;
        onFound?.();
        const image = await orElse(null, () => readStored(found));
        if (image) return image;
        // Another tab may have replaced the file while it was read.
        const other = await records.get(imageId);
        if (!other || isFailure(other) || other.saved.file === found.saved.file) return null;
        return readStored(other);
      }),
    async keep(record, bytes) {
      let isLate = false;
      try {
        const at = now();
        const whole = { ...record, sizeBytes: bytes.byteLength, savedAt: at, usedAt: at };
        if (!parse(whole)) return refused('This database is not kept: it could not be read back.');
        const work = () => keepHeld(whole, bytes, () => isLate);
        // Each step has its limit; this one is for locks that never answer.
        const held = await withTimeLimit(
          options.tryHold(lockOf(record.imageId), work),
          10 * limitMs + bytes.byteLength / slowestBytesPerMs,
        );
        return held.isHeld ? held.value : refused('Another tab is keeping this database just now.');
      } catch (thrown) {
        isLate = true;
        return refused(isQuotaFailure(thrown) ? noSpace : describeStorageFailure(thrown, subject));
      }
    },
    list: () =>
      orElse([], async () => {
        await quietly(() => removeGarbage(null));
        return (await stored()).flatMap(({ record }) => record ?? []);
      }),
    remove: (imageId) =>
      orElse(undefined, async () => {
        const freed = await records.drop([imageId]);
        if (!isFailure(freed)) await removeFiles(freed);
      }),
    usage: () =>
      orElse({ usedBytes: 0, limitBytes: 0 }, async () => ({
        usedBytes: usedBytes((await stored()).map(({ saved }) => saved)),
        limitBytes: await options.limitBytes(),
      })),
  };
}

function isFailure(outcome: unknown): outcome is StorageFailure {
  return (outcome as StorageFailure | null | undefined)?.kind === 'failed';
}

async function orElse<T>(other: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return other;
  }
}

const quietly = (work: () => Promise<void>) => orElse(undefined, work);

const lockOf = (imageId: string) => `sql-dyno-image:${imageId}`;

function imageIdOf(fileName: string): string {
  return fileName.split('.')[0] ?? fileName;
}

const sizeOf = ({ imageId, saved }: StoredImage): StoredSize => ({ ...saved, imageId });

function randomToken(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
