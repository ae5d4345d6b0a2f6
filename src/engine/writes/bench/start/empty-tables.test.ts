import { expect, test } from 'vitest';
import type { WriteStart } from '../../../model/writes/writes.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { imageOf } from '../write-bench.testing.ts';
import { openStartCopy } from './start-copy.ts';

const family = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, mother INTEGER REFERENCES t (id));
  CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER NOT NULL REFERENCES T (id) ON DELETE CASCADE);
  CREATE TABLE grandchild (child_id INTEGER PRIMARY KEY REFERENCES child (id));
  CREATE TABLE other (id INTEGER PRIMARY KEY);
  CREATE TABLE log (what TEXT);
  CREATE TRIGGER t_gone AFTER DELETE ON t BEGIN INSERT INTO log VALUES ('first'); END;
  CREATE TRIGGER child_gone AFTER DELETE ON child BEGIN INSERT INTO log VALUES ('second'); END;
  INSERT INTO t VALUES (1, NULL), (2, 1);
  INSERT INTO child VALUES (1, 1), (2, 2);
  INSERT INTO grandchild VALUES (1);
  INSERT INTO other VALUES (1);
`;

async function open(start: WriteStart, script = family) {
  return openStartCopy(await loadTestDriver(), await imageOf(script), 't', start);
}

function counts(database: { all(sql: string): unknown[][] }) {
  return Object.fromEntries(
    ['t', 'child', 'grandchild', 'other', 'log'].map((name) => [
      name,
      database.all(`SELECT count(*) FROM ${name}`)[0]?.[0],
    ]),
  );
}

test.each([
  ['as-is', { t: 2, child: 2, grandchild: 1, other: 1, log: 0 }, []],
  ['alone', { t: 2, child: 0, grandchild: 0, other: 1, log: 0 }, ['child', 'grandchild']],
  ['empty', { t: 0, child: 0, grandchild: 0, other: 1, log: 0 }, ['t', 'child', 'grandchild']],
] as const)('%s empties what it says, and no trigger notices', async (start, rows, emptied) => {
  const copy = await open(start);
  expect(counts(copy.database)).toEqual(rows);
  expect(copy.emptied).toEqual(emptied);
  copy.close();
});

test('triggers are back in their order and fire again; foreign keys are checked again', async () => {
  const copy = await open('alone');
  const { database } = copy;
  const triggers = () =>
    database.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
  expect(triggers().map(([name]) => name)).toEqual(['t_gone', 'child_gone']);
  expect(String(triggers()[0]?.[1])).toContain('AFTER DELETE ON t');
  database.run('DELETE FROM t WHERE id = 2');
  expect(database.all('SELECT * FROM log')).toEqual([['first']]);
  expect(database.all('PRAGMA foreign_keys')).toEqual([[1]]);
  expect(() => database.run('INSERT INTO child VALUES (9, 9)')).toThrow('FOREIGN KEY');
  copy.close();
});

const mirrored = (more: string) => `
  CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE child (t_id INTEGER REFERENCES t (id));
  CREATE TABLE mirror (id INTEGER PRIMARY KEY);
  CREATE TABLE log (what TEXT);
  CREATE TRIGGER logged AFTER DELETE ON t BEGIN INSERT INTO log VALUES ('gone'); END;
  CREATE TRIGGER followed AFTER DELETE ON t BEGIN DELETE FROM mirror WHERE id = OLD.id; END;
  ${more}
  INSERT INTO t VALUES (1, 'a'), (2, 'b'); INSERT INTO mirror VALUES (1), (2), (7);`;
const rowCounts =
  'SELECT (SELECT count(*) FROM t), (SELECT count(*) FROM mirror), (SELECT count(*) FROM log)';

test.each([
  ['a table that follows the written one loses the same rows', '', [0, 1, 0]],
  [
    'where a trigger refuses deletes, the rows go all the same',
    `CREATE TRIGGER kept BEFORE DELETE ON t BEGIN
       SELECT RAISE(ROLLBACK, 'keep') FROM mirror WHERE id = OLD.id; DELETE FROM log; END;`,
    [0, 3, 0],
  ],
])('%s', async (_, more, expected) => {
  const copy = await open('empty', mirrored(more));
  expect(copy.database.all(rowCounts)).toEqual([expected]);
  const names = copy.database.all("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
  expect(names.slice(0, 2)).toEqual([['logged'], ['followed']]);
  copy.close();
});

test('a table that keeps its rows keeps those that follow it', async () => {
  const copy = await open('alone', mirrored('INSERT INTO child VALUES (NULL);'));
  expect(copy.database.all(rowCounts)).toEqual([[2, 3, 0]]);
  copy.close();
});

test('tables that refer to each other do not empty the written one', async () => {
  const copy = await open(
    'alone',
    `CREATE TABLE t (id INTEGER PRIMARY KEY, u_id INTEGER REFERENCES u (id));
     CREATE TABLE u (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id));
     INSERT INTO t VALUES (1, NULL); INSERT INTO u VALUES (1, 1); UPDATE t SET u_id = 1;`,
  );
  expect(copy.emptied).toEqual(['u']);
  expect(copy.database.all('SELECT count(*) FROM t')).toEqual([[1]]);
  copy.close();
});

test('copies lack the indexes named and statistics, and are as durable as a file', async () => {
  const copy = await open(
    'as-is',
    `CREATE TABLE t (id INTEGER PRIMARY KEY, a, b);
     CREATE INDEX by_a ON t (a); CREATE INDEX by_b ON t (b);
     INSERT INTO t VALUES (1, 2, 3); ANALYZE;`,
  );
  const fresh = copy.openCopy({ withoutIndexes: ['BY_A'], hasStatistics: false, roomBytes: 1e6 });
  const indexes = "SELECT name FROM sqlite_schema WHERE type = 'index'";
  expect(fresh.all(indexes)).toEqual([['by_b']]);
  expect(fresh.all('SELECT * FROM sqlite_stat1')).toEqual([]);
  expect(fresh.all('PRAGMA journal_mode')).toEqual([['delete']]);
  expect(copy.database.all('PRAGMA journal_mode')).toEqual([['delete']]);
  fresh.run(
    'WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n LIMIT 30000) INSERT INTO t SELECT i, i, hex(i) FROM n',
  );
  expect(fresh.all('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(copy.database.all(indexes)).toHaveLength(2);
  fresh.close();
  const again = copy.openCopy({ withoutIndexes: [], hasStatistics: true, roomBytes: 1e6 });
  expect(again.all('SELECT count(*) FROM t')).toEqual([[1]]);
  expect(again.all('SELECT count(*) FROM sqlite_stat1')).toEqual([[2]]);
  again.close();
  copy.close();
});

test.each([
  ['nowhere', 'There is no table "nowhere"'],
  ['v', 'v is a view'],
  ['w', 'w is a virtual table'],
])('%s cannot be written', async (name, message) => {
  const image = await imageOf(
    'CREATE TABLE t (a); CREATE VIEW v AS SELECT 1; CREATE VIRTUAL TABLE w USING fts3(a);',
  );
  const driver = await loadTestDriver();
  expect(() => openStartCopy(driver, image, name, 'as-is')).toThrow(message);
});
