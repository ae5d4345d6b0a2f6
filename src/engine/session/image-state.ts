// What stands in a database that came without a record: read from itself, so that nothing of it is
// built again.
import type { BuiltIndex } from '../model/database/database.ts';
import type { ImageState } from '../model/database/database-image.ts';
import { storageSizes } from '../pages/storage-sizes.ts';
import type { Database } from '../sqlite/driver.ts';
import { readStatistics } from './sync-indexes.ts';

/** `bytes`: the file that the database was opened from; `tables`: what is known of its rows. */
export function readImageState(
  database: Database,
  bytes: Uint8Array,
  tables: ImageState['tables'],
): ImageState {
  const indexes = database
    .all(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid",
    )
    .map(([name, sql]) => ({ name: String(name), sql: String(sql) }));
  const sizes = new Map(
    storageSizes(bytes).map(({ kind, name, sizeBytes }) => [`${kind} ${name}`, sizeBytes]),
  );
  const built = indexes.map(
    ({ name }): BuiltIndex => ({
      status: 'built',
      name,
      sizeBytes: sizes.get(`index ${name}`) ?? 0,
      // Whoever built it did not say how long it took.
      buildMs: 0,
    }),
  );
  const hasStatistics = readStatistics(database).length > 0;
  return { tables, indexes, built, hasStatistics, contentMs: 0 };
}
