// A statement for every form of plan line that SQLite 3.54 writes, with names that imitate plan text.
// Statements only: what their plans must say stands in the tests.

export interface PlanForm {
  /** What it shows; unique. */
  form: string;
  sql: string;
  /** Statements to run behind the schema, for this form alone. */
  extra?: string;
}

/** Creates what the forms read. It needs FTS3 and JSON, which the builds used here have. */
export const planFormsSchema = `
CREATE TABLE t1 (a, b, c, d);
CREATE INDEX t1ab ON t1 (a, b);
CREATE INDEX ex ON t1 (lower(d));
CREATE INDEX dn ON t1 (d COLLATE NOCASE);
CREATE INDEX pt ON t1 (c) WHERE d = 'x';
CREATE TABLE t2 (x INTEGER PRIMARY KEY, y, z);
CREATE TABLE w (k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE t5 (p, q);
CREATE TABLE dim (id INTEGER PRIMARY KEY, nm INTEGER);
CREATE TABLE f (did INTEGER, amount INTEGER);
CREATE TABLE p (id INTEGER PRIMARY KEY, note TEXT);
CREATE TABLE ch (id INTEGER PRIMARY KEY, pid INTEGER REFERENCES p (id));
CREATE VIEW vw AS SELECT a, count(*) AS n FROM t1 GROUP BY a;
CREATE VIEW vwide AS SELECT inner_t.a, inner_t.c, y FROM t1 AS inner_t LEFT JOIN t2 ON y = inner_t.c;
CREATE VIRTUAL TABLE ft USING fts3 (body);
CREATE TABLE "my tbl (x)" ("a b" INTEGER, c TEXT);
CREATE INDEX "i x (a=?)" ON "my tbl (x)" ("a b");
CREATE TABLE emp (id INTEGER PRIMARY KEY, boss REFERENCES emp);
CREATE TABLE "CONSTANT ROW" (a INTEGER);
CREATE TABLE "2 CONSTANT ROWS" (b INTEGER);
CREATE TABLE "t (a)" ("a=? AND b", "c>?", d);
CREATE INDEX "i FOR IN-OPERATOR" ON "t (a)" ("a=? AND b", "c>?");
CREATE TABLE "q) LEFT-JOIN" ("=? AND p", "c>?");
`;

