import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BTree } from '../../model/plan/program.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { explainStatement } from '../explain-statement.ts';
import { createTreeReader, readTrees } from './read-trees.ts';

let database: Database;
let trees: BTree[];
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  database.run(`
    CREATE TABLE plain(a, id INTEGER PRIMARY KEY, doubled AS (a * 2), b TEXT UNIQUE,
      kept AS (a + 1) STORED, c);
    CREATE INDEX by_c ON plain(c, id);
    CREATE INDEX by_word ON plain(lower(b), doubled) WHERE a > 1;
    CREATE TABLE keyed(v, k2, w AS (v + 1), k1 COLLATE NOCASE, PRIMARY KEY (k1, k2)) WITHOUT ROWID;
    CREATE INDEX "by v, k" ON keyed(v, k1);
    CREATE TABLE down(id INTEGER PRIMARY KEY DESC, x);
    CREATE TABLE counted(id INTEGER PRIMARY KEY AUTOINCREMENT);
    CREATE TABLE "on ""quoted"""("a b");
    CREATE VIEW v AS SELECT * FROM plain;
    CREATE VIRTUAL TABLE words USING fts4(body);
    CREATE TEMP TABLE plain(other, q);
    CREATE INDEX temp.by_q ON plain(q);
    INSERT INTO keyed(v, k1, k2) VALUES ('v', 'k1', 'k2');
    INSERT INTO plain VALUES ('other', 'q');
    INSERT INTO main.plain(a, b, c) VALUES (7, 'b', 'c');
    ANALYZE;`);
  trees = readTrees(database);
});
afterAll(() => database.close());

function contentOf(table: string, index: string | null = null, schema = 'main') {
  const found = trees.filter(
    (tree) => tree.table === table && tree.index === index && tree.schema === schema,
  );
  expect(found).toHaveLength(1);
  return [found[0]?.columns.map((column) => column ?? '?').join(' '), found[0]?.rowidColumn];
}

test.each([
  ['plain', null, 'a id b kept c', 'id'],
  ['plain', 'sqlite_autoindex_plain_1', 'b rowid', null],
  ['plain', 'by_c', 'c id rowid', null],
  ['plain', 'by_word', '? doubled rowid', null],
  ['keyed', null, 'k1 k2 v', null],
  ['keyed', 'by v, k', 'v k1 k2', null],
  ['down', null, 'id x', null],
  ['counted', null, 'id', 'id'],
  ['on "quoted"', null, 'a b', null],
  ['words_content', null, 'docid c0body', 'docid'],
  ['words_segdir', 'sqlite_autoindex_words_segdir_1', 'level idx rowid', null],
  ['sqlite_schema', null, 'type name tbl_name rootpage sql', null],
  ['sqlite_sequence', null, 'name seq', null],
  ['sqlite_stat1', null, 'tbl idx stat', null],
])('%s %s', (table, index, columns, rowidColumn) => {
  expect(contentOf(table, index)).toEqual([columns, rowidColumn]);
});

test('what is temporary has a schema of its own', () => {
  expect(contentOf('plain', null, 'temp')).toEqual(['other q', null]);
  expect(contentOf('plain', 'by_q', 'temp')).toEqual(['q rowid', null]);
  expect(contentOf('sqlite_temp_schema', null, 'temp')[0]).toContain('rootpage');
});

test('no two trees have the same place, and there are no others', () => {
  const places = trees.map(({ schema, rootPage }) => `${schema} ${rootPage}`);
  expect(new Set(places).size).toBe(places.length);
  expect(trees.some(({ table }) => table === 'v' || table === 'words')).toBe(false);
});

/** The columns of the tables in the order in which a SELECT of all reads their records. */
function columnsRead(sql: string): (string | null | undefined)[] {
  const { instructions } = explainStatement(database, sql, [], trees);
  const opened = new Map(
    instructions
      .filter(({ opcode }) => opcode === 'OpenRead')
      .map(({ p1, p2, p3 }) => [
        p1,
        trees.find((tree) => tree.rootPage === p2 && (tree.schema === 'temp') === (p3 === 1)),
      ]),
  );
  return instructions
    .filter(({ opcode }) => opcode === 'Column')
    .map(({ p1, p2 }) => opened.get(p1)?.columns[p2]);
}

test('instructions read the columns that stand at these places', () => {
  expect(columnsRead('SELECT c, kept, b, a FROM main.plain NOT INDEXED')).toEqual([
    'c',
    'kept',
    'b',
    'a',
  ]);
  expect(columnsRead('SELECT v, k2, k1 FROM keyed NOT INDEXED')).toEqual(['v', 'k2', 'k1']);
  expect(columnsRead("SELECT k2, k1 FROM keyed WHERE v = 'v'")).toEqual(['k2', 'k1']);
  expect(columnsRead('SELECT q, other FROM plain')).toEqual(['q', 'other']);
  expect(columnsRead('SELECT sql FROM sqlite_schema')).toEqual(['sql']);
  expect(columnsRead('SELECT doubled FROM main.plain NOT INDEXED')).toEqual(['a']);
});

test.each([
  ['SELECT c FROM main.plain', ['plain', 'sqlite_autoindex_plain_1', 'by_c', 'by_word']],
  ["SELECT v FROM keyed WHERE v = 'v'", ['keyed', 'by v, k']],
  ['DELETE FROM down', ['down', 'sqlite_autoindex_down_1']],
  ['DROP TABLE "on ""quoted"""', ['on "quoted"', 'sqlite_schema', 'sqlite_stat1']],
  ['SELECT 1', []],
])('a statement comes with the trees of its tables: %s', (sql, expected) => {
  const { instructions } = explainStatement(database, sql, [], []);
  const named = createTreeReader(database).namedBy(instructions);
  const names = named.map(({ table, index }) => index ?? table);
  expect(names.filter((name) => !name.includes('temp')).toSorted()).toEqual(expected.toSorted());
  expect(named.every((tree) => trees.some((each) => each.rootPage === tree.rootPage))).toBe(true);
});
