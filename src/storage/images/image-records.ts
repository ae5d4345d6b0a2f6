// The records of kept images in IndexedDB: what is in the folder counts only if a record says so.
// Never throws and never hangs; knows no files.
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import type { SavedImage, WriteTransaction } from '../dyno-database.ts';
import {
  createGuardedDatabase,
  type DatabaseOptions,
  type StorageFailure,
} from '../guarded-database.ts';

/** An entry with its key. `record` is null when this page cannot read it. */
export interface StoredImage {
  imageId: string;
  saved: SavedImage;
  record: ImageRecord | null;
}

export interface ImageRecords {
  all(): Promise<StoredImage[] | StorageFailure>;
  get(imageId: string): Promise<StoredImage | null | StorageFailure>;
  /**
   * Makes the record point at a new file and drops others, all or nothing; gives the files that no
   * record points at any more. `isAbandoned`: asked last, true leaves everything as it is.
   */
  put(
    record: ImageRecord,
    file: { file: string; checksum: string },
    dropped: readonly string[],
    isAbandoned: () => boolean,
  ): Promise<string[] | StorageFailure>;
  /** Removes records, those that point at `file` if one is named; gives their files. */
  drop(imageIds: readonly string[], file?: string): Promise<string[] | StorageFailure>;
  /** Notes a use. */
  touch(imageId: string, usedAt: number): Promise<unknown>;
}

export interface ImageRecordsOptions extends DatabaseOptions {
  /** Any value as a record, null when it is none. */
  parse: (value: unknown) => ImageRecord | null;
}

const formatVersion = 1;

export function createImageRecords(options: ImageRecordsOptions): ImageRecords {
  const { opened, guarded, write } = createGuardedDatabase(options, {
    name: 'this database',
    advice: 'open its file again when it is needed',
  });

  function toStored(imageId: string, saved: SavedImage): StoredImage {
    const { sizeBytes, kind, savedAt, usedAt } = saved;
    const whole = { ...Object(saved.about), imageId, sizeBytes, kind, savedAt, usedAt };
    const record = saved.formatVersion === formatVersion ? options.parse(whole) : null;
    return { imageId, saved, record };
  }

  return {
    all: () =>
      guarded(async () => {
        const { store } = (await opened()).transaction('images', 'readonly');
        const keys = await store.getAllKeys();
        const saved = await store.getAll();
        return saved.map((each, index) => toStored(String(keys[index]), each));
      }),
    get: (imageId) =>
      guarded(async () => {
        const saved = await (await opened()).get('images', imageId);
        return saved ? toStored(imageId, saved) : null;
      }),
    put: (record, file, dropped, isAbandoned) =>
      guarded(() =>
        write(['images'], async (transaction) => {
          const { imageId, sizeBytes, kind, savedAt, usedAt, ...about } = record;
          if (options.parse(record) === null) throw new Error('The record could not be read back.');
          const store = transaction.objectStore('images');
          const before = await store.get(imageId);
          const freed = await dropFrom(transaction, dropped);
          const times = { savedAt, usedAt };
          const saved = { formatVersion, ...file, sizeBytes, kind, ...times, about };
          await store.put(saved, imageId);
          if (isAbandoned()) throw new Error('It took too long.');
          return before ? [...freed, before.file] : freed;
        }),
      ),
    drop: (imageIds, file) =>
      guarded(() => write(['images'], (transaction) => dropFrom(transaction, imageIds, file))),
    touch: (imageId, usedAt) =>
      guarded(async () => {
        // Not strictly durable: losing it costs nothing but a place in the order.
        const { store, done } = (await opened()).transaction('images', 'readwrite');
        done.catch(() => undefined);
        const saved = await store.get(imageId);
        if (saved) await store.put({ ...saved, usedAt }, imageId);
        await done;
      }),
  };
}

async function dropFrom(
  transaction: WriteTransaction<'images'>,
  imageIds: readonly string[],
  file?: string,
): Promise<string[]> {
  const store = transaction.objectStore('images');
  const files: string[] = [];
  for (const imageId of imageIds) {
    const saved = await store.get(imageId);
    if (!saved || (file !== undefined && saved.file !== file)) continue;
    await store.delete(imageId);
    files.push(saved.file);
  }
  return files;
}
