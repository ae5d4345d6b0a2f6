// Images and their locks in memory, for tests. Not for the product: a worker that is replaced would
// take them with it.
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import type { Bytes } from '../../engine/model/units.ts';
import type { TryHold } from './image-locks.ts';
import { roomFor, usedBytes } from './image-room.ts';
import type { ImageStore } from './image-store.ts';

/** A store that ends with the page or worker that made it. `now`: milliseconds since 1970. */
export function createMemoryImages(limitBytes: Bytes, now: () => number = Date.now): ImageStore {
  const images = new Map<string, { record: ImageRecord; bytes: Uint8Array<ArrayBuffer> }>();
  const records = () => [...images.values()].map(({ record }) => record);
  return {
    async read(imageId, onFound) {
      const image = images.get(imageId);
      if (!image) return null;
      onFound?.();
      image.record = { ...image.record, usedAt: now() };
      return { record: image.record, bytes: image.bytes.slice() };
    },
    async keep(record, bytes) {
      const at = now();
      const whole = { ...record, sizeBytes: bytes.byteLength, savedAt: at, usedAt: at };
      const room = roomFor(whole, records(), limitBytes);
      if (room.kind === 'none') return { kind: 'refused', message: room.message };
      for (const imageId of room.dropped) images.delete(imageId);
      images.set(record.imageId, { record: whole, bytes: new Uint8Array(bytes) });
      return { kind: 'kept' };
    },
    list: async () => records(),
    async remove(imageId) {
      images.delete(imageId);
    },
    usage: async () => ({ usedBytes: usedBytes(records()), limitBytes }),
  };
}

/** Locks among those who share the returned function. */
export function localLocks(): TryHold {
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return { isHeld: false };
    held.add(name);
    try {
      return { isHeld: true, value: await work() };
    } finally {
      held.delete(name);
    }
  };
}
