import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../../lib/any-character.testing.ts';
import type { SqlValue } from '../model/values.ts';
import { RowRejected } from './driver.ts';
import { Interrupted } from './instruments.ts';
import { loadOfficialTestDriver, officialHeapBytes } from './official.testing.ts';
import { loadTestDriver } from './sqljs.testing.ts';

const official = await loadOfficialTestDriver();
const sqljs = await loadTestDriver();
const one = official.open();
const other = sqljs.open();

afterAll(() => {
  one.close();
  other.close();
});

/** A database of sql.js as the engine exports it. */
function imageOf(script: string): Uint8Array {
  const database = sqljs.open();
  database.run(script);
  const image = database.export();
  database.close();
  return image;
}

const manyRows = `
  CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO t SELECT i, i * 37 % 1000, 'row number ' || i FROM n;
`;

describe('the official build behind the driver interface', () => {
  it('is the same SQLite as the one that measures', () => {
    expect(official.info.sqliteVersion).toBe(sqljs.info.sqliteVersion);
    expect(one.all('SELECT sqlite_version(), sqlite_source_id()')).toEqual(
      other.all('SELECT sqlite_version(), sqlite_source_id()'),
    );
  });

  it('has the same settings on every connection', () => {
    const image = imageOf('PRAGMA page_size = 1024; CREATE TABLE t(a)');
    const pragmas = [
      'page_size foreign_keys cache_size temp_store journal_mode synchronous max_page_count',
      'automatic_index recursive_triggers reverse_unordered_selects auto_vacuum analysis_limit',
      'writable_schema trusted_schema secure_delete cell_size_check',
    ];
    for (const [a, b] of [
      [official.open(), sqljs.open()],
      [official.open(image), sqljs.open(image)],
    ] as const) {
      for (const pragma of pragmas.join(' ').split(' ')) {
        expect([pragma, a.all(`PRAGMA ${pragma}`)]).toEqual([pragma, b.all(`PRAGMA ${pragma}`)]);
      }
      a.close();
      b.close();
    }
  });

  it('takes a text in double quotes as sql.js does', () => {
    const sql = 'SELECT "not a column", [sql] FROM sqlite_schema WHERE type = "index"';
    expect(one.all(sql)).toEqual(other.all(sql));
    const image = imageOf('CREATE TABLE t(a); CREATE INDEX i ON t(a) WHERE a <> "none"');
    const database = official.open(image);
    database.run('INSERT INTO t VALUES ("none"), ("some")');
    expect(database.all('SELECT count(*) FROM t')).toEqual([[2]]);
    database.close();
  });

  it('binds and reads every value as sql.js does', () => {
    // The builds decode a byte order mark each in its own way.
    const text = fc.string({ unit: anyCharacter }).map((each) => each.replaceAll('\ufeff', ''));
    const value: fc.Arbitrary<SqlValue> = fc.oneof(
      fc.constantFrom<SqlValue>(null, -0, 2 ** 31, -(2 ** 31), 2 ** 53, 3e9, 0.1, 1e300, ''),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      text,
      fc.uint8Array(),
    );
    const sql =
      'SELECT ?1, typeof(?1), quote(?1), ?1 > 5, CAST(?1 AS INTEGER), ?1 || ?2, ?2, ?1 = ?2';
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(one.all(sql, [a, b])).toEqual(other.all(sql, [a, b]));
      }),
      { numRuns: 200 },
    );
    const named = 'SELECT :a, @b, :none IS NULL';
    const binding = { ':a': 1, '@b': 'two', ':unknown': 3 };
    expect(one.all(named, binding)).toEqual(other.all(named, binding));
  });

  it('splits scripts at the same places', () => {
    const scripts = [
      ' SELECT 1;\n-- é 😀 ; \nSELECT \'ü;\' AS "😀x" ;; SELECT 3 -- end',
      '',
      ' -- nothing\n',
      'CREATE TEMP TRIGGER a BEFORE UPDATE ON x BEGIN SELECT 1; SELECT 2; END; SELECT 2;',
    ];
    for (const script of scripts) {
      const split = [one, other].map((database) => {
        database.run('CREATE TABLE IF NOT EXISTS x(a); DROP TRIGGER IF EXISTS a');
        return Array.from(database.statements(script), ({ sql, offset, statement }) => {
          statement.step();
          return { sql, offset, columns: statement.columns };
        });
      });
      expect(split[0]).toEqual(split[1]);
    }
  });

  it('throws what sql.js throws', () => {
    const wrong = [
      'SELEC 1',
      'SELECT nothing',
      'SELECT * FROM nowhere',
      'SELECT (1',
      'SELECT "',
      "SELECT abs(-9223372036854775808), 'at run time'",
      'INSERT INTO strict VALUES (1), (1)',
      '',
    ];
    for (const sql of wrong) {
      const [a, b] = [one, other].map((database) => {
        database.run('CREATE TABLE IF NOT EXISTS strict(a PRIMARY KEY)');
        try {
          database.all(sql);
        } catch (thrown) {
          // sql.js throws a bare text where there is nothing to prepare.
          return thrown instanceof Error && thrown.name === 'Error' ? thrown.message : thrown;
        }
        return 'no error';
      });
      expect([sql, a]).toEqual([sql, b]);
    }
  });

  it('compiles to the same programs, but for the preupdate hook of writes', () => {
    const schema = `
      CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
      CREATE INDEX t_a ON t(a, b);
      CREATE TABLE u(t INTEGER REFERENCES t(id) ON DELETE CASCADE, x TEXT UNIQUE);
      CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
    `;
    const databases = [official.open(imageOf(schema)), sqljs.open(imageOf(schema))];
    const programs = (sql: string) =>
      databases.map((each) => each.all(`EXPLAIN ${sql}`).map((row) => row.slice(1, 5)));
    for (const sql of [
      'SELECT * FROM t WHERE a > 5 AND b LIKE ? ORDER BY b',
      'SELECT a, sum(id) FROM t GROUP BY a HAVING count(*) > 2',
      'SELECT * FROM u JOIN t ON u.t = t.id WHERE u.x IN (SELECT b FROM t)',
      'SELECT rank() OVER (PARTITION BY a ORDER BY b) FROM t UNION SELECT 1',
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n JOIN u',
      'DELETE FROM t WHERE a = 1',
      'INSERT INTO t(a, b) SELECT t, x FROM u',
    ]) {
      const [a, b] = programs(sql);
      expect([sql, a]).toEqual([sql, b]);
    }
    const lengths = (sql: string) => programs(sql).map((program) => program.length);
    const [update, insert] = [
      lengths('UPDATE t SET b = 1'),
      lengths('INSERT INTO w VALUES (1, 2)'),
    ];
    expect((update[0] ?? 0) - (update[1] ?? 0)).toBe(1);
    expect((insert[0] ?? 0) - (insert[1] ?? 0)).toBe(2);
    for (const each of databases) each.close();
  });

  it('inserts rows, says which one SQLite refuses, and exports an image', () => {
    const database = official.open();
    database.run('CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)');
    const insert = database.bulkInsert({
      table: 't',
      columns: ['a', 'b'],
      cells: [(row) => (row === 7 ? 3 : row), (row) => `text ${row}`],
      hasKeyIndex: false,
    });
    insert.insert(0, 5);
    expect(() => insert.insert(5, 5)).toThrow(RowRejected);
    insert.free();
    const copy = sqljs.open(database.export());
    expect(copy.all('SELECT count(*), max(b) FROM t')).toEqual([[7, 'text 6']]);
    copy.close();
    database.close();
  });
});

