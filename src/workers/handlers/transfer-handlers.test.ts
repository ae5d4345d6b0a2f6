import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../engine/model/transfer/import.ts';
import type { Drivers } from '../../engine/transfer/import/database/virtual-tables.ts';
import {
  databaseFile,
  refusalOf,
  richScript,
  testDrivers,
} from '../../engine/transfer/import/import-files.testing.ts';
import { createMemoryImages } from '../../storage/images/memory-images.testing.ts';
import { transferHandlers } from './transfer-handlers.ts';

let drivers: Drivers;
let file: Blob;
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  drivers = await testDrivers();
  bytes = new Uint8Array(databaseFile(drivers.sqljs, richScript));
  file = new Blob([bytes]);
});

function open(limitBytes = 100_000_000) {
  const images = createMemoryImages(limitBytes);
  const handlers = transferHandlers(drivers, images);
  const progress: ImportProgress[] = [];
  return { images, handlers, progress, report: (each: ImportProgress) => progress.push(each) };
}

const rows = {
  name: 'rows.csv',
  options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
  target: { table: 't', isNew: true, columns: [{ name: 'a', type: 'INTEGER' as const }] },
} as const;

describe('the transfer worker', () => {
  it('keeps an imported database as an image of the same bytes', async () => {
    const { images, handlers, progress, report } = open();
    const { outcome, file: image } = await handlers.importDatabase(
      { file, name: 'shop.db' },
      report,
    );
    expect(image).toBeNull();
    const kept = await images.read(outcome.imported.imageId);
    expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true);
    expect(kept?.record).toMatchObject({
      kind: 'imported',
      title: 'shop.db',
      sizeBytes: bytes.length,
      state: { tables: outcome.imported.tables, indexes: outcome.indexes, hasStatistics: true },
    });
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
      'reading',
      'checking',
      'keeping',
    ]);
  });

  it('hands the image over where storage has no room, and says why', async () => {
    const { images, handlers, report } = open(1000);
    const { outcome, file: image } = await handlers.importDatabase(
      { file, name: 'shop.db' },
      report,
    );
    expect(Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(bytes)).toBe(
      true,
    );
    expect(outcome.warnings.at(-1)).toMatch(
      /\. The data stays open until this page is closed\. Open the file again after that\.$/,
    );
    expect(await images.list()).toEqual([]);
  });

  it('keeps nothing of what fails', async () => {
    const { images, handlers, report } = open();
    const cut = new Blob([bytes.subarray(0, bytes.length - 100)]);
    await refusalOf(() => handlers.importDatabase({ file: cut, name: 'shop.db' }, report));
    const script = new Blob(['CREATE TABLE t (a);\nINSERT INTO u VALUES (1);']);
    await refusalOf(() => handlers.importScript({ file: script, name: 'x.sql' }, report));
    const csv = new Blob(['a\n']);
    const target = { ...rows.target, columns: [...rows.target.columns] };
    await refusalOf(() => handlers.importRows({ ...rows, target, file: csv, base: null }, report));
    expect(await images.list()).toEqual([]);
  });

  it('imports scripts, and rows beside what was there', async () => {
    const { images, handlers, report } = open();
    const script = new Blob(['CREATE TABLE s (a); INSERT INTO s VALUES (1);']);
    const made = await handlers.importScript({ file: script, name: 'x.sql' }, report);
    const base = await images.read(made.outcome.imported.imageId);
    const { outcome } = await handlers.importRows(
      {
        ...rows,
        target: { ...rows.target, columns: [...rows.target.columns] },
        file: new Blob(['a\n1\n2\n']),
        base: base?.bytes.buffer ?? null,
      },
      report,
    );
    expect(outcome.imported.tables).toEqual([
      { name: 's', rows: 1 },
      { name: 't', rows: 2 },
    ]);
    expect(await images.list()).toHaveLength(2);
  });

  it('refuses a file that is not what it was looked at as', async () => {
    const { handlers, report } = open();
    const error = await refusalOf(() =>
      handlers.importDatabase({ file: new Blob(['a,b\n1,2']), name: 'shop.db' }, report),
    );
    expect(error.message).toBe('The file is not what it was when it was looked at.');
  });

  it('says in words that a file can no longer be read', async () => {
    const { handlers, report } = open();
    const gone = new Blob(['a']);
    gone.slice = () => {
      throw new DOMException('The requested file could not be read.', 'NotReadableError');
    };
    expect(await handlers.inspectFile({ file: gone, name: 'x' }, report as never)).toMatchObject({
      kind: 'refused',
      error: { message: 'The browser cannot read the file: The requested file could not be read.' },
    });
  });

  it('makes files out of images, also of those that need the official build', async () => {
    const { handlers } = open();
    const official = await drivers.official();
    const note = databaseFile(
      official,
      "CREATE VIRTUAL TABLE note USING fts5(body); INSERT INTO note VALUES ('hello')",
    );
    const { file: csv } = await handlers.exportFile(
      {
        image: new Uint8Array(note).buffer,
        request: { format: 'csv', table: 'note', csv: { isRaw: true } },
      },
      () => {},
    );
    expect(await csv.text()).toMatch(/^\uFEFF?body\r?\nhello\r?\n$/);
  });

  it('gives an R-Tree out as a file, as a script and as rows', async () => {
    const { images, handlers, report } = open();
    const official = await drivers.official();
    const map = databaseFile(
      official,
      `CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT);
       CREATE VIRTUAL TABLE area USING rtree(id, x1, x2);
       INSERT INTO place VALUES (1, 'here'), (2, 'there');
       INSERT INTO area VALUES (1, 0.5, 2), (2, 3, 4);`,
    );
    const taken = await handlers.importDatabase(
      { file: new Blob([new Uint8Array(map)]), name: 'map.db' },
      report,
    );
    expect(taken.outcome.imported.engine).toBe('sqlite-wasm');
    const kept = await images.read(taken.outcome.imported.imageId);
    const image = kept?.bytes.buffer ?? new ArrayBuffer(0);
    const setup = { indexes: [], switchable: [], hasStatistics: false };
    const { file: database } = await handlers.exportFile(
      { image, request: { format: 'sqlite', ...setup } },
      () => {},
    );
    const made = official.open(new Uint8Array(await database.arrayBuffer()));
    expect(made.all('SELECT name FROM area JOIN place USING (id) WHERE x1 < 1')).toEqual([
      ['here'],
    ]);
    made.close();
    const { file: json } = await handlers.exportFile(
      { image, request: { format: 'json', table: 'area' } },
      () => {},
    );
    expect(JSON.parse(await json.text())).toEqual([
      { id: 1, x1: 0.5, x2: 2 },
      { id: 2, x1: 3, x2: 4 },
    ]);
    const { file: dump } = await handlers.exportFile(
      { image, request: { format: 'sql', ...setup } },
      () => {},
    );
    // Virtual tables go back as the sqlite3 shell puts them back, which this page takes from no script.
    const restored = official.open();
    restored.run(await dump.text());
    expect(restored.all('SELECT id FROM area WHERE x1 > 1')).toEqual([[2]]);
    restored.close();
  });
});
