// The b-trees of a database by the numbers of their root pages, which the instructions of a compiled
// statement name. What the instructions do with them stands in engine/plan.
import type { BTree, Instruction } from '../../model/plan/program.ts';
import type { SqlValue } from '../../model/values.ts';
import type { Database } from '../../sqlite/driver.ts';

/**
 * Every table and index of main and temp that has a b-tree, those of constraints, SQLite's own and
 * the shadow tables of virtual tables among them; each schema's sqlite_schema comes first.
 *
 * Columns stand in the order in which SQLite stores them: a record lacks virtual generated columns,
 * and one of a WITHOUT ROWID table begins with the key (fileformat2.html, section 2.4).
 */
export function readTrees(database: Database): BTree[] {
  return createTreeReader(database).all();
}

/** Reads the b-trees of a database whose schema stays as it is: each once, when it is asked for. */
export interface TreeReader {
  all(): BTree[];
  /** The trees of all tables of which these instructions name one: few, also of a large schema. */
  namedBy(instructions: readonly Instruction[]): BTree[];
}

interface Listed {
  type: string;
  name: string;
  table: string;
  rootPage: number;
  schema: BTree['schema'];
}

export function createTreeReader(database: Database): TreeReader {
  let listed: Listed[] | null = null;
  const known = new Map<Listed, BTree>();

  function list(): Listed[] {
    listed ??= schemas.flatMap((schema) => listTrees(database, schema));
    return listed;
  }

  function treeOf(each: Listed): BTree {
    const tree = known.get(each) ?? readTree(database, each);
    known.set(each, tree);
    return tree;
  }

  return {
    all: () => list().map(treeOf),
    namedBy(instructions) {
      const pages = new Set(instructions.flatMap(pagesOf));
      const named = list().filter(({ schema, rootPage }) => pages.has(`${schema} ${rootPage}`));
      const tables = new Set(named.map(({ schema, table }) => `${schema} ${table}`));
      return list()
        .filter(({ schema, table }) => tables.has(`${schema} ${table}`))
        .map(treeOf);
    },
  };
}

/** Root pages as the opcodes name them (opcode.html); of the databases 0 is main and 1 temp. */
function pagesOf({ opcode, p1, p2, p3 }: Instruction): string[] {
  switch (opcode) {
    case 'OpenRead':
    case 'OpenWrite':
    case 'ReopenIdx':
      return [`${schemas[p3]} ${p2}`];
    case 'Clear':
      return [`${schemas[p2]} ${p1}`];
    case 'Destroy':
      return [`${schemas[p3]} ${p1}`];
    default:
      return [];
  }
}

const schemas = ['main', 'temp'] as const;

/** The first page is sqlite_schema's, which has no row of its own. */
function listTrees(database: Database, schema: BTree['schema']): Listed[] {
  const name = schema === 'main' ? 'sqlite_schema' : 'sqlite_temp_schema';
  const rows = database.all(
    `SELECT type, name, tbl_name, rootpage FROM ${schema}.sqlite_schema WHERE rootpage > 0 ORDER BY rowid`,
  );
  return [
    { type: 'table', name, table: name, rootPage: 1, schema },
    ...rows.map(([type, each, table, rootPage]) => ({
      type: String(type),
      name: String(each),
      table: String(table),
      rootPage: Number(rootPage),
      schema,
    })),
  ];
}

function readTree(database: Database, { type, name, table, rootPage, schema }: Listed): BTree {
  const place = { rootPage, schema, table };
  return type === 'index'
    ? { ...place, index: name, ...ofIndex(database, schema, name) }
    : { ...place, index: null, ...ofTable(database, schema, name) };
}

type TreeContent = Pick<BTree, 'columns' | 'rowidColumn'>;

// index_xinfo: seqno, cid (-1: the rowid, -2: an expression), name, desc, coll, key. For the name of
// a WITHOUT ROWID table it gives the record of its key's tree; for a table with rowid, nothing.
function recordOf(database: Database, schema: string, name: string): (string | null)[] {
  return pragma(database, schema, 'index_xinfo', name).map((row) => {
    if (row[1] === -1) return 'rowid';
    return typeof row[2] === 'string' ? row[2] : null;
  });
}

function ofIndex(database: Database, schema: string, name: string): TreeContent {
  return { columns: recordOf(database, schema, name), rowidColumn: null };
}

function ofTable(database: Database, schema: string, name: string): TreeContent {
  const keyed = recordOf(database, schema, name);
  if (keyed.length > 0) return { columns: keyed, rowidColumn: null };
  // table_xinfo: cid, name, type, notnull, dflt_value, pk, hidden (2: generated and not stored)
  const rows = pragma(database, schema, 'table_xinfo', name);
  return {
    columns: rows.filter((row) => row[6] !== 2).map((row) => String(row[1])),
    rowidColumn: rowidColumnOf(database, schema, name, rows),
  };
}

// Only exactly INTEGER makes the rowid; INTEGER PRIMARY KEY DESC does not, and has an index.
// index_list: seq, name, unique, origin, partial
function rowidColumnOf(
  database: Database,
  schema: string,
  name: string,
  rows: readonly SqlValue[][],
): string | null {
  const [key, second] = rows.filter((row) => Number(row[5]) > 0);
  if (!key || second || String(key[2]).toUpperCase() !== 'INTEGER') return null;
  const hasKeyIndex = pragma(database, schema, 'index_list', name).some((row) => row[3] === 'pk');
  return hasKeyIndex ? null : String(key[1]);
}

// Names are always quoted: an argument such as `on` or `0x1` must be read as a name.
function pragma(database: Database, schema: string, name: string, argument: string): SqlValue[][] {
  return database.all(`PRAGMA ${schema}.${name}("${argument.replaceAll('"', '""')}")`);
}
