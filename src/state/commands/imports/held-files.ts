// Images of imported files that the browser's storage has no room for: they stay while the page does.
import type { DatabaseRequest } from '../../../engine/model/database/database.ts';

export interface HeldFiles {
  hold(imageId: string, file: Blob): void;
  has(imageId: string): boolean;
  /** The request as the engine is to get it: with the file where it cannot read it elsewhere. */
  withFile(request: DatabaseRequest): DatabaseRequest & { file?: Blob };
}

export function createHeldFiles(): HeldFiles {
  const files = new Map<string, Blob>();
  return {
    hold: (imageId, file) => void files.set(imageId, file),
    has: (imageId) => files.has(imageId),
    withFile(request) {
      const file = request.imported && files.get(request.imported.imageId);
      return file ? { ...request, file } : request;
    },
  };
}
