// What a request's content is, apart from indexes and statistics, and the name of its image.
import { canonicalJson } from '../../lib/canonical-json.ts';
import { textHash } from '../../lib/hash/text-hash.ts';
import type { DatabaseRequest } from '../model/database/database.ts';
import type { ImageKind } from '../model/database/database-image.ts';

/** Counts up when the same recipe is laid out otherwise in the file: images kept before are not used. */
const layoutVersion = 1;

/** Equal for requests whose tables hold the same rows. */
export function contentOf({ schemaSql, recipe, imported }: DatabaseRequest): string {
  return canonicalJson(imported ? [imported.imageId] : [schemaSql, recipe]);
}

/** The image that holds this content: the imported one, or 'g' and the hash of what it is made from. */
export function imageIdOf(request: DatabaseRequest, sqliteVersion: string): string {
  if (request.imported) return request.imported.imageId;
  return `g${textHash(JSON.stringify([contentOf(request), sqliteVersion, layoutVersion]))}`;
}

export function imageKindOf({ imported }: DatabaseRequest): ImageKind {
  return imported ? 'imported' : 'generated';
}
