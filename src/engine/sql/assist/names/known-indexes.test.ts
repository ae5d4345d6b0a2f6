// Indexes as the editor knows them: from their statements, and from constraints.
import { beforeAll, expect, it, test } from 'vitest';
import type { Driver } from '../../../sqlite/driver.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { indexText } from '../hover/describe-table.ts';
import { knowledgeOf } from '../shop.testing.ts';
import { indexOfStatement } from './known-indexes.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

test.each<[string, string | null]>([
  ['CREATE INDEX i ON t (a, b DESC)', 'INDEX i (a, b DESC)'],
  ['create unique index if not exists "i j" on t(a);', 'UNIQUE INDEX i j (a)'],
  [
    'CREATE INDEX i ON t (lower(a), b || (c), d COLLATE NOCASE DESC)',
    'INDEX i (lower(a), b || (c), d COLLATE NOCASE DESC)',
  ],
  ['CREATE INDEX i ON t (a) WHERE b > 1 AND (c);', 'INDEX i (a) WHERE b > 1 AND (c)'],
  ['CREATE INDEX i ON t', null],
  ['CREATE INDEX i', null],
  ['SELECT 1', null],
])('%s', (sql, expected) => {
  const index = indexOfStatement(sql);
  expect(index && indexText(index)).toBe(expected);
});

it('knows which terms are columns', () => {
  const terms = indexOfStatement('CREATE INDEX i ON t (a DESC, a + b, "c d", abs(e))')?.terms;
  expect(terms?.map(({ column }) => column)).toEqual(['a', null, 'c d', null]);
});

it('tells an index once, and the constraints of a table', () => {
  const { indexes } = knowledgeOf(
    driver,
    `CREATE TABLE t (a INTEGER PRIMARY KEY, b UNIQUE, c); CREATE UNIQUE INDEX u ON t (c);
    CREATE TABLE k (a, b, PRIMARY KEY (b, a)); CREATE TABLE n (a TEXT PRIMARY KEY) WITHOUT ROWID;`,
    [{ name: 'x', sql: 'CREATE INDEX x ON t (b, c)' }],
  );
  expect(indexes.map((index) => `${index.table}: ${indexText(index)}`)).toEqual([
    't: INDEX x (b, c)',
    't: UNIQUE INDEX u (c)',
    't: UNIQUE constraint (b)',
    'k: UNIQUE constraint (b, a)',
    'n: UNIQUE constraint (a)',
  ]);
});
