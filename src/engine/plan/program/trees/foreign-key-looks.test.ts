import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../sqlite/driver.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { explained } from '../program.testing.ts';

const schema = `
CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, note);
CREATE TABLE c (
  id INTEGER PRIMARY KEY, p_id INT REFERENCES p (id), p_code TEXT REFERENCES p (code), note
);
CREATE INDEX c_p_id ON c (p_id);
CREATE TABLE self (id INTEGER PRIMARY KEY, up INT REFERENCES self DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE pair (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE of_pair (x PRIMARY KEY, a, b, FOREIGN KEY (a, b) REFERENCES pair) WITHOUT ROWID;
CREATE INDEX of_pair_b ON of_pair (b);
`;

let database: Database;
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  database.run(schema);
});

/** 'children c by c_p_id (p_id), each-row'. */
function looks(sql: string): string[] {
  return explained(database, sql).facts.foreignKeyLooks.map(
    ({ side, table, index, isScan, columns, occasion }) =>
      `${side} ${table}${index === null ? '' : ` by ${index}`} (${columns})${isScan ? ' scan' : ''}, ${occasion}`,
  );
}

describe('foreignKeyLooks', () => {
  it.each([
    [
      'DELETE FROM p WHERE id = 3',
      ['children c (p_code) scan, each-row', 'children c by c_p_id (p_id), each-row'],
    ],
    // One row that is put in alone can mend nothing.
    ['INSERT INTO p VALUES (1, 2, 3)', []],
    [
      'INSERT INTO p SELECT note, note, 1 FROM c',
      ['children c (p_code) scan, open-references', 'children c by c_p_id (p_id), open-references'],
    ],
    [
      'INSERT INTO p SELECT note, note, 1 FROM c WHERE true ON CONFLICT (id) DO UPDATE SET code = 7',
      [
        'children c (p_code) scan, each-row',
        'children c (p_code) scan, open-references',
        'children c (p_code) scan, open-references',
        'children c by c_p_id (p_id), open-references',
      ],
    ],
    [
      'UPDATE p SET id = 7',
      ['children c by c_p_id (p_id), each-row', 'children c by c_p_id (p_id), open-references'],
    ],
    [
      'UPDATE OR REPLACE p SET code = 3 WHERE id = 2',
      [
        'children c (p_code) scan, replaced',
        'children c by c_p_id (p_id), replaced',
        'children c (p_code) scan, each-row',
        'children c (p_code) scan, open-references',
      ],
    ],
    [
      'INSERT INTO c VALUES (1, 2, 3, 4)',
      ['parent p by sqlite_autoindex_p_1 (code), each-row', 'parent p (rowid), each-row'],
    ],
    [
      'DELETE FROM self WHERE id = 3',
      ['parent self (rowid), open-references', 'children self (up,rowid) scan, each-row'],
    ],
    [
      'REPLACE INTO pair VALUES (1, 2)',
      [
        'children of_pair by of_pair_b (b,x,a), replaced',
        'children of_pair by of_pair_b (b,x,a), open-references',
      ],
    ],
    ['UPDATE p SET note = 1', []],
    ['SELECT * FROM c', []],
  ])('%s', (sql, expected) => {
    expect(looks(sql)).toEqual(expected);
  });

  it('stand in the order of the lines of the plan', () => {
    const { rows, facts } = explained(
      database,
      'INSERT OR REPLACE INTO p SELECT note, note, 1 FROM c',
    );
    const lines = rows.map(({ detail }) => detail).slice(1);
    const said = facts.foreignKeyLooks.map(({ table, index }) =>
      index === null ? `SCAN ${table}` : `SEARCH ${table} USING COVERING INDEX ${index} (p_id=?)`,
    );
    expect(said).toEqual(lines);
    expect(facts.foreignKeyLooks.map(({ occasion }) => occasion)).toEqual([
      ...['replaced', 'replaced', 'replaced', 'replaced'],
      ...['open-references', 'open-references'],
    ]);
  });
});
