// Damaged databases by the thousand, and files as large as people have them: times and memory.
// Promise: none of the damaged files crashes the engine; what is cut or noise is never taken.
import {
  closeSync,
  mkdtempSync,
  openAsBlob,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { InitSqlJsStatic } from 'sql.js';
import type { ImportOutcome } from '../src/engine/model/transfer/import.ts';
import type { Driver } from '../src/engine/sqlite/driver.ts';
import { loadOfficialTestDriver } from '../src/engine/sqlite/official.testing.ts';
import { createSqljsDriver } from '../src/engine/sqlite/sqljs-driver.ts';
import { sqljsOptions } from '../src/engine/sqlite/sqljs-options.ts';
import {
  damages,
  fixtures,
  importDamaged,
} from '../src/engine/transfer/import/database/damaged-files.testing.ts';
import { importDatabase } from '../src/engine/transfer/import/database/import-database.ts';
import type { ImportedImage } from '../src/engine/transfer/import/database/imported-image.ts';
import type { Drivers } from '../src/engine/transfer/import/database/virtual-tables.ts';
import type { FileSource } from '../src/engine/transfer/import/file-source.ts';
import { inspectFile } from '../src/engine/transfer/import/inspect-file.ts';
import { importRows } from '../src/engine/transfer/import/rows/import-rows.ts';
import { importScript } from '../src/engine/transfer/import/script/import-script.ts';
import { blobSource } from '../src/workers/blob-source.ts';
import type { Bench } from './bench.ts';

const rounds = Number(process.env.SQLDYNO_BENCH_FUZZ ?? 1000);
const lines = Number(process.env.SQLDYNO_BENCH_ROWS ?? 1_000_000);
/** About 200 MB with two texts a row. */
const databaseRows = 5 * lines;

const initSqlJs = createRequire(import.meta.url)('sql.js') as InitSqlJsStatic;

export const imports: Bench = {
  name: 'imports',
  title: `${rounds} rounds of damaged databases; a CSV of ${lines.toLocaleString('en')} lines; a database of ${databaseRows.toLocaleString('en')} rows`,
  async run(print) {
    const folder = mkdtempSync(join(tmpdir(), 'sqldyno-imports-'));
    const large: boolean[] = [];
    try {
      large.push(await importLargeCsv(print, join(folder, 'large.csv')));
      large.push(await importLargeScript(print, join(folder, 'large.sql')));
      large.push(await importLargeDatabase(print, join(folder, 'large.db')));
    } finally {
      rmSync(folder, { recursive: true });
    }
    const isSafe = await importDamagedFiles(print);
    return isSafe && large.every((isTaken) => isTaken);
  },
};

/** A module of its own for each file, as a worker that is thrown away has. */
async function freshDrivers(): Promise<Drivers> {
  const sqljs = createSqljsDriver(await initSqlJs(sqljsOptions));
  return { sqljs, official: loadOfficialTestDriver };
}

async function importDamagedFiles(print: (line: string) => void): Promise<boolean> {
  const drivers = await freshDrivers();
  const counts = await importDamaged(fixtures(drivers.sqljs), rounds, drivers, freshDrivers);
  let isSafe = true;
  for (const damage of damages) {
    const { cases, refused, taken, crashes } = counts[damage];
    print(
      `${damage}: ${cases} files, ${refused} refused, ${taken} taken, ${crashes.length} crashes`,
    );
    for (const crash of crashes.slice(0, 5)) print(`  ${crash}`);
    isSafe &&= crashes.length === 0;
  }
  const never = ['cut at a page', 'cut anywhere', 'noise'] as const;
  return isSafe && never.every((damage) => counts[damage].taken === 0);
}

async function importLargeCsv(print: (line: string) => void, path: string): Promise<boolean> {
  writeLines(
    path,
    'id,name,city,price\n',
    (row) => `${row},"customer ${row % 9973}",city ${row % 101},${(row % 10_000) / 100}\n`,
  );
  const source = await fileSource(path);
  const drivers = await freshDrivers();
  const report = await inspectFile(source, drivers);
  if (report.kind !== 'rows') return false;
  const { options, columns } = report;
  const target = { table: 'orders', isNew: true, columns };
  const file = { kind: 'csv', encoding: 'utf-8' } as const;
  const outcome = await watched(print, `CSV, ${lines.toLocaleString('en')} lines`, source, () =>
    importRows({ source, file, options, target, base: null }, drivers, () => {}),
  );
  return outcome.rowCount === lines && outcome.badRowCount === 0;
}

async function importLargeScript(print: (line: string) => void, path: string): Promise<boolean> {
  writeLines(
    path,
    'BEGIN TRANSACTION;\nCREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, city TEXT, price REAL);\n',
    (row) =>
      `INSERT INTO orders VALUES(${row},'customer ${row % 9973}','city ${row % 101}',${(row % 10_000) / 100});\n`,
    'COMMIT;\n',
  );
  const source = await fileSource(path);
  const drivers = await freshDrivers();
  const outcome = await watched(
    print,
    `script, ${lines.toLocaleString('en')} INSERTs`,
    source,
    () => importScript(source, 'utf-8', drivers, () => {}),
  );
  return outcome.rowCount === lines;
}

async function importLargeDatabase(print: (line: string) => void, path: string): Promise<boolean> {
  const { sqljs } = await freshDrivers();
  writeFileSync(path, largeDatabase(sqljs));
  const source = await fileSource(path);
  const drivers = await freshDrivers();
  const start = performance.now();
  await inspectFile(source, drivers);
  print(`looking at the database: ${(performance.now() - start).toFixed(0)} ms`);
  const outcome = await watched(print, 'SQLite file', source, () =>
    importDatabase(source, drivers, () => {}),
  );
  return outcome.rowCount === databaseRows && outcome.indexes.length === 1;
}

function largeDatabase(driver: Driver): Uint8Array {
  const database = driver.open(undefined, { reserveBytes: databaseRows * 50 });
  try {
    database.run(`PRAGMA cache_size = -16384; BEGIN;
      CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, city TEXT, price REAL)`);
    const insert = database.bulkInsert({
      table: 'orders',
      columns: ['id', 'name', 'city', 'price'],
      cells: [
        (row) => row + 1,
        (row) => `customer ${row % 9973}`,
        (row) => `city ${row % 101}`,
        (row) => (row % 10_000) / 100,
      ],
      hasKeyIndex: false,
    });
    insert.insert(0, databaseRows);
    insert.free();
    database.run('CREATE INDEX orders_city ON orders (city); COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

/** Writes lines piece by piece: the file is never in this process's memory before it is imported. */
function writeLines(path: string, head: string, line: (row: number) => string, tail = ''): void {
  const file = openSync(path, 'w');
  writeSync(file, head);
  for (let row = 1; row <= lines; ) {
    let piece = '';
    for (const end = Math.min(lines, row + 9999); row <= end; row++) piece += line(row);
    writeSync(file, piece);
  }
  writeSync(file, tail);
  closeSync(file);
}

/** A file of the disk as the browser gives it: nothing is read before it is asked for. */
async function fileSource(path: string): Promise<FileSource> {
  return blobSource(await openAsBlob(path), basename(path));
}

/** Runs an import and prints its time and how far the process's memory rose over where it began. */
async function watched(
  print: (line: string) => void,
  title: string,
  { sizeBytes }: FileSource,
  work: () => Promise<ImportedImage>,
): Promise<ImportOutcome> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const image = await work();
  const elapsedMs = performance.now() - start;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(watch);
  peak = Math.max(peak, process.memoryUsage.rss());
  print(
    `${title}, ${megabytes(sizeBytes)}: ${elapsedMs.toFixed(0)} ms (${((cpu.user + cpu.system) / 1000).toFixed(0)} ms of processor time); memory ${megabytes(before)} before, at most ${megabytes(peak)}; image ${megabytes(image.bytes.length)}`,
  );
  return image.outcome;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
