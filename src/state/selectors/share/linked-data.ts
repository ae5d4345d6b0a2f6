// Data of a file beside a link, which never carries it: what is said to the author and the receiver,
// and what becomes of an opened link when a file is taken in.
import type { ImportedData } from '../../../engine/model/database/imported-data.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import type { OpenedLink } from '../../ui-store.ts';

/** `shop.db (31 MB)` */
export function dataFileWords({
  fileName,
  sizeBytes,
}: Pick<ImportedData, 'fileName' | 'sizeBytes'>): string {
  return `${fileName} (${formatBytes(sizeBytes)})`;
}

/** What the author is told before sharing. */
export function unsharedDataWords(imported: ImportedData): string {
  return `The data of this playground is the file ${dataFileWords(imported)}. It is not in the link: whoever opens it needs the file.`;
}

/**
 * The opened link once another playground has taken its place: it goes on when that is its own over
 * the file that it asked for, or over another one of that name, which its banner then says.
 */
export function linkAfter(link: OpenedLink | null, next: Playground): OpenedLink | null {
  if (!link?.imported || !next.imported || next.title !== link.title) return null;
  const { imported } = link;
  if (next.imported.imageId === imported.imageId) {
    return { ...link, imported: { ...imported, isHere: true } };
  }
  return next.imported.fileName === imported.fileName
    ? { ...link, status: 'different-data' }
    : null;
}
