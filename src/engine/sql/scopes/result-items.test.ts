// What SQLite calls the columns of a query, and what the text is read to call them.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { readScopes } from './read-scopes.ts';

let database: Database;
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  database.run(
    'CREATE TABLE one (a); CREATE TABLE t (a, b, key, "left", "end", "over", "like", "c d", "current_date")',
  );
});
afterAll(() => database.close());

/** The names that a query around this one uses; null when it does not compile. */
function columnsOf(select: string): string[] | null {
  try {
    const statement = database.prepare(`SELECT * FROM (${select})`);
    const { columns } = statement;
    statement.free();
    return columns;
  } catch {
    return null;
  }
}

/** As read from the text; the text itself where no name is found, as SQLite does it. */
function readColumns(items: readonly string[]): string[] {
  const [scope] = readScopes(selectOf(items));
  expect(scope?.items).toHaveLength(items.length);
  return (scope?.items ?? []).map((item, at) =>
    item.kind === 'star' ? '*' : (item.name ?? items[at] ?? ''),
  );
}

const selectOf = (items: readonly string[]) => `SELECT ${items.join(', ')} FROM t WINDOW w AS ()`;

describe('resultItems', () => {
  it.each([
    ...['a', 't.a', 'main.t.b', '"c d"', '[c d]', 't."c d"', "t.'a'", 'key', 'left', 't.left'],
    ...['end', 'over', 'like', 't.current_date', '(a)', '((t.a))', 'a COLLATE nocase', '(a) z'],
    ...['a z', 'a AS z', 'a AS left', "a 'z'", 'a "c d"', 'a end', 'a key', "'x' z", "'x'", '1 z'],
    ...[
      'CURRENT_DATE',
      'CURRENT_DATE d',
      'CURRENT_TIMESTAMP AS d',
      'a current_time',
      'NULL',
      'NULL z',
    ],
    ...['a ISNULL', 'a ISNULL z', 'a NOTNULL q', 'a IS NULL q', 'a NOT NULL q', 'NOT a', 'NOT a z'],
    ...[
      'a + b',
      'a + b z',
      '-a',
      '-a z',
      "a -> 'b'",
      "a -> 'b' z",
      'a || b',
      "x'01' z",
      ':p z',
      '? z',
    ],
    ...['a LIKE b', 'a LIKE b z', 'a NOT LIKE b', "a LIKE b ESCAPE 'x' z", 'a GLOB b', 'like z'],
    ...[
      'a IN one',
      'a IN main.one',
      'a IN one z',
      'a IN (1) z',
      'a IN (SELECT 1)',
      'a BETWEEN 1 AND b',
      'a BETWEEN 1 AND b z',
    ],
    ...['a IS DISTINCT FROM b', 'a IS NOT DISTINCT FROM b z', 'a AND b', 'a AND b z', 'a OR b'],
    ...[
      'CASE a WHEN 1 THEN b END',
      'CASE WHEN a THEN b ELSE a END z',
      'CASE a WHEN 1 THEN b END end',
    ],
    ...['CAST(a AS int)', 'CAST(a AS int) z', 'abs(a)', 'abs(a) z', 'count(*)', 'count(*) AS z'],
    ...['(SELECT b FROM t)', '(SELECT b FROM t) z', 'EXISTS (SELECT 1)', 'EXISTS (SELECT 1) z'],
    ...['sum(a) OVER w', 'sum(a) OVER w z', 'sum(a) OVER (ORDER BY b) z', 'a over'],
    ...['count(*) FILTER (WHERE a) OVER w', 'count(*) FILTER (WHERE a) z', 'a filter', 'a window'],
    ...['a COLLATE nocase z', 'a + b COLLATE nocase', '"a" "b"', 'false z', 'replace(a, b, a) z'],
  ])('%s', (item) => {
    const columns = columnsOf(selectOf([item]));
    expect(columns).toHaveLength(1);
    expect(readColumns([item])).toEqual(columns);
  });

  it('gives stars with what qualifies them', () => {
    const [scope] = readScopes('SELECT *, t.*, "c d".*, a * b, count(*) FROM t');
    expect(scope?.items.map((item) => (item.kind === 'star' ? item.qualifier : item.kind))).toEqual(
      [null, 't', 'c d', 'computed', 'computed'],
    );
    expect(scope?.columns).toEqual(['*', '*', '*']);
  });

  it('agrees with SQLite about any list that compiles', () => {
    const part = fc.constantFrom(
      ...'a b key t . + - * ( ) AS z "c d" NULL ISNULL NOTNULL NOT LIKE IS IN COLLATE nocase END CASE WHEN THEN CURRENT_DATE left over like 1 :p'.split(
        ' ',
      ),
      "'x'",
    );
    const item = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
    const runs = 1500;
    let compiled = 0;
    fc.assert(
      fc.property(item, (text) => {
        const items = [text];
        const columns = columnsOf(selectOf(items));
        if (columns?.length !== items.length) return;
        compiled++;
        expect([items, readColumns(items)]).toEqual([items, columns]);
      }),
      { numRuns: runs },
    );
    expect(compiled).toBeGreaterThan(runs / 20);
  });
});
