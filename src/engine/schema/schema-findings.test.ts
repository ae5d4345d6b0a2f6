import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldName } from '../../lib/sql-name.ts';
import { realisticSchemas } from '../datagen/schemas.testing.ts';
import type { ImportedData } from '../model/database/imported-data.ts';
import type { SchemaFinding, SchemaFindingKind } from '../model/database/schema-finding.ts';
import { quoteName } from '../sql/quote-name.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import type { SampleRows } from './findings/table-shape.ts';
import { readIndexes } from './read-indexes.ts';
import { readSchema } from './read-schema.ts';
import { schemaFindings } from './schema-findings.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

function withDatabase<Result>(script: string, use: (database: Database) => Result): Result {
  const database = driver.open();
  try {
    database.run(script);
    return use(database);
  } finally {
    database.close();
  }
}

interface Given {
  samples?: SampleRows[];
  imported?: ImportedData;
  indexNames?: string[];
}

function findingsIn(database: Database, given: Given = {}): SchemaFinding[] {
  const schema = readSchema(database);
  return schemaFindings({
    schema,
    indexes: readIndexes(database, schema),
    indexNames: given.indexNames ?? [],
    samples: given.samples ?? [],
    imported: given.imported ?? null,
  });
}

function findings(script: string, kind: SchemaFindingKind, given: Given = {}): SchemaFinding[] {
  return withDatabase(script, (database) =>
    findingsIn(database, given).filter((finding) => finding.kind === kind),
  );
}

function plan(database: Database, sql: string): string {
  return database
    .all(`EXPLAIN QUERY PLAN ${sql}`)
    .map((row) => row[3])
    .join('\n');
}

