import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SqlValue } from '../../../model/values.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { type CountingDatabase, countingDatabase } from '../counting-database.testing.ts';
import type { Mapping } from './mapping.ts';
import { createUnitOfWork } from './unit-of-work.ts';

const driver = await loadTestDriver();
const mapping: Mapping = { table: 'main.t', columns: ['id', 'name', 'n'], key: ['id'] };
let database: CountingDatabase;

beforeEach(() => {
  database = countingDatabase(driver.open());
  database.run(`CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n INTEGER);
    CREATE TABLE log (what TEXT);
    CREATE TRIGGER i AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('+' || new.id); END;
    CREATE TRIGGER u AFTER UPDATE OF name ON t BEGIN INSERT INTO log VALUES ('name of ' || new.id); END;
    CREATE TRIGGER v AFTER UPDATE OF n ON t BEGIN INSERT INTO log VALUES ('n of ' || new.id); END;
    CREATE TRIGGER d AFTER DELETE ON t BEGIN INSERT INTO log VALUES ('-' || old.id); END;
    INSERT INTO t VALUES (30, 'c', 3), (10, 'a', 1), (20, 'b', 2); DELETE FROM log;`);
});
afterEach(() => database.close());

const open = (checkLimit = () => {}) => createUnitOfWork(database, mapping, checkLimit);
const attributes = (values: Record<string, SqlValue>) => new Map(Object.entries(values));
const log = () => database.all('SELECT what FROM log ORDER BY rowid').flat();

it('sends nothing before the flush, and then inserts, updates and deletes in this order', () => {
  const work = open();
  const entities = work.load('ORDER BY n DESC', []);
  entities[0]?.attributes.set('name', 'C');
  entities[1]?.attributes.set('name', 'B');
  const last = entities[2];
  if (last) work.remove(last);
  work.add(attributes({ id: 5, name: 'new', n: 0 }));
  work.add(attributes({ id: 2, name: 'newer', n: 0 }));
  expect(log()).toEqual([]);
  work.flush();
  expect(log()).toEqual(['+5', '+2', 'name of 20', 'name of 30', '-10']);
  expect(work.statements()).toBe(6);
});

it('updates what changed and nothing else', () => {
  const work = open();
  const [first, second, third] = work.load('ORDER BY id', []);
  first?.attributes.set('name', 'a');
  second?.attributes.set('n', 7);
  third?.attributes.set('n', 8).set('n', 3);
  work.flush();
  expect(log()).toEqual(['n of 20']);
  work.flush();
  expect(work.statements()).toBe(2);
});

it('has one object a row', () => {
  const work = open();
  const [one] = work.load('WHERE id = ?', [10]);
  one?.attributes.set('name', 'changed');
  const again = work.load('WHERE n < ?', [2]);
  expect(again).toEqual([one]);
  expect(again[0]).toBe(one);
  const added = work.add(attributes({ id: 11, name: 'x', n: 9 }));
  work.flush();
  expect(work.load('WHERE id = 11', [])[0]).toBe(added);
});

it('reads back keys that the database makes, and finds the object by them', () => {
  const work = open();
  const added = work.add(attributes({ name: 'x', n: 9 }));
  work.flush();
  expect(added.attributes.get('id')).toBe(31);
  added.attributes.set('n', 10);
  work.flush();
  expect(database.all('SELECT n FROM t WHERE id = 31')).toEqual([[10]]);
});

it('compiles a statement once for each set of columns and frees all', () => {
  const work = open();
  let compiled = 0;
  const { prepare } = database;
  database.prepare = (sql) => {
    compiled++;
    return prepare(sql);
  };
  for (let id = 100; id < 150; id++) {
    work.add(attributes(id % 2 ? { id, name: 'x' } : { id, n: 1 }));
  }
  work.flush();
  expect(compiled).toBe(2);
  expect(work.statements()).toBe(50);
  expect(database.open()).toBe(0);
});

it('forgets an object that was added and removed', () => {
  const work = open();
  work.remove(work.add(attributes({ id: 1, name: 'x', n: 1 })));
  work.flush();
  expect(work.statements()).toBe(0);
});

it.each([
  ['is gone', 'DELETE FROM t'],
  [
    'is left out by a trigger',
    'CREATE TRIGGER w BEFORE UPDATE ON t BEGIN SELECT RAISE(IGNORE); END',
  ],
])('says so when a row %s, and frees its statements', (_, sql) => {
  const work = open();
  const [one] = work.load('WHERE id = 10', []);
  database.run(sql);
  one?.attributes.set('n', 5);
  expect(() => work.flush()).toThrow(
    'was not changed: it is gone, or a trigger or conflict clause left it out',
  );
  expect(database.open()).toBe(0);
});

it('tells keys apart that look alike', () => {
  database.run('CREATE TABLE u (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID');
  database.run(
    `INSERT INTO u VALUES ('1', 'x'), (1, 'x'), ('1,t1:x', ''), (x'31', 'x'), ('', '1x')`,
  );
  const work = createUnitOfWork(
    database,
    { table: 'u', columns: ['a', 'b'], key: ['a', 'b'] },
    () => {},
  );
  expect(new Set(work.load('', [])).size).toBe(5);
});
