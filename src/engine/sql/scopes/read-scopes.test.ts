import { describe, expect, it } from 'vitest';
import { readScopes } from './read-scopes.ts';
import { scopesText } from './scopes-text.testing.ts';
import { scopeAt, visibleCommonTables, visibleSources } from './visible-sources.ts';

describe('readScopes', () => {
  it.each<[string, string[]]>([
    ['SELECT p. FROM products p WHERE', ['select products as p {}']],
    ['SELECT a, b AS c, t.d, count(*) n, x + 1 FROM t AS "T 1"', ['select t as T 1 [a, c, d, n]']],
    ['SELECT *, t.* FROM main.[my t] `x`', ['select main.my t as x [*, *]']],
    [`SELECT 'x' FROM 'a b' WHERE 1`, ['select a b {1}']],
    ['SELECT CASE WHEN a THEN b END FROM t', ['select t']],
    [
      'SELECT a IS NOT DISTINCT FROM b, sum(a) OVER w FROM t WINDOW w AS (ORDER BY a)',
      ['select t'],
    ],
    [
      'SELECT 1 FROM a JOIN b ON a.x=b.x LEFT OUTER JOIN c USING (x), d CROSS JOIN e NATURAL FULL JOIN f WHERE a.y > 1 GROUP BY 1',
      ['select a; b on a.x=b.x; left c; d; e; full f {a.y > 1}'],
    ],
    [
      'SELECT 1 FROM a LEFT JOIN b ON left(a.x, 1) = b.x RIGHT JOIN c ON 1',
      ['select a; left b on left(a.x, 1) = b.x; right c on 1'],
    ],
    ['SELECT 1 FROM a INDEXED BY i, b NOT INDEXED JOIN c', ['select a; b; c']],
    [
      'SELECT 1 FROM json_each(a.x, (SELECT 1 FROM b)) AS j, generate_series(1, 2)',
      ['select json_each() as j; generate_series()', '  select b'],
    ],
    [
      'SELECT 1 FROM a LEFT JOIN (b JOIN c ON b.x=c.x) ON a.x=b.x',
      ['select a; left (b) on a.x=b.x; (c) on b.x=c.x'],
    ],
    [
      'SELECT 1 FROM ((d AS e)), (a JOIN b) AS j, (c), (f AS g)',
      ['select d as e; #1 as j; c; f', '  ~select (a); (b) [*]'],
    ],
    [
      'SELECT x FROM (SELECT y FROM t UNION SELECT z FROM u) AS s WHERE EXISTS (SELECT 1 FROM v WHERE v.a = s.y)',
      [
        'select #1 as s [x] {EXISTS (SELECT 1 FROM v WHERE v.a = s.y)}',
        '  ~select t [y]',
        '  ~select u [z]',
        '  select v {v.a = s.y}',
      ],
    ],
    [
      'WITH a(x) AS (SELECT 1), b AS MATERIALIZED (SELECT x FROM a) SELECT * FROM b, a AS q, main.a',
      ['select with a(x)#1, b#2 b^; a^ as q; main.a [*]', '  ~select', '  ~select a^ [x]'],
    ],
    [
      'WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i+1 FROM n LIMIT 9) SELECT i FROM n UNION SELECT 2 FROM n',
      ['select with n*(i)#1 n^ [i]', '  ~select', '  ~select n^', 'select with n*(i)#1 n^'],
    ],
    ['WITH a AS (SELECT x FROM t), ', ['select with a#1', '  ~select t [x]']],
    ['WITH a AS (SELECT x FROM t WHERE ', ['select with a#1', '  ~select t [x] {}']],
    ['EXPLAIN QUERY PLAN SELECT with FROM t', ['select t [with]']],
    [
      'UPDATE OR IGNORE t AS a SET x = (SELECT max(y) FROM u WHERE u.z = a.z) FROM v, w WHERE v.k = a.k RETURNING x',
      ['update t as a; v; w {v.k = a.k}', '  select u {u.z = a.z}'],
    ],
    [
      'WITH t AS (SELECT 1) DELETE FROM t WHERE x IN (SELECT * FROM t) RETURNING (SELECT 1)',
      ['delete with t#1 t {x IN (SELECT * FROM t)}', '  ~select', '  select t^ [*]', '  select'],
    ],
    [
      'INSERT INTO main.t(a, b) SELECT a, b FROM u WHERE true ON CONFLICT (a) DO UPDATE SET b = excluded.b + (SELECT 1 FROM v) RETURNING a',
      ['insert main.t; main.t as excluded', '  ~select u [a, b] {true}', '  select v'],
    ],
    [
      'REPLACE INTO t AS x VALUES ((SELECT 1 FROM u), 2)',
      ['insert t as x', '  ~select', '    select u'],
    ],
    [
      'INSERT INTO t WITH x AS (SELECT 1 AS a FROM u) SELECT a FROM x',
      ['insert t', '  ~select with x#2 x^ [a]', '    ~select u [a]'],
    ],
    ['INSERT INTO t DEFAULT VALUES RETURNING *', ['insert t']],
    ['CREATE VIEW v(a) AS SELECT b FROM t', ['select t [b]']],
    [
      'CREATE TEMP TRIGGER x AFTER INSERT ON t WHEN (SELECT 1 FROM no) BEGIN UPDATE u SET a = 1; DELETE FROM v; END',
      ['update u', 'delete v'],
    ],
    ['PRAGMA table_info(t)', []],
    ['', []],
    ['SELECT', ['select']],
    ['SELECT (SELECT x FROM b FROM t', ['select', '  select b; t [x]']],
  ])('%s', (sql, expected) => {
    expect(scopesText(sql, readScopes(sql))).toEqual(expected);
  });

  it('knows where a condition can be put', () => {
    const marked = (sql: string) =>
      readScopes(sql).map(
        ({ whereAt: at }) => at !== null && `${sql.slice(0, at)}|${sql.slice(at)}`,
      );
    expect(marked('SELECT 1 FROM a JOIN b ON x ORDER BY 1')).toEqual([
      'SELECT 1 FROM a JOIN b ON x| ORDER BY 1',
    ]);
    expect(marked('SELECT 1 FROM a WHERE x')).toEqual(['SELECT 1 FROM a| WHERE x']);
    expect(marked('SELECT 1 LIMIT 2')).toEqual(['SELECT 1| LIMIT 2']);
    expect(marked('UPDATE t SET a = 1 RETURNING a')).toEqual(['UPDATE t SET a = 1| RETURNING a']);
    expect(marked('DELETE FROM t ;')).toEqual(['DELETE FROM t| ;']);
    expect(marked('VALUES (1)')).toEqual([false]);
  });

  it('reads the statement at an offset of a script', () => {
    const script = 'SELECT 1 FROM a; SELECT 2 FROM b; SELECT 3 FROM c';
    expect(scopesText(script, readScopes(script, 16))).toEqual(['select b']);
  });

  it('takes linear time for deep and for wide statements', () => {
    const deep = `SELECT ${'('.repeat(50_000)}`;
    const nested = `${'SELECT (SELECT x FROM t WHERE a IN ('.repeat(5000)}`;
    const wide = `WITH ${Array.from({ length: 2000 }, (_, i) => `c${i} AS (SELECT 1 FROM c${i - 1})`)} SELECT 1 FROM ${Array.from({ length: 5000 }, (_, i) => `t${i} JOIN c${i}`).join(' LEFT JOIN ')}`;
    const start = process.cpuUsage().user;
    const [, , scopes] = [deep, nested, wide].map((sql) => readScopes(sql));
    expect(scopes).toHaveLength(2001);
    // Microseconds of the processor, which other work on the machine does not lengthen.
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  });
});

