import { beforeEach, expect, test } from 'vitest';
import type { Platform } from '../model/platform.ts';
import type { Index } from '../model/playground.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { ensureStatistics, type IndexState, noIndexes, syncIndexes } from './sync-indexes.ts';

const platform: Platform = { now: () => 0, isIsolated: false, userAgent: 'test', cores: 1 };
const driver = await loadTestDriver();

let database: Database;
let state: IndexState;

beforeEach(() => {
  database = driver.open();
  database.run(`CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 2), (3, 4);
    CREATE INDEX of_schema ON t(b, a);`);
  state = noIndexes;
});

function sync(...wanted: Index[]): IndexState {
  state = syncIndexes(database, platform, state, wanted, () => {});
  return state;
}

function index(name: string, columns = 'a'): Index {
  return { name, sql: `CREATE INDEX ${name} ON t(${columns})` };
}

/** Those that sync made, in order of creation. */
function inDatabase(): string[] {
  const rows = database.all("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY rowid");
  return rows.map(([name]) => String(name)).filter((name) => name !== 'of_schema');
}

test('keeps what stays, drops and creates the rest in the order of the list', () => {
  sync(index('a'), index('b', 'b'));
  ensureStatistics(database, state);
  sync(index('a'), index('c'), index('b', 'b'));
  expect(inDatabase()).toEqual(['a', 'c', 'b']);
  expect(state.built.map(({ status }) => status)).toEqual(['built', 'built', 'built']);
  sync();
  expect(inDatabase()).toEqual([]);
});

test('never runs a statement that does more than create its index', () => {
  const sql =
    "CREATE INDEX j ON t(a); PRAGMA foreign_keys = OFF; DELETE FROM t; ATTACH ':memory:' AS x";
  sync({ name: 'i', sql }, { name: 'k', sql: 'DROP TABLE t' }, index('good'));
  expect(state.built.map(({ status }) => status)).toEqual(['failed', 'failed', 'built']);
  expect(state.built[0]).toMatchObject({ name: 'i', error: { code: 'index-invalid' } });
  expect(database.all('SELECT count(*) FROM t')).toEqual([[2]]);
  expect(database.all('PRAGMA foreign_keys')).toEqual([[1]]);
  expect(database.all('PRAGMA database_list')).toHaveLength(1);
  expect(inDatabase()).toEqual(['good']);
});

test('a wrong name or a name used twice fails alone, and the next list is made as it says', () => {
  sync({ name: 'i', sql: 'CREATE INDEX j ON t(a)' }, index('A'), index('a'), index('b', 'b'));
  expect(state.built.map(({ status }) => status)).toEqual(['failed', 'built', 'failed', 'built']);
  expect(inDatabase()).toEqual(['A', 'b']);
  sync(index('i'), index('j'));
  expect(inDatabase()).toEqual(['i', 'j']);
  sync(index('of_schema'));
  expect(state.built[0]?.status).toBe('failed');
  sync();
  expect(database.all("SELECT count(*) FROM sqlite_schema WHERE type = 'index'")).toEqual([[1]]);
});

test('recovers when an index is no longer there', () => {
  sync(index('a'), index('b', 'b'), index('c'));
  state = ensureStatistics(database, state);
  database.run('DROP INDEX b');
  sync(index('a'));
  expect(inDatabase()).toEqual(['a']);
  database.run('DROP INDEX a');
  sync(index('a'));
  expect(inDatabase()).toEqual(['a']);
  expect(state.hasStatistics).toBe(false);
});

test('takes names that plain objects know', () => {
  const names = ['constructor', '__proto__', 'toString'];
  sync(...names.map((name) => index(name)));
  expect(state.built.map(({ name, status }) => [name, status])).toEqual(
    names.map((name) => [name, 'built']),
  );
  sync();
  expect(inDatabase()).toEqual([]);
});
