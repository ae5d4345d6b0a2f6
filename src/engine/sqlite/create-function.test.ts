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
});