const shop = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, day TEXT);`;

describe('a foreign key without index', () => {
  const kind = 'foreign-key-without-index';

  it('is found, with an index that is ready', () => {
    expect(findings(shop, kind)).toEqual([
      {
        kind,
        table: 'orders',
        message: 'orders (customer_id) refers to customers and has no index.',
        reason: expect.stringContaining('reads all of orders'),
        index: {
          name: 'idx_orders_customer_id',
          sql: 'CREATE INDEX idx_orders_customer_id ON orders (customer_id)',
        },
      },
    ]);
  });

  it.each([
    ['an index', 'CREATE INDEX i ON orders (customer_id, day);'],
    [
      'an index without the NULLs',
      'CREATE INDEX i ON orders ("customer_id") WHERE customer_id IS NOT NULL;',
    ],
    ['a UNIQUE constraint', 'CREATE TABLE more (c INTEGER UNIQUE REFERENCES customers);'],
    ['the rowid', 'CREATE TABLE more (id INTEGER PRIMARY KEY REFERENCES customers);'],
    [
      'a key',
      'CREATE TABLE more (c INT REFERENCES customers, n INT, PRIMARY KEY (c, n)) WITHOUT ROWID;',
    ],
  ])('is not told where %s serves it', (_, more) => {
    const tables = findings(`${shop} ${more}`, kind).map(({ table }) => table);
    expect(tables).toEqual(more.startsWith('CREATE INDEX') ? [] : ['orders']);
  });

  it('is told where the index holds only some rows, or the column stands second', () => {
    expect(
      findings(`${shop} CREATE INDEX i ON orders (customer_id) WHERE day > '2';`, kind),
    ).toHaveLength(1);
    expect(findings(`${shop} CREATE INDEX i ON orders (day, customer_id);`, kind)).toHaveLength(1);
  });

  it('takes a name that nothing has, and one index for keys that begin alike', () => {
    const script = `${shop}
      CREATE TABLE idx_orders_customer_id (a INTEGER PRIMARY KEY);
      CREATE TABLE rooms (hotel INT REFERENCES hotels, number INT, PRIMARY KEY (hotel, number));
      CREATE TABLE hotels (id INT PRIMARY KEY);
      CREATE TABLE stays (hotel INT REFERENCES hotels, room INT, FOREIGN KEY (hotel, room) REFERENCES rooms);`;
    const given = { indexNames: ['IDX_orders_customer_id_2'] };
    expect(findings(script, kind, given).map(({ index }) => index?.sql)).toEqual([
      'CREATE INDEX idx_orders_customer_id_3 ON orders (customer_id)',
      'CREATE INDEX idx_stays_hotel_room ON stays (hotel, room)',
    ]);
  });

  it.each(realisticSchemas.map(({ name, sql }) => [name, sql]))(
    'says of %s what the planner does, before and after',
    (_, sql) => {
      withDatabase(sql, (database) => {
        const told = findingsIn(database).filter((finding) => finding.kind === kind);
        const scans = () =>
          new Map(
            readSchema(database).tables.flatMap((table) =>
              table.foreignKeys.map((key) => {
                const parent = quoteName(key.parentTable);
                const where = key.parentColumns
                  .map((name) => `${quoteName(name)} = 1`)
                  .join(' AND ');
                const deleting = plan(database, `DELETE FROM ${parent} WHERE ${where}`);
                const equal = key.columns.map((name) => `${quoteName(name)} = 1`).join(' AND ');
                const looking = plan(
                  database,
                  `SELECT 1 FROM ${quoteName(table.name)} WHERE ${equal}`,
                );
                const isScanned = [deleting, looking].map((text) =>
                  text.includes(`SCAN ${table.name}`),
                );
                return [`${table.name} (${key.columns.join(', ')})`, isScanned] as const;
              }),
            ),
          );
        const toldKeys = told.map(({ message }) => message.replace(/ refers to .*/, ''));
        for (const [key, isScanned] of scans()) {
          if (toldKeys.includes(key)) expect([key, isScanned]).toEqual([key, [true, true]]);
          // Another key's index may be what this one lacks.
          else expect([key, isScanned[1] && told.length === 0]).toEqual([key, false]);
        }
        for (const { index } of told) database.run(index?.sql ?? '');
        for (const [key, isScanned] of scans()) expect([key, isScanned[1]]).toEqual([key, false]);
        expect(findingsIn(database).filter((finding) => finding.kind === kind)).toEqual([]);
      });
    },
  );

  it('always comes with a statement that runs, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), {
          minLength: 3,
          maxLength: 5,
          selector: foldName,
        }),
        (names) => {
          const usable = names.filter((name) => !name.includes('\0') && !/^sqlite_/i.test(name));
          const [table = 'a', first = 'b', ...rest] = usable;
          const columns = [first, ...rest].map(
            (name) => `${quoteName(name)} REFERENCES ${quoteName(table)}`,
          );
          withDatabase(`CREATE TABLE ${quoteName(table)} (${columns.join(', ')})`, (database) => {
            const told = findingsIn(database).filter((finding) => finding.kind === kind);
            expect(told).toHaveLength(columns.length);
            for (const { index } of told) database.run(index?.sql ?? '');
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('an index that another makes needless', () => {
  const table = 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT, c TEXT UNIQUE);';
  const told = (indexes: string) =>
    withDatabase(table + indexes, (database) =>
      findingsIn(database)
        .filter(({ kind }) => kind === 'duplicate-index' || kind === 'redundant-index')
        .map(({ kind, message, together }) => [kind, message, together]),
    );

  it.each([
    [
      'CREATE INDEX one ON t (a, b); CREATE INDEX two ON T ("A", B);',
      ['duplicate-index', 'two is the same index as one.', undefined],
    ],
    [
      'CREATE INDEX one ON t (lower(a)); CREATE INDEX two ON t ( LOWER(a) );',
      ['duplicate-index', 'two is the same index as one.', undefined],
    ],
    [
      'CREATE INDEX one ON t (a); CREATE UNIQUE INDEX two ON t (a);',
      ['duplicate-index', 'one is the same index as two.', undefined],
    ],
    [
      'CREATE INDEX one ON t (c);',
      ['duplicate-index', 'one repeats the index that t has for UNIQUE (c).', undefined],
    ],
    [
      'CREATE INDEX one ON t (id);',
      ['duplicate-index', 'one repeats the primary key of t.', undefined],
    ],
    [
      'CREATE INDEX one ON t (a); CREATE INDEX two ON t (a, b);',
      ['redundant-index', 'one is the beginning of two.', ['one', 'two']],
    ],
  ])('%s', (indexes, expected) => {
    expect(told(indexes)).toEqual([expected]);
    const [repeated] = withDatabase(table + indexes, findingsIn).flatMap(
      ({ repeatedIndex }) => repeatedIndex ?? [],
    );
    // The sentence begins with it.
    expect(repeated).toBe(String(expected[1]).split(' ')[0]);
  });

  it.each([
    'CREATE INDEX one ON t (a); CREATE INDEX two ON t (b, a);',
    'CREATE UNIQUE INDEX one ON t (a); CREATE INDEX two ON t (a, b);',
    'CREATE INDEX one ON t (a); CREATE INDEX two ON t (a, b) WHERE b > 5;',
    'CREATE INDEX one ON t (a) WHERE b > 5; CREATE INDEX two ON t (a) WHERE b > 6;',
    'CREATE INDEX one ON t (a COLLATE NOCASE); CREATE INDEX two ON t (a, b);',
    'CREATE INDEX one ON t (a DESC); CREATE INDEX two ON t (a, b);',
    'CREATE INDEX one ON t (lower(a)); CREATE INDEX two ON t (upper(a));',
  ])('says nothing of %s', (indexes) => {
    expect(told(indexes)).toEqual([]);
  });

  it('is not needed for its lookups: the planner takes the other one', () => {
    withDatabase(`${table} CREATE INDEX two ON t (a, b);`, (database) => {
      expect(plan(database, "SELECT * FROM t WHERE a = 'x'")).toContain('INDEX two (a=?)');
      database.run('CREATE INDEX i ON t (id)');
      expect(plan(database, 'SELECT * FROM t WHERE id = 1')).toContain('INTEGER PRIMARY KEY');
    });
  });
});

describe('the shape of a table', () => {
  it('names tables without any key, and no others', () => {
    const script = `CREATE TABLE log (at TEXT, text TEXT); CREATE TABLE once (a TEXT UNIQUE);
      CREATE TABLE two (a TEXT, b TEXT, PRIMARY KEY (a, b)); CREATE TABLE copy AS SELECT 1 AS x;`;
    expect(findings(script, 'table-without-key').map(({ table }) => table)).toEqual([
      'log',
      'copy',
    ]);
  });

  it('names columns without a type, whose values are compared as they came', () => {
    const script =
      'CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c INT, d AS (a)); CREATE TABLE s (x INT) STRICT;';
    const [finding] = findings(script, 'untyped-column');
    expect(finding?.message).toBe('2 columns of t have no type: a, b.');
    withDatabase(script, (database) => {
      database.run('INSERT INTO t (a, c) VALUES (10, 10)');
      expect(database.all("SELECT count(*) FROM t WHERE a = '10'")).toEqual([[0]]);
      expect(database.all("SELECT count(*) FROM t WHERE c = '10'")).toEqual([[1]]);
    });
  });

  it('names wide rows of a WITHOUT ROWID table alone', () => {
    const script = `CREATE TABLE w (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
      CREATE TABLE r (k TEXT PRIMARY KEY, v TEXT);`;
    const rows = [['key', 'x'.repeat(400)]];
    const samples = ['w', 'r'].map((table) => ({ table, rows }));
    const told = findings(script, 'wide-without-rowid', { samples });
    expect(told.map(({ message }) => message)).toEqual([
      'A row of w takes about 407 bytes, much for WITHOUT ROWID.',
    ]);
    expect(
      findings(script, 'wide-without-rowid', { samples: [{ table: 'w', rows: [['k', 'v']] }] }),
    ).toEqual([]);
  });

  it('says nothing of what a module keeps', () => {
    withDatabase('CREATE VIRTUAL TABLE v USING fts3 (a, b)', (database) => {
      expect(findingsIn(database)).toEqual([]);
    });
  });
});

describe('statistics', () => {
  const imported: ImportedData = {
    imageId: 'i0123456789abcdef',
    fileName: 'shop.db',
    sizeBytes: 1,
    tables: [{ name: 'orders', rows: 50_000 }],
    engine: 'sql.js',
  };

  it('are missed for large imported tables among whose indexes there is a choice', () => {
    expect(findings(shop, 'no-statistics', { imported }).map(({ table }) => table)).toEqual([
      'orders',
    ]);
    expect(findings(shop, 'no-statistics')).toEqual([]);
    const few = { ...imported, tables: [{ name: 'orders', rows: 5 }] };
    expect(findings(shop, 'no-statistics', { imported: few })).toEqual([]);
    const single =
      'CREATE TABLE orders (id INTEGER PRIMARY KEY, a TEXT); CREATE INDEX i ON orders (a);';
    expect(findings(single, 'no-statistics', { imported })).toEqual([]);
  });

  it('make the planner see which of two indexes is the selective one', () => {
    const used = (first: string, second: string) =>
      withDatabase(
        `CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT);
         CREATE INDEX by_a ON t (a); CREATE INDEX by_b ON t (b);
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO t SELECT i, ${first}, ${second} FROM n;`,
        (database) => {
          const question = () =>
            /by_[ab]/.exec(plan(database, 'SELECT * FROM t WHERE a = 1 AND b = 1'))?.[0];
          const blind = question();
          database.run('ANALYZE');
          return [blind, question()];
        },
      );
    const [blind, seeing] = used('i', 'i % 2');
    const [blindAgain, seeingAgain] = used('i % 2', 'i');
    expect([seeing, seeingAgain]).toEqual(['by_a', 'by_b']);
    expect(blind).toBe(blindAgain);
  });
});
