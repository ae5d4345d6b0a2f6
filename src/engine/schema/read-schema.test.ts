import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Schema } from '../model/database/schema.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { checkExpressions } from './check-expressions.ts';
import { findForeignKeyProblems } from './foreign-key-problems.ts';
import { readSchema } from './read-schema.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

function schemaOf(script: string): Schema {
  const database = driver.open();
  try {
    database.run(script);
    return readSchema(database);
  } finally {
    database.close();
  }
}

function tableOf(script: string, name: string) {
  return schemaOf(script).tables.find((table) => table.name === name);
}

describe('readSchema', () => {
  it('reads columns with types, affinities, defaults and keys', () => {
    const table = tableOf(
      `CREATE TABLE t(
        id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL DEFAULT 'a', price DOUBLE PRECISION,
        day DATE, raw, point FLOATING POINT, twice AS (price * 2) STORED, half AS (price / 2))`,
      't',
    );
    const columns = table?.columns.map((c) => [c.name, c.type, c.affinity, c.isGenerated]);
    expect(columns).toEqual([
      ['id', 'INTEGER', 'integer', false],
      ['name', 'VARCHAR(20)', 'text', false],
      ['price', 'DOUBLE PRECISION', 'real', false],
      ['day', 'DATE', 'numeric', false],
      ['raw', '', 'blob', false],
      ['point', 'FLOATING POINT', 'integer', false],
      ['twice', '', 'blob', true],
      ['half', '', 'blob', true],
    ]);
    expect(table?.columns[0]).toMatchObject({ isRowidAlias: true, primaryKeyPosition: 1 });
    expect(table?.columns[1]).toMatchObject({ isNotNull: true, defaultSql: "'a'" });
    expect(table?.primaryKey).toEqual(['id']);
  });

  it('tells the rowid alias from keys that only look like it', () => {
    const isAlias = (definition: string) =>
      tableOf(`CREATE TABLE t(${definition}`, 't')?.columns[0]?.isRowidAlias;
    expect(isAlias('a integer, PRIMARY KEY (a DESC))')).toBe(true);
    expect(isAlias('a INTEGER PRIMARY KEY DESC)')).toBe(false);
    expect(isAlias('a INT PRIMARY KEY)')).toBe(false);
    expect(isAlias('a INTEGER PRIMARY KEY) WITHOUT ROWID')).toBe(false);
    expect(isAlias('a INTEGER, b INTEGER, PRIMARY KEY (a, b))')).toBe(false);
  });

  it('reads keys, uniques, checks and kinds of tables', () => {
    const table = tableOf(
      `CREATE TABLE t(a TEXT, b INT UNIQUE CHECK (b > 0), c ANY,
        CONSTRAINT "ck ()" CHECK (a <> ')' AND (b + 1) < 9), UNIQUE (c, a), PRIMARY KEY (c, b)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX u ON t(a); CREATE UNIQUE INDEX partial ON t(b) WHERE a > 1;
      CREATE UNIQUE INDEX expression ON t(lower(a)); CREATE INDEX plain ON t(b)`,
      't',
    );
    expect(table).toMatchObject({
      isStrict: true,
      isWithoutRowid: true,
      primaryKey: ['c', 'b'],
      uniques: [['b'], ['c', 'a'], ['a']],
      checks: ['b > 0', "a <> ')' AND (b + 1) < 9"],
    });
    expect(table?.columns.map((column) => column.affinity)).toEqual(['text', 'integer', 'blob']);
  });

  it('reads foreign keys in their order, with the columns that were left out', () => {
    const table = tableOf(
      `CREATE TABLE p(x INT, y INT, PRIMARY KEY (y, x));
      CREATE TABLE c(a INT REFERENCES p2(z) ON DELETE CASCADE, b INT,
        FOREIGN KEY (a, b) REFERENCES P ON UPDATE SET NULL)`,
      'c',
    );
    expect(table?.foreignKeys).toEqual([
      {
        columns: ['a'],
        parentTable: 'p2',
        parentColumns: ['z'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      },
      {
        columns: ['a', 'b'],
        parentTable: 'P',
        parentColumns: ['y', 'x'],
        onDelete: 'NO ACTION',
        onUpdate: 'SET NULL',
      },
    ]);
  });

  it('names and types the columns of a view, unless a table of it is missing', () => {
    const { views } = schemaOf(
      `CREATE TABLE t (a INT, b TEXT); CREATE VIEW v AS SELECT a AS one, b, a + 1 FROM t;
      CREATE VIEW broken AS SELECT * FROM missing;`,
    );
    expect(views.map(({ columns }) => columns)).toEqual([
      [
        { name: 'one', type: 'INT' },
        { name: 'b', type: 'TEXT' },
        { name: 'a + 1', type: '' },
      ],
      undefined,
    ]);
  });

  it('lists views, triggers and virtual tables, and nothing of SQLite itself', () => {
    const schema = schemaOf(`
      CREATE TABLE z(a INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE a(b);
      CREATE VIEW v AS SELECT 1; CREATE VIRTUAL TABLE f USING fts4(body);
      CREATE TRIGGER tr AFTER INSERT ON z BEGIN SELECT 1; END; ANALYZE;`);
    expect(schema.tables.map((table) => table.name)).toEqual(['z', 'a', 'f']);
    expect(schema.views).toEqual([
      { name: 'v', sql: 'CREATE VIEW v AS SELECT 1', columns: [{ name: '1', type: '' }] },
    ]);
    expect(schema.triggers).toMatchObject([{ name: 'tr', table: 'z' }]);
    expect(schema.tables[2]?.columns.map((column) => column.name)).toEqual(['body']);
  });

  it('reads any name back as it was', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 0, maxLength: 12 })
      .filter((text) => !text.includes('\0') && !/^sqlite_/i.test(text));
    fc.assert(
      fc.property(name, name, (table, column) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const script = `CREATE TABLE ${quoted(table)}(k PRIMARY KEY, ${quoted(`c${column}`)} TEXT
          UNIQUE CHECK (${quoted(`c${column}`)} <> ')') REFERENCES ${quoted(table)}(${quoted(`c${column}`)}))`;
        const read = tableOf(script, table);
        expect(read?.columns[1]?.name).toBe(`c${column}`);
        expect(read?.uniques).toEqual([[`c${column}`]]);
        expect(read?.foreignKeys[0]).toMatchObject({
          parentTable: table,
          parentColumns: [`c${column}`],
        });
        expect(read?.checks).toHaveLength(1);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('checkExpressions', () => {
  it('is not misled by names, strings and comments', () => {
    expect(
      checkExpressions(
        `CREATE TABLE t("CHECK (1)" INT DEFAULT ('CHECK (2)') /* CHECK (3) */ check(a in (1,(2))), b)`,
      ),
    ).toEqual(['a in (1,(2))']);
  });
});

describe('findForeignKeyProblems', () => {
  function problems(script: string) {
    return findForeignKeyProblems(schemaOf(script));
  }

  it('says which table and column, and what to change', () => {
    const found = problems(`
      CREATE TABLE p(id INTEGER PRIMARY KEY, code TEXT, name TEXT);
      CREATE TABLE nokey(a);
      CREATE VIEW v AS SELECT 1 AS id;
      CREATE TABLE c(
        a INT REFERENCES nowhere(id), b INT REFERENCES p(missing), d TEXT REFERENCES p(code),
        e INT REFERENCES nokey, f INT REFERENCES v(id), g INT, FOREIGN KEY (f, g) REFERENCES p);`);
    expect(found.map(({ message }) => message)).toEqual([
      'The foreign key of c (a) refers to the table nowhere, which does not exist.',
      'The foreign key of c (b) refers to p.missing, a column that does not exist.',
      'The foreign key of c (d) refers to p (code), which is not unique.',
      'The foreign key of c (e) refers to nokey, which has no primary key.',
      'The foreign key of c (f) refers to v, which is a view.',
      'The foreign key of c (f, g) has 2 columns, but the key of p has 1 column.',
    ]);
    expect(found[2]?.hint).toMatch(/^Add UNIQUE \(code\) to the table p;/);
    expect(found[0]).toMatchObject({
      code: 'foreign-key-invalid',
      place: { source: 'schema', name: 'c' },
    });
  });

  // SQLite itself says "foreign key mismatch" exactly where there is a problem.
  it.each([
    'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(a REFERENCES p)',
    'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(a REFERENCES P(ID))',
    'CREATE TABLE p(x, y, UNIQUE (x, y)); CREATE TABLE c(a, b, FOREIGN KEY (a, b) REFERENCES p(y, x))',
    'CREATE TABLE p(x, y, UNIQUE (x, y)); CREATE TABLE c(a REFERENCES p(x))',
    'CREATE TABLE p(x UNIQUE); CREATE TABLE c(a REFERENCES p)',
    'CREATE TABLE c(id INTEGER PRIMARY KEY, a REFERENCES c(id))',
    'CREATE TABLE p(x); CREATE UNIQUE INDEX u ON p(x) WHERE x > 1; CREATE TABLE c(a REFERENCES p(x))',
    'CREATE TABLE p(x); CREATE UNIQUE INDEX u ON p(x); CREATE TABLE c(a REFERENCES p(x))',
  ])('agrees with SQLite: %s', (script) => {
    const database = driver.open();
    database.run(script);
    const found = findForeignKeyProblems(readSchema(database));
    let isMismatch = false;
    try {
      database.run('INSERT INTO c DEFAULT VALUES; UPDATE c SET rowid = rowid; DELETE FROM c');
      database.run("INSERT INTO c(a) VALUES ('x')");
    } catch (thrown) {
      isMismatch = (thrown as Error).message.includes('mismatch');
    }
    database.close();
    expect(found.length > 0).toBe(isMismatch);
  });
});
