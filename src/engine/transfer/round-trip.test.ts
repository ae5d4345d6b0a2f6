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
