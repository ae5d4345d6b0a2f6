// Where the bytes of an open database are: dbstat, tree by tree. Only SQLite's official build has it.
// https://www.sqlite.org/dbstat.html. Changes nothing.
import { EngineFailure } from '../model/errors.ts';
import type { StorageReport, TreeStorage } from '../model/storage/storage-report.ts';
import type { SqlValue } from '../model/values.ts';
import { askNumber } from '../sqlite/ask-number.ts';
import type { Database } from '../sqlite/driver.ts';

/**
 * All trees of the database: sqlite_schema first, then tables and indexes in order of creation, those
 * of SQLite itself and of virtual tables among them. Free pages belong to none. Throws an
 * EngineFailure when a page is damaged.
 */
export function readStorage(database: Database, sqliteVersion: string): StorageReport {
  const pageSizeBytes = pragma(database, 'page_size');
  const pages = pragma(database, 'page_count');
  return {
    pageSizeBytes,
    pages,
    freePages: pragma(database, 'freelist_count'),
    sizeBytes: pages * pageSizeBytes,
    trees: readTrees(database),
    sqliteVersion,
  };
}

/**
 * One row a tree. The path of a page has a slash for each level above it and one at its end:
 * '/' is the root, '/000/' its first child, and '/000/+000000' an overflow page of that child.
 * An interior page of a table holds no row: its cells are signposts. One of an index or of a table
 * WITHOUT ROWID holds an entry in every cell. Of an empty page of 65,536 bytes dbstat (3.54) says
 * that -8 are unused: where its content begins is stored as 0 then.
 */
const treesSql = `
  WITH pages AS (
    SELECT name, count(*) AS pages, sum(pgsize) AS size,
      count(*) FILTER (WHERE pagetype = 'internal') AS interior,
      count(*) FILTER (WHERE pagetype = 'leaf') AS leaf,
      count(*) FILTER (WHERE pagetype = 'overflow') AS overflow,
      sum(iif(unused < 0, unused + pgsize, unused)) AS unused,
      max(length(path) - length(replace(path, '/', ''))) FILTER (WHERE pagetype = 'leaf') AS depth,
      sum(ncell) FILTER (WHERE pagetype = 'internal') AS interior_cells,
      sum(ncell) FILTER (WHERE pagetype = 'leaf') AS leaf_cells,
      max(mx_payload) AS largest
    FROM dbstat GROUP BY name
  ), trees AS (
    SELECT 0 AS position, 'sqlite_schema' AS name, 'table' AS type, 'sqlite_schema' AS of
    UNION ALL
    SELECT rowid, name, type, tbl_name FROM sqlite_schema WHERE rootpage > 0
  )
  SELECT trees.name, trees.type, trees.of, pages, size, interior, leaf, overflow, unused,
    depth, interior_cells, leaf_cells, largest
  FROM trees JOIN pages ON pages.name = trees.name ORDER BY position`;

const tablesSql = "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'";

/** What SQLite says of the tables: 'shadow' are those in which a virtual one keeps its content. */
function readTables(database: Database) {
  const rows = database.all(tablesSql).map(([name, type, wr]) => ({
    name: String(name),
    type: String(type),
    isWithoutRowid: Number(wr) === 1,
  }));
  const namesOf = (type: string) => rows.filter((row) => row.type === type).map(({ name }) => name);
  const virtual = namesOf('virtual').sort((a, b) => b.length - a.length);
  const shadow = new Set(namesOf('shadow'));
  return {
    withoutRowid: new Set(rows.filter((row) => row.isWithoutRowid).map(({ name }) => name)),
    /** A shadow table's name is the virtual one's, an underscore, and what it keeps. */
    ownerOf: (table: string) =>
      (shadow.has(table) && virtual.find((name) => table.startsWith(`${name}_`))) || null,
  };
}

function readTrees(database: Database): TreeStorage[] {
  const tables = readTables(database);
  return database.all(treesSql).map((row) => toTree(row, tables));
}

function toTree(row: SqlValue[], tables: ReturnType<typeof readTables>): TreeStorage {
  const name = String(row[0]);
  const table = String(row[2]);
  const kind = row[1] === 'index' ? 'index' : 'table';
  const [pages = 0, sizeBytes = 0, interiorPages = 0, leafPages = 0, overflowPages = 0] = row
    .slice(3, 8)
    .map(Number);
  const [unusedBytes = 0, depth = 0, interiorCells = 0, leafCells = 0] = row
    .slice(8, 12)
    .map(Number);
  if (interiorPages + leafPages + overflowPages !== pages) throw damaged(name);
  const isWithoutRowid = kind === 'table' && tables.withoutRowid.has(name);
  const hasEntriesInside = kind === 'index' || isWithoutRowid;
  return {
    name,
    kind,
    table,
    isWithoutRowid,
    virtualTable: tables.ownerOf(table),
    pages,
    sizeBytes,
    interiorPages,
    leafPages,
    overflowPages,
    unusedBytes,
    fill: 1 - unusedBytes / sizeBytes,
    depth,
    entries: leafCells + (hasEntriesInside ? interiorCells : 0),
    entriesPerLeaf: leafPages === 0 ? 0 : leafCells / leafPages,
    largestPayloadBytes: Number(row[12]),
  };
}

function pragma(database: Database, name: string): number {
  return askNumber(database, `PRAGMA ${name}`);
}

function damaged(name: string): EngineFailure {
  return new EngineFailure({
    code: 'engine-failed',
    message: `The pages of ${name} are damaged: dbstat cannot say what they hold.`,
    hint: 'Generate the data again, or import the file again after sqlite3’s .recover.',
  });
}
