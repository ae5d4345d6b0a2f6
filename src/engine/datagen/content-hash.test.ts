import { describe, expect, it } from 'vitest';
import { readSchema } from '../schema/read-schema.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { contentHash } from './content-hash.ts';

const driver = await loadTestDriver();

function hashOf(sql: string): string {
  const db = driver.open();
  db.run(sql);
  const hash = contentHash(db, readSchema(db));
  db.close();
  return hash;
}

describe('contentHash', () => {
  const base =
    "CREATE TABLE a (x, y); CREATE TABLE b (x, y); INSERT INTO a VALUES (1, 'one'), (2, NULL)";

  it('does not depend on the order of rows and tables', () => {
    const other =
      "CREATE TABLE b (x, y); CREATE TABLE a (x, y); INSERT INTO a VALUES (2, NULL), (1, 'one')";
    expect(hashOf(other)).toBe(hashOf(base));
  });

  it('depends on values, on how often they come, on the names, and on the table they stand in', () => {
    const others = [
      base.replace("'one'", "'One'"),
      base.replace("'one'", '1'),
      `${base}, (2, NULL)`,
      base.replace('(1,', '(3,'),
      base.replace('INTO a', 'INTO b'),
      base.replace('a (x, y)', 'a (x, z)'),
      base.replaceAll(' b ', ' c '),
      base.replace(/; INSERT.*/, ''),
    ];
    expect(new Set([base, ...others].map(hashOf)).size).toBe(others.length + 1);
  });

  it('reports progress up to 1', () => {
    const db = driver.open();
    db.run(
      'CREATE TABLE t (x); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) INSERT INTO t SELECT i FROM n',
    );
    const fractions: number[] = [];
    contentHash(db, readSchema(db), (fraction) => fractions.push(fraction));
    expect(fractions).toEqual([0.4, 0.8, 1]);
    db.close();
  });
});
