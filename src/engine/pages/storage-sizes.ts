// Bytes of every table and index of a database, counted from the pages of its file: sql.js has no
// dbstat. Needs no connection, only the bytes.
import type { StorageSize } from '../model/database/storage-size.ts';
import { type DatabaseFile, damaged, openDatabaseFile } from './database-file.ts';
import { readSchemaRow, type SchemaRow } from './schema-rows.ts';
import { readPayload, type TakenPages, walkTree } from './walk-tree.ts';

/**
 * The sizes of all trees of a database file: sqlite_schema first, then tables and indexes in order
 * of creation, SQLite's own (sqlite_sequence, sqlite_autoindex_...) among them. Pages on the free
 * list belong to none. Equal to dbstat, tree by tree. Throws an EngineFailure when the file is
 * damaged, in time linear to its length at most.
 */
export function storageSizes(image: Uint8Array): StorageSize[] {
  // What SQLite exports before the first write.
  if (image.length === 0) return [];
  const file = openDatabaseFile(image);
  const taken: TakenPages = new Uint8Array(file.pageCount + 1);
  const rows: SchemaRow[] = [];
  const schema = walkTree(file, 1, 'sqlite_schema', taken, (payload) => {
    rows.push(readSchemaRow(file, readPayload(file, payload)));
  });
  return [
    sizeOf(file, { type: 'table', name: 'sqlite_schema', table: 'sqlite_schema' }, schema),
    ...rows
      .filter(({ rootPage }) => rootPage !== 0)
      .map((row) => sizeOf(file, row, walkTree(file, row.rootPage, row.name, taken))),
  ];
}

function sizeOf(
  { pageSize }: DatabaseFile,
  { type, name, table }: Omit<SchemaRow, 'rootPage'>,
  { pages, entries }: { pages: number; entries: number },
): StorageSize {
  if (type !== 'table' && type !== 'index') throw damaged(`${name} has pages, but is a ${type}`);
  return { name, kind: type, table, pages, sizeBytes: pages * pageSize, entries };
}
