// Where database images are kept: the interface that workers and page share.
// Behind it stands the browser's file system (origin-private-images.ts); in tests, memory.
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import type { Bytes } from '../../engine/model/units.ts';

export interface KeptImage {
  record: ImageRecord;
  bytes: Uint8Array<ArrayBuffer>;
}

export type KeepOutcome =
  | { kind: 'kept' }
  /** Not kept, the sentence says why: no room, no storage, another tab is writing it. */
  | { kind: 'refused'; message: string };

export interface ImageUsage {
  usedBytes: Bytes;
  /** Above it the generated images that were not used for longest go. */
  limitBytes: Bytes;
}

/** No call throws or hangs: storage that fails is storage without images. */
export interface ImageStore {
  /**
   * The image with its record, whole and checked; null when it is not there. Counts as a use.
   * `onFound` is called when there is a record, before the bytes are read.
   */
  read(imageId: string, onFound?: () => void): Promise<KeptImage | null>;
  /**
   * Keeps an image; generated ones that were not used for longest make room, imported ones never go
   * by themselves. What has the same name is replaced only when the new one is whole. The size is
   * that of the bytes, whatever the record says.
   */
  keep(record: Omit<ImageRecord, 'savedAt' | 'usedAt'>, bytes: Uint8Array): Promise<KeepOutcome>;
  list(): Promise<ImageRecord[]>;
  remove(imageId: string): Promise<void>;
  usage(): Promise<ImageUsage>;
}
