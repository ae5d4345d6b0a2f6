// The image store over this browser's own storage: for workers and for the page alike.
// Where the browser has none, nothing is found and keeping is refused with a sentence.
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import type { Bytes } from '../../engine/model/units.ts';
import { bytesHash } from '../../lib/hash/bytes-hash.ts';
import { withTimeLimit } from '../time-limit.ts';
import { browserLocks } from './image-locks.ts';
import type { ImageStore } from './image-store.ts';
import { createOriginPrivateImages } from './origin-private-images.ts';

const largestRoom: Bytes = 2 * 1024 ** 3;
/** Of the browser's quota; while an image is replaced there are two of it. */
const quotaShare = 0.4;

/** `parse`: any value as a record, null when it is none. Opens nothing before the first call. */
export function createBrowserImages(parse: (value: unknown) => ImageRecord | null): ImageStore {
  return createOriginPrivateImages({
    parse,
    checksum: bytesHash,
    // Missing outside of secure origins: then it throws, as storage that is forbidden does.
    directory: async () => navigator.storage.getDirectory(),
    factory: () => indexedDB,
    tryHold: browserLocks(() => navigator.locks),
    limitBytes: roomInBrowser,
    now: Date.now,
  });
}

async function roomInBrowser(): Promise<Bytes> {
  try {
    const { quota } = await withTimeLimit(navigator.storage.estimate(), 2000);
    return Math.min(largestRoom, Math.floor((quota ?? Number.POSITIVE_INFINITY) * quotaShare));
  } catch {
    return largestRoom;
  }
}
