// Which images make room for a new one: the generated ones that were not used for longest.
// Pure; whoever keeps images removes what is named here.
import type { ImageKind } from '../../engine/model/database/database-image.ts';
import type { Bytes } from '../../engine/model/units.ts';
import { formatBytes } from '../../lib/format/format-bytes.ts';

/** What counts of an image when room is made. */
export interface StoredSize {
  imageId: string;
  kind: ImageKind;
  sizeBytes: Bytes;
  usedAt: number;
}

export type Room =
  | { kind: 'room'; dropped: string[] }
  /** The sentence says why there is none, and what to do. */
  | { kind: 'none'; message: string };

/** Makes room for an image beside the others; what has the same id is replaced and not counted. */
export function roomFor(
  { imageId, sizeBytes }: Pick<StoredSize, 'imageId' | 'sizeBytes'>,
  stored: readonly StoredSize[],
  limitBytes: Bytes,
): Room {
  if (sizeBytes > limitBytes) {
    const message = `This database (${formatBytes(sizeBytes)}) is larger than all the room for databases in this browser (${formatBytes(limitBytes)}).`;
    return { kind: 'none', message };
  }
  const others = stored.filter((each) => each.imageId !== imageId);
  const dropped = leastUsed(others, usedBytes(others) + sizeBytes - limitBytes);
  if (dropped) return { kind: 'room', dropped };
  const imported = usedBytes(others.filter(({ kind }) => kind === 'imported'));
  const message = `Files that were opened take ${formatBytes(imported)} of the ${formatBytes(limitBytes)} for databases in this browser: there is no room for ${formatBytes(sizeBytes)} more. Remove data under File > Stored data.`;
  return { kind: 'none', message };
}

/** Generated images to drop so that `excessBytes` become free; null when they are not enough. */
export function leastUsed(stored: readonly StoredSize[], excessBytes: Bytes): string[] | null {
  const dropped: string[] = [];
  let excess = excessBytes;
  const generated = stored.filter(({ kind }) => kind === 'generated');
  for (const each of generated.toSorted((one, other) => one.usedAt - other.usedAt)) {
    if (excess <= 0) break;
    dropped.push(each.imageId);
    excess -= each.sizeBytes;
  }
  return excess <= 0 ? dropped : null;
}

export function usedBytes(stored: readonly { sizeBytes: Bytes }[]): Bytes {
  return stored.reduce((sum, each) => sum + each.sizeBytes, 0);
}