describe('what can be named at a place', () => {
  const sql = `WITH c AS (SELECT | FROM x) SELECT | FROM a, (SELECT | FROM b WHERE (SELECT | FROM d)) AS s
    WHERE EXISTS (SELECT | FROM e JOIN (SELECT | FROM f))`;
  const parts = sql.split('|');
  const offsets = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('').length);
  const scopes = readScopes(parts.join(''));

  it('lists own sources first and leaves out what a subquery in FROM cannot see', () => {
    const names = offsets.map((offset) =>
      visibleSources(scopes, scopeAt(scopes, offset) ?? -1).map(({ name, alias }) => alias ?? name),
    );
    expect(names).toEqual([
      ['x'],
      ['a', 's'],
      ['b'],
      ['d', 'b'],
      ['e', null, 'a', 's'],
      ['f', 'a', 's'],
    ]);
  });

  it('lists the common tables', () => {
    for (const offset of offsets) {
      const position = scopeAt(scopes, offset) ?? -1;
      expect(visibleCommonTables(scopes, position).map(({ name }) => name)).toEqual(['c']);
    }
  });

  it('finds the scope at both ends and none outside', () => {
    const text = 'SELECT (SELECT 1) ; ';
    const at = (offset: number) => scopeAt(readScopes(text), offset);
    expect([0, 7, 8, 16, 17, 18, 19].map(at)).toEqual([0, 0, 1, 1, 0, 0, null]);
  });
});
