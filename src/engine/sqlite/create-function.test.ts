import { afterAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../model/values.ts';
import { loadOfficialTestDriver } from './official.testing.ts';
import { loadTestDriver } from './sqljs.testing.ts';

const sqljs = (await loadTestDriver()).open();
const official = (await loadOfficialTestDriver()).open();

afterAll(() => {
  sqljs.close();
  official.close();
});

describe.each([
  ['sql.js', sqljs],
  ['the official build', official],
])('createFunction of %s', (_, database) => {
  database.run('CREATE TABLE t(a); INSERT INTO t VALUES (1), (2), (3)');

  it('is called for each row with the values of any number of arguments', () => {
    const calls: SqlValue[][] = [];
    database.createFunction('seen', (...values) => {
      calls.push(values);
      return calls.length;
    });
    expect(database.all("SELECT seen(1) FROM t WHERE seen(a, 'x', NULL, 2.5, x'01')")).toEqual([
      [2],
      [4],
      [6],
    ]);
    expect(calls.map((values) => values.length)).toEqual([5, 1, 5, 1, 5, 1]);
    expect(calls[0]).toEqual([1, 'x', null, 2.5, new Uint8Array([1])]);
  });

  it('is exchanged under its name without compiling statements again', () => {
    database.createFunction('answer', () => 1);
    const statement = database.prepare('SELECT answer()');
    const ask = () => {
      statement.reset();
      return statement.step() ? statement.row() : null;
    };
    expect(ask()).toEqual([1]);
    // While a statement is under way SQLite refuses to replace a function; this needs no replacing.
    database.createFunction('answer', () => 'two');
    expect(ask()).toEqual(['two']);
    statement.free();
  });

  it('ends the statement with the message of what it throws', () => {
    database.createFunction('fails', () => {
      throw new Error('enough of this');
    });
    expect(() => database.all('SELECT fails()')).toThrow('enough of this');
    expect(database.all('SELECT count(*) FROM t')).toEqual([[3]]);
  });

  it('can be given again after an export', () => {
    database.createFunction('answer', () => 3);
    database.export();
    database.createFunction('answer', () => 4);
    expect(database.all('SELECT answer()')).toEqual([[4]]);
  });

  it('is gone when it was taken away, and can be given again', () => {
    const ask = () => database.all('SELECT passing(7)');
    for (let time = 0; time < 3; time++) {
      database.createFunction('passing', () => time);
      expect(ask()).toEqual([[time]]);
      database.removeFunction('passing');
      expect(ask).toThrow('no such function: passing');
    }
    expect(() => database.removeFunction('never_given')).not.toThrow();
  });

  it('leaves compiled statements what they were when it is taken away', () => {
    const statement = database.prepare('SELECT a FROM t WHERE a > ? ORDER BY a');
    statement.bind([1]);
    expect(statement.step() && statement.row()).toEqual([2]);
    database.createFunction('passing', () => 1);
    // Under way: SQLite keeps the function, and whoever calls it hears the same.
    database.removeFunction('passing');
    expect(() => database.all('SELECT passing()')).toThrow('no such function: passing');
    expect(statement.step() && statement.row()).toEqual([3]);
    statement.bind([1]);
    database.removeFunction('passing');
    expect(statement.step() && statement.row()).toEqual([2]);
    statement.free();
  });
});
