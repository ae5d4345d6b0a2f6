// Tables whose loops have known counts, for tests.

/**
 * 1,000 rows of big: a = 0 to 49 (20 each), b = 0 to 6, c = 0 to 99 (10 each); 100 rows of all others,
 * small with g = id % 10. shadow has columns with the names of the rowid.
 */
export const loopData = `
  CREATE TABLE big (a INTEGER, b INTEGER, c INTEGER, d TEXT COLLATE NOCASE);
  CREATE INDEX big_ab ON big (a, b);
  CREATE INDEX big_d ON big (d);
  CREATE TABLE small (id INTEGER PRIMARY KEY, g INTEGER, "no te" TEXT);
  CREATE TABLE plain (p INTEGER, q INTEGER);
  CREATE TABLE keyed (k TEXT, n INTEGER, v, PRIMARY KEY (k, n)) WITHOUT ROWID;
  CREATE TABLE shadow (rowid TEXT, _rowid_ TEXT, x INTEGER);
  CREATE TABLE child (parent INTEGER REFERENCES small(id));
  CREATE TABLE "таблица" (id INTEGER PRIMARY KEY, a INTEGER);
  CREATE VIEW renamed (x, y) AS SELECT * FROM "таблица";
  CREATE VIEW seen AS SELECT * FROM small WHERE g > 4 -- half
  ;
  CREATE VIEW deep AS SELECT s.id, big.c FROM seen s JOIN big ON big.a = s.id;
  CREATE VIEW grouped AS SELECT a, count(*) AS n FROM big GROUP BY a;
  WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 999)
    INSERT INTO big SELECT i % 50, i % 7, i % 100, 'd' || (i % 90) FROM n;
  WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100)
    INSERT INTO small SELECT i, i % 10, 'x' FROM n;
  INSERT INTO plain SELECT id % 40, g FROM small;
  INSERT INTO "таблица" SELECT id, g FROM small;
  INSERT INTO keyed SELECT 'k' || (id % 20), id, id FROM small;
  INSERT INTO shadow SELECT 't', 'u', id FROM small;`;
