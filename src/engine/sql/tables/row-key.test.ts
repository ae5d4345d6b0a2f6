import { expect, test } from 'vitest';
import { readSchema } from '../../schema/read-schema.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { rowKeyOf } from './row-key.ts';

const rowid = (name: string) => ({ columns: [name], isRowid: true });
const named = (...columns: string[]) => ({ columns, isRowid: false });

test.each([
  ['(id INTEGER PRIMARY KEY, a)', named('id')],
  ['(code TEXT NOT NULL PRIMARY KEY)', named('code')],
  ['(code TEXT PRIMARY KEY)', rowid('rowid')],
  ['(a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (b, a))', named('b', 'a')],
  ['(a INT NOT NULL, b INT, PRIMARY KEY (b, a))', rowid('rowid')],
  ['(a, b, PRIMARY KEY (b, a)) WITHOUT ROWID', named('b', 'a')],
  ['(a)', rowid('rowid')],
  ['(RowId, _rowid_)', rowid('oid')],
  ['(rowid, _rowid_, oid)', null],
])('CREATE TABLE t %s', async (definition, key) => {
  const database = (await loadTestDriver()).open();
  database.run(`CREATE TABLE t ${definition}`);
  const [table] = readSchema(database).tables;
  expect(table && rowKeyOf(table)).toEqual(key);
  database.close();
});