export const planForms: readonly PlanForm[] = [
  { form: 'SCAN', sql: 'select * from t1' },
  { form: 'SCAN alias', sql: 'select * from t1 as q' },
  { form: 'SCAN db-qualified', sql: 'select * from main.t1' },
  { form: 'SCAN COVERING', sql: 'select a from t1' },
  { form: 'SCAN INDEX order', sql: 'select * from t1 order by a,b limit 5' },
  { form: 'SCAN PK without rowid', sql: 'select * from w' },
  { form: 'SEARCH PRIMARY KEY without rowid', sql: 'select * from w where k=1' },
  { form: 'SEARCH INDEX eq/range', sql: 'select * from t1 where a=1 and b>2 and b<9' },
  { form: 'SEARCH COVERING', sql: 'select b from t1 where a=1' },
  { form: 'SEARCH IN', sql: 'select * from t1 where a in (1,2,3)' },
  { form: 'SEARCH IS NULL', sql: 'select * from t1 where a is null' },
  { form: 'SEARCH row-value', sql: 'select * from t1 where (a,b)>(1,2)' },
  { form: 'SEARCH row-value both', sql: 'select * from t1 where (a,b)>(1,2) and (a,b)<(5,5)' },
  { form: 'SEARCH ipk =', sql: 'select * from t2 where x=1' },
  { form: 'SEARCH ipk >', sql: 'select * from t2 where x>1' },
  { form: 'SEARCH ipk <', sql: 'select * from t2 where x<1' },
  { form: 'SEARCH ipk range', sql: 'select * from t2 where x between 1 and 5' },
  { form: 'SEARCH rowid no ipk', sql: 'select * from t1 where rowid=1' },
  { form: 'SEARCH min/max table', sql: 'select max(rowid) from t1' },
  { form: 'SEARCH min/max index', sql: 'select min(a) from t1' },
  { form: 'SEARCH expr index', sql: "select * from t1 where lower(d)='x'" },
  { form: 'COVERING expr idx', sql: "select lower(d) from t1 where lower(d)='x'" },
  { form: 'SEARCH rowid in idx', sql: 'select a from t1 where a=1 and b=2 and rowid=5' },
  { form: 'LIKE opt', sql: "select * from t1 where d like 'abc%'" },
  {
    form: 'skip-scan',
    sql: 'select * from t1 where b=5',
    extra:
      "ANALYZE; INSERT INTO sqlite_stat1 VALUES ('t1','t1ab','100000 5000 10'); ANALYZE sqlite_schema;",
  },
  { form: 'AUTOMATIC COVERING', sql: 'select * from t1,t5 where t1.c=t5.p' },
  { form: 'AUTOMATIC PARTIAL', sql: 'select * from t1 left join t5 on t5.p=t1.c and t5.q=7' },
  {
    form: 'BLOOM',
    sql: 'select count(*) from f join dim on dim.id=f.did where dim.nm=3',
    extra:
      "ANALYZE; INSERT INTO sqlite_stat1 VALUES ('f',NULL,'1000000'),('dim',NULL,'10000'); ANALYZE sqlite_schema;",
  },
  { form: 'LEFT-JOIN', sql: 'select * from t1 left join t2 on t2.x=t1.a' },
  { form: 'RIGHT JOIN', sql: 'select * from t1 right join t2 on t2.x=t1.a' },
  { form: 'FULL JOIN', sql: 'select * from t1 full join t2 on t2.y=t1.c' },
  { form: 'EXISTS', sql: 'select * from t1 where exists(select 1 from t2 where t2.x=t1.c)' },
  { form: 'EXISTS scan', sql: 'select * from t2 where exists(select 1 from t1 where t1.c=t2.y)' },
  {
    form: 'NOT EXISTS',
    sql: 'select * from t2 where not exists(select 1 from t1 where t1.a=t2.y)',
  },
  { form: 'MULTI-INDEX OR', sql: 'select * from t1,t2 where (t1.a=5 or t1.rowid=4)' },
  { form: 'CONSTANT ROW', sql: 'select 1' },
  { form: 'CONSTANT ROWS', sql: 'values(1),(2),(3)' },
  { form: 'VALUES clause subquery', sql: 'select * from (values(1),(2))' },
  { form: 'VALUES 1-row', sql: 'select * from (values(1))' },
  { form: 'insert values', sql: 'insert into t2(y,z) values(1,2),(3,4),(5,6)' },
  { form: 'insert select', sql: 'insert into t1 select * from t1' },
  { form: 'insert values 1', sql: 'insert into t2(y,z) values(1,2)' },
  { form: 'CO-ROUTINE view', sql: 'select * from vw' },
  { form: 'CO-ROUTINE anon', sql: 'select * from (select a,count(*) from t1 group by a)' },
  {
    form: 'MATERIALIZE cte',
    sql: 'with q as materialized(select a,count(*) n from t1 group by a) select * from q q1, q q2 where q1.n=q2.n',
  },
  {
    form: 'MATERIALIZE anon',
    sql: 'select * from t2 left join (select a,count(*) n from t1 group by a) on a=x',
  },
  { form: 'join-N', sql: 'select * from t1 left join (t2 join w on w.k=t2.y) on t2.z=t1.d' },
  { form: 'SCALAR SUBQUERY', sql: 'select (select max(x) from t2)' },
  { form: 'CORRELATED SCALAR', sql: 'select (select max(x) from t2 where y=t1.a) from t1' },
  { form: 'LIST SUBQUERY', sql: 'select * from t1 where c in (select y from t2)' },
  { form: 'CORRELATED LIST', sql: 'select * from t1 where c in (select y from t2 where z=t1.d)' },
  {
    form: 'REUSE LIST',
    sql: 'select * from t1 where c in (select y from t2 where z=1) or d in (select y from t2 where z=1)',
  },
  {
    form: 'REUSE SUBQUERY',
    sql: 'select (select max(y) from t2 where z=t1.a) as m from t1 group by m',
  },
  { form: 'USING ROWID SEARCH', sql: 'select * from t1 where c in (select x from t2)' },
  { form: 'USING INDEX FOR IN', sql: 'select * from t2 where y in (select a from t1)' },
  {
    form: 'COMPOUND',
    sql: 'select a from t1 union all select x from t2 union all select k from w',
  },
  { form: 'MERGE UNION', sql: 'select a from t1 union select x from t2' },
  {
    form: 'MERGE INTERSECT/EXCEPT',
    sql: 'select a from t1 intersect select x from t2 except select k from w',
  },
  { form: 'MERGE UNION ALL', sql: 'select a from t1 union all select x from t2 order by 1' },
  {
    form: 'RECURSIVE',
    sql: 'with recursive n(i) as (select 1 union all select i+1 from n where i<9) select * from n',
  },
  {
    form: 'RECURSIVE orderby',
    sql: 'with recursive n(i) as (select 1 union select i+1 from n where i<9 order by 1 limit 5) select * from n',
  },
  { form: 'ORDER BY', sql: 'select * from t1 order by c' },
  { form: 'LAST TERM', sql: 'select * from t1 order by a,c' },
  { form: 'LAST N TERMS', sql: 'select * from t1 order by a,b,c,d' },
  { form: 'GROUP BY', sql: 'select c,count(*) from t1 group by c' },
  { form: 'DISTINCT', sql: 'select distinct c from t1' },
  { form: 'DISTINCT agg', sql: 'select distinct c, count(*) from t1 group by c,d' },
  { form: 'count(DISTINCT)', sql: 'select count(distinct c) from t1' },
  { form: 'group_concat ORDER BY', sql: 'select group_concat(d order by c) from t1' },
  { form: 'count(*)', sql: 'select count(*) from t1' },
  { form: 'count(*) noidx', sql: 'select count(*) from t2' },
  { form: 'window', sql: 'select row_number() over (partition by c order by d) from t1' },
  { form: 'window 2', sql: 'select sum(b) over (order by a), rank() over (order by d) from t1' },
  { form: 'UPDATE', sql: 'update t1 set c=1 where a=3' },
  { form: 'UPDATE FROM', sql: 'update t1 set c=t2.y from t2 where t2.x=t1.a' },
  { form: 'DELETE', sql: 'delete from t1 where c=3' },
  { form: 'DELETE all', sql: 'delete from t1' },
  { form: 'UPSERT', sql: 'insert into t2(x,y) values(1,2) on conflict(x) do update set y=9' },
  { form: 'RETURNING', sql: 'update t2 set y=1 where x=4 returning *' },
  { form: 'CREATE INDEX', sql: 'create index zz on t1(c)' },
  { form: 'vtab json_each', sql: "select * from json_each('[1,2]')" },
  { form: 'vtab pragma fn', sql: "select * from pragma_table_info('t1')" },
  { form: 'fts3 match', sql: "select * from ft where body match 'x'" },
  { form: 'fts3 scan', sql: 'select * from ft' },
  { form: 'partial index', sql: "select * from t1 where c=4 and d='x'" },
  { form: 'quoted names', sql: 'select * from "my tbl (x)" as "al USING INDEX z" where "a b"=3' },
  { form: 'temp db', sql: 'select * from temp.tt, main.t1', extra: 'CREATE TEMP TABLE tt (a);' },
  {
    form: 'correlated in FROM',
    sql: 'select * from t1 join (select * from t2 order by y limit 3) s on s.x=t1.a',
  },
  {
    form: 'trigger',
    sql: 'update t1 set c=1 where a=3',
    extra:
      'CREATE TABLE log (a); CREATE TRIGGER tr AFTER UPDATE ON t1 BEGIN INSERT INTO log SELECT x FROM t2 WHERE y = new.c; END;',
  },
  { form: 'fk', sql: 'delete from p where id=3' },
  { form: 'NULL-only OR', sql: 'select * from t1 where a=1 or a=2' },
  {
    form: 'IS NOT NULL partial no-analyze',
    sql: 'select * from t1 where c>5',
    extra: 'CREATE INDEX nn ON t1 (c) WHERE c IS NOT NULL;',
  },
  { form: 'SCAN EXISTS', sql: 'select * from t2 where exists(select 1 from t1 where t1.c=t2.y)' },
  {
    form: 'SEARCH EXISTS automatic',
    sql: 'select * from t2 where exists(select 1 from t5 where t5.p=t2.y and t5.q=3)',
  },
  { form: 'SEARCH min/max primary key', sql: 'select max(k) from w' },
  {
    form: 'n CONSTANT ROWS',
    sql: 'with v(q) as (values(1),(2),(3)) select * from v a left join t1 on c=a.q',
  },
  {
    form: 'n CONSTANT ROWS subquery',
    sql: 'with q(a) as (values(1),((select max(x) from t2))) select * from q',
  },
  { form: 'VALUES in a join', sql: 'select * from t2 join (values(1),(2)) v on v.column1=z' },
  {
    form: 'REUSE LIST SUBQUERY',
    sql: 'delete from vw where a in (select y from t2)',
    extra: 'CREATE TRIGGER vd INSTEAD OF DELETE ON vw BEGIN SELECT 1; END;',
  },
  {
    form: 'UPDATE of a view',
    sql: 'update vw set n=3 where a=2',
    extra: 'CREATE TRIGGER vu INSTEAD OF UPDATE ON vw BEGIN SELECT 1; END;',
  },
  {
    form: 'MULTI-INDEX OR subqueries',
    sql: 'select * from t1, t2 where (t1.a in (select z from t2) or t1.rowid in (select y from t2)) and t2.y=t1.c',
  },
  {
    form: 'MULTI-INDEX OR inside a join',
    sql: 'select * from t2 join t1 on t1.a=t2.y or t1.rowid=t2.z',
  },
  {
    form: 'alias twice',
    sql: 'with q as (select * from t1 as x limit 5) select * from q as x, t1 as y where x.a=y.b',
  },
  {
    form: 'common table named as a table',
    sql: 'with t2 as (select a as x, count(*) as y from t1 group by a) select * from t2 join main.t2 as o on o.x=t2.y',
  },
  {
    form: 'recursive alias',
    sql: 'with recursive n(i) as (select 1 union all select m.i+1 from n as m, t1 where m.i=t1.a) select * from n k',
  },
  { form: 'case of names', sql: 'select * from T1 Q, MAIN.T2 where Q.A=3' },
  { form: 'row value IN', sql: 'select * from t1 where (a,b) in (select y,z from t2)' },
  { form: 'fk on itself', sql: 'delete from emp where id=3' },
  { form: 'fk of insert select', sql: "insert or replace into p select pid, 'again' from ch" },
  {
    form: 'hostile alias',
    sql: 'select * from t1 as "t2 USING INDEX t1ab (a=?)" join t2 as "SCAN t1 LEFT-JOIN" on "SCAN t1 LEFT-JOIN".x=b where a=1',
  },
  {
    form: 'hostile alias left join',
    sql: 'select * from t2 left join t1 as "x EXISTS USING COVERING INDEX" on a=y',
  },
  { form: 'hostile table', sql: 'select * from "CONSTANT ROW" join "2 CONSTANT ROWS" on a=b' },
  {
    form: 'hostile index terms',
    sql: 'select * from "t (a)" where "a=? AND b"=1 and "c>?">2 and "c>?"<9',
  },
  { form: 'hostile row value', sql: 'select * from "t (a)" where ("a=? AND b","c>?")>(1,2)' },
  {
    form: 'hostile automatic index',
    sql: 'select * from t2 left join "q) LEFT-JOIN" on "=? AND p"=y and "c>?"=z',
  },
  {
    form: 'hostile common table',
    sql: 'with "MATERIALIZE q"("n=? AND n") as materialized (select count(*) from t1 group by a) select * from "MATERIALIZE q" as "SUBQUERY 1", "MATERIALIZE q" as "BLOOM FILTER ON x" where "SUBQUERY 1"."n=? AND n"="BLOOM FILTER ON x"."n=? AND n"',
  },
  {
    form: 'hostile IN',
    sql: 'select * from t2 where y in (select "a=? AND b" from "t (a)") and z in (select rowid from "CONSTANT ROW")',
  },
  {
    form: 'hostile RIGHT-JOIN',
    sql: 'select * from t2 right join "q) LEFT-JOIN" as "RIGHT-JOIN t2" on "c>?"=z',
  },
  { form: 'empty alias', sql: 'select * from t1 as "" where a=1' },
  { form: 'alias with line break', sql: 'select * from t1 as "a\nSCAN b" where a=1' },
  {
    form: 'schema of its own',
    sql: 'select * from sqlite_schema as s, pragma_table_info(s.name) as p',
  },
  { form: 'nested views', sql: 'select * from vwide join vw on vw.a=vwide.c where vwide.a=1' },
  { form: 'expression and rowid in an index', sql: 'select * from t2 left join t1 on lower(d)=y' },
];