describe('bulkInsert', () => {
  it('asks for other values for a refused row', () => {
    const database = official.open();
    database.run('CREATE TABLE t(a INTEGER CHECK (a % 3 = 0), b TEXT)');
    const insert = database.bulkInsert({
      table: 't',
      columns: ['a', 'b'],
      cells: [(row) => row, () => 'first'],
      hasKeyIndex: false,
      retry: (row, attempt, message) => [row + attempt, message],
    });
    insert.insert(0, 3);
    insert.free();
    expect(database.all('SELECT a, b FROM t')).toEqual([
      [0, 'first'],
      [3, 'CHECK constraint failed: a % 3 = 0'],
      [3, 'CHECK constraint failed: a % 3 = 0'],
    ]);
    database.close();
  });
});

describe('the instruments', () => {
  it('count the work of a statement, each execution on its own', () => {
    const database = official.open(imageOf(manyRows));
    const statement = database.prepare('SELECT count(*) FROM t WHERE a > ? ORDER BY b');
    const counts = [900, 900].map((least) => {
      statement.bind([least]);
      while (statement.step());
      return statement.takeCounters();
    });
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]?.fullScanSteps).toBe(19_999);
    expect(counts[0]?.vmSteps).toBeGreaterThan(60_000);
    statement.free();
    database.close();
  });

  it('count pages, each page once when the cache was empty', () => {
    const database = official.open(imageOf(manyRows));
    const pages = Number(database.all('PRAGMA page_count')[0]?.[0]);
    const scan = () => {
      database.takePageCounters();
      database.all('SELECT sum(length(b)) FROM t');
      return database.takePageCounters();
    };
    scan();
    expect(scan().misses).toBe(0);
    database.run('BEGIN');
    database.all('SELECT 1 FROM t LIMIT 1');
    database.emptyPageCache();
    // All pages but the first, which the open transaction holds.
    expect(scan().misses).toBe(pages - 1);
    database.run('ROLLBACK');
    database.close();
  });

  it('count the pages that a transaction writes at its COMMIT, once each', () => {
    const database = official.open(imageOf(manyRows));
    const pages = Number(database.all('PRAGMA page_count')[0]?.[0]);
    database.takePageCounters();
    database.run('BEGIN; UPDATE t SET b = upper(b); UPDATE t SET b = lower(b);');
    expect(database.takePageCounters().writes).toBe(0);
    database.run('COMMIT');
    const { writes } = database.takePageCounters();
    expect(writes).toBeGreaterThan(pages / 2);
    expect(writes).toBeLessThanOrEqual(pages);
    database.run('BEGIN; DELETE FROM t; ROLLBACK');
    expect(database.takePageCounters().writes).toBe(0);
    database.close();
  });

  it('end a statement that takes too long, and go on', () => {
    const database = official.open(imageOf(manyRows));
    const clock = () => performance.now();
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ';
    const start = clock();
    expect(() =>
      database.withTimeLimit(30, clock, () => database.all(`${endless} SELECT count(*) FROM n`)),
    ).toThrow(Interrupted);
    expect(clock() - start).toBeLessThan(2000);
    database.run('BEGIN');
    expect(() =>
      database.withTimeLimit(30, clock, () =>
        database.run(`INSERT INTO t(a) ${endless} SELECT i FROM n`),
      ),
    ).toThrow(Interrupted);
    // SQLite took the transaction back by itself.
    expect(() => database.run('ROLLBACK')).toThrow('no transaction is active');
    expect(database.all('SELECT count(*) FROM t')).toEqual([[20_000]]);
    database.close();
  });

  it('give the memory of an image back when it is closed, statements left open included', () => {
    const image = imageOf('CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(10000000))');
    const openAndClose = () => {
      const database = official.open(image);
      const statement = database.prepare('SELECT length(a), a FROM t');
      statement.step();
      database.all('SELECT sum(length(a)) FROM t');
      database.close();
    };
    openAndClose();
    const heapBytes = officialHeapBytes();
    for (let turn = 0; turn < 20; turn++) openAndClose();
    expect(officialHeapBytes()).toBe(heapBytes);
  });

  it('leave the statements that virtual tables hold to them when it is closed', () => {
    for (let turn = 0; turn < 3; turn++) {
      const database = official.open();
      database.run(`CREATE VIRTUAL TABLE words USING fts5(body);
        INSERT INTO words VALUES ('hello world');
        CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1); INSERT INTO boxes VALUES (1, 0, 2)`);
      const statement = database.prepare("SELECT body FROM words WHERE words MATCH 'hello'");
      expect(statement.step()).toBe(true);
      expect(database.all('SELECT id FROM boxes WHERE x1 > 1')).toEqual([[1]]);
      database.close();
    }
    // What was freed twice would break whatever comes next.
    const next = official.open(imageOf(manyRows));
    expect(next.all('SELECT count(*) FROM t')).toEqual([[20_000]]);
    next.close();
  });

  it('refuse what is no database, without keeping its memory', () => {
    const text = new TextEncoder().encode('no database at all '.repeat(1000));
    expect(() => official.open(text)).toThrow('file is not a database');
  });
});
