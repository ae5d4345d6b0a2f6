import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../datagen/content-hash.ts';
import type { ExportedSetup, ExportRequest } from '../model/transfer/export.ts';
import { readSchema } from '../schema/read-schema.ts';
import { exportFile } from './export/export-file.ts';
import { importDatabase } from './import/database/import-database.ts';
import {
  databaseFile,
  importFile,
  richScript,
  sourceOf,
  testDrivers,
} from './import/import-files.testing.ts';
import { importScript } from './import/script/import-script.ts';

const drivers = await testDrivers();
const { sqljs } = drivers;
const setup: ExportedSetup = {
  indexes: ['book_cheap'],
  switchable: ['book_author', 'book_cheap'],
  hasStatistics: true,
};

function exported(image: Uint8Array, request: ExportRequest): Uint8Array | string {
  const pieces = [...exportFile(sqljs, image, request, () => {})];
  const [first] = pieces;
  return first instanceof Uint8Array ? first : pieces.join('');
}

function hashOf(image: Uint8Array): string {
  const database = sqljs.open(image);
  try {
    return contentHash(database, readSchema(database));
  } finally {
    database.close();
  }
}

test('a database that was exported, as a file or as a script, comes in as it was', async () => {
  const image = databaseFile(sqljs, richScript);
  const file = sourceOf(exported(image, { format: 'sqlite', ...setup }), 'shop-b.sqlite');
  const script = sourceOf(exported(image, { format: 'sql', ...setup }), 'shop-b.sql');
  const outcomes = [
    await importDatabase(file, drivers, () => {}),
    await importScript(script, 'utf-8', drivers, () => {}),
  ];
  for (const { outcome, bytes } of outcomes) {
    expect(hashOf(bytes)).toBe(hashOf(image));
    expect(outcome.indexes.map(({ name }) => name)).toEqual(['book_cheap']);
    expect(outcome.hasStatistics).toBe(true);
    expect(outcome.warnings).toEqual([]);
  }
  expect(outcomes[0]?.outcome.schemaSql).toBe(outcomes[1]?.outcome.schemaSql);
});

test('the rows of a table come in as they were', async () => {
  const rows = [
    [1, 'plain', 9007199254740993n, 0.5],
    [2, 'a "b", c\r\nd', -5n, 1e300],
    [3, '=1+1', null, -0.25],
    [4, null, 7n, null],
  ];
  const database = sqljs.open();
  database.run('CREATE TABLE t(id INTEGER, word TEXT, n INTEGER, price REAL)');
  for (const row of rows) database.all('INSERT INTO t VALUES (?, ?, ?, ?)', row);
  const image = database.export();
  const whole = database.all('SELECT * FROM t');
  database.close();
  const json = await importFile(exported(image, { format: 'json', table: 't' }), drivers);
  expect(json.rows).toEqual(whole);
  const csv = (isRaw: boolean) =>
    importFile(exported(image, { format: 'csv', table: 't', csv: { isRaw } }), drivers);
  expect((await csv(true)).rows).toEqual(whole);
  expect((await csv(false)).rows[2]?.[1]).toBe("'=1+1");
});

const someDoubles = fc.array(
  fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(0.30000000000000004, 1e16, -1e20, 2 ** 53, 5e-324, 1e21, -0.5, 1e-7),
  ),
  { minLength: 1, maxLength: 20 },
);
const someIntegers = fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), {
  minLength: 1,
  maxLength: 20,
});

const isInteger64 = (value: bigint) => BigInt.asIntN(64, value) === value;

/** What JSON text of a number says: an integer where SQLite has it, else a double. */
const numberOf = (text: string) =>
  /^-?\d+$/.test(text) && isInteger64(BigInt(text)) ? BigInt(text) : Number(text);

/** A whole number comes as a double or as an integer, by its size and its column. */
const exact = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && isInteger64(BigInt(value))
    ? BigInt(value)
    : value;

/** A zero has no sign once it is an integer. */
const plain = (rows: unknown[][]) => rows.map((row) => row.map((each) => (each === 0 ? 0 : each)));

test('doubles that SQLite stores go out and come in as they were, as JSON and as CSV', async () => {
  await fc.assert(
    fc.asyncProperty(someDoubles, async (doubles) => {
      const database = sqljs.open();
      database.run('CREATE TABLE t(x REAL)');
      // Beside a fraction, by which a CSV file tells reals from integers.
      for (const each of [...doubles, 0.25]) database.all('INSERT INTO t VALUES (?)', [each]);
      const image = database.export();
      const whole = database.all('SELECT x FROM t');
      database.close();
      const json = exported(image, { format: 'json', table: 't' });
      const csv = exported(image, { format: 'csv', table: 't', csv: { isRaw: false } });
      const lines = String(json).slice(2, -3).replaceAll(',\n', '\n\n');
      for (const file of [json, lines, csv]) {
        const { rows, image: made } = await importFile(file, drivers);
        expect(plain(rows)).toEqual(plain(whole));
        expect(made.outcome).toMatchObject({ badRowCount: 0, warnings: [] });
      }
    }),
    { numRuns: 40 },
  );
});

test('JSON of doubles and 64-bit integers keeps every digit, side by side or in columns', async () => {
  await fc.assert(
    fc.asyncProperty(someDoubles, someIntegers, async (doubles, integers) => {
      const written = doubles.filter(Number.isFinite).map((each) => JSON.stringify(each));
      const mixed = [...written, ...integers.map(String)];
      const apart = integers.map((each, at) => [String(each), written[at] ?? '0.5', `"${each}"`]);
      for (const rows of [mixed.map((each) => [each]), apart]) {
        const lines = rows.map((row) => `[${row.join(',')}]`);
        for (const file of [`[${lines.join(',')}]`, `${lines.join('\n')}\n${lines[0]}`]) {
          const { rows: read } = await importFile(file, drivers);
          const expected = rows.map((row) =>
            row.map((text) => (text.startsWith('"') ? JSON.parse(text) : numberOf(text))),
          );
          expect(read.slice(0, rows.length).map((row) => row.map(exact))).toEqual(expected);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('blobs, infinities and empty texts of a table come in as they were', async () => {
  const database = sqljs.open();
  database.run(`CREATE TABLE t(b BLOB, x REAL, word TEXT);
    INSERT INTO t VALUES (x'00ff', 0.5, ''), (x'', 1e999, NULL), (NULL, -1e999, '""')`);
  const image = database.export();
  const whole = database.all('SELECT * FROM t');
  database.close();
  const json = await importFile(exported(image, { format: 'json', table: 't' }), drivers);
  expect(json.rows).toEqual(whole);
  expect(json.report.columns.map(({ type }) => type)).toEqual(['BLOB', 'REAL', 'TEXT']);
  const csv = await importFile(
    exported(image, { format: 'csv', table: 't', csv: { isRaw: false } }),
    drivers,
  );
  expect(csv.rows.map((row) => row.slice(1))).toEqual(whole.map((row) => row.slice(1)));
});
