// One million rows of (id, name, category, price): our loader against a native prepared INSERT loop
// fed by the same generators. Promise: at most 1.0 times its time; without native SQLite, at most
// half the time of sql.js's own prepared loop.
import { createRequire } from 'node:module';
import type { InitSqlJsStatic, SqlJsStatic } from 'sql.js';
import { expectedBytes, generateRows } from '../src/engine/datagen/fill/generate-rows.ts';
import type { Recipe } from '../src/engine/model/playground.ts';
import { readSchema } from '../src/engine/schema/read-schema.ts';
import type { Driver } from '../src/engine/sqlite/driver.ts';
import { createSqljsDriver } from '../src/engine/sqlite/sqljs-driver.ts';
import { type Bench, formatSpread, interleave, ratioOf, spreadOf } from './bench.ts';
import { findReference, type Load } from './native-reference.ts';
import { plannedLoad } from './planned-load.ts';

const rows = Number(process.env.SQLDYNO_BENCH_ROWS ?? 1_000_000);
const rounds = 7;
const recipe: Recipe = { seed: 42, generatorsVersion: 1, rows: { products: rows } };

function createSql(isUnique: boolean): string {
  return `CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL${isUnique ? ' UNIQUE' : ''}, category TEXT NOT NULL, price REAL NOT NULL)`;
}

const initSqlJs = createRequire(import.meta.url)('sql.js') as InitSqlJsStatic;

export const generate: Bench = {
  name: 'generate',
  title: `generate and insert ${rows.toLocaleString('en')} rows of (id, name, category, price)`,
  async run(print) {
    const sqlJs = await initSqlJs();
    const driver = createSqljsDriver(sqlJs);
    const reference = await findReference();
    const plain = loadOf(driver, false);
    const isFast = checkFastPath(driver, plain);
    print(`fast path of the driver: ${isFast ? 'yes' : 'NO'}`);
    if (!reference) print('no native SQLite found: compared with sql.js row by row');
    else print(`reference: ${reference.name}\n  covers: ${reference.covers}`);
    // The first load compiles the engine; it counts on neither side.
    loadOurs(driver, false);

    const times = await interleave(rounds, {
      ours: () => loadOurs(driver, false),
      ...(reference ? { native: () => reference.load(plain) } : {}),
      rowByRow: () => loadRowByRow(sqlJs, plain),
    });
    const { ours = [], native = [], rowByRow = [] } = times;
    print(`ours:                  ${formatSpread(spreadOf(ours))}`);
    if (reference) print(`native prepared loop:  ${formatSpread(spreadOf(native))}`);
    print(`sql.js prepared loop:  ${formatSpread(spreadOf(rowByRow))}`);
    const made = (await interleave(3, { made: () => makeValues(plain) })).made ?? [];
    print(`making the values:     ${formatSpread(spreadOf(made))}, part of all of the above`);
    const gain = ratioOf(rowByRow, ours);
    print(
      `sql.js prepared loop / ours = ${gain.text}${reference ? '' : '; promised: at least 2.00'}`,
    );
    let isKept = gain.median >= 2;
    if (reference) {
      const ratio = ratioOf(ours, native);
      print(`ours / native = ${ratio.text}; promised: at most 1.00`);
      isKept = ratio.median <= 1;
    }

    const unique = loadOf(driver, true);
    const uniqueTimes = await interleave(2, {
      ours: () => loadOurs(driver, true),
      ...(reference ? { native: () => reference.load(unique) } : {}),
    });
    print(`with UNIQUE (name): ours ${formatSpread(spreadOf(uniqueTimes.ours ?? []))}`);
    if (reference) {
      const { ours: oursUnique = [], native: nativeUnique = [] } = uniqueTimes;
      const ratio = ratioOf(oursUnique, nativeUnique);
      print(`  native ${formatSpread(spreadOf(nativeUnique))}`);
      print(`  ours / native = ${ratio.text}; promised: at most 1.50`);
      isKept &&= ratio.median <= 1.5;
    }
    const peak = process.resourceUsage().maxRSS / 1024;
    print(`peak memory of the whole process, all sides: ${peak.toFixed(0)} MB`);
    return isKept;
  },
};

function loadOf(driver: Driver, isUnique: boolean): Load {
  return plannedLoad(driver, createSql(isUnique), recipe);
}

/** The product's own way: an empty database, schema read, rows planned and inserted. */
function loadOurs(driver: Driver, isUnique: boolean): number {
  const start = performance.now();
  const db = driver.open(undefined, { reserveBytes: expectedBytes(recipe) });
  db.run(createSql(isUnique));
  generateRows(db, readSchema(db), recipe, () => {});
  const elapsed = performance.now() - start;
  const count = db.all('SELECT count(*) FROM products')[0]?.[0];
  db.close();
  if (count !== rows) throw new Error(`${count} rows instead of ${rows}`);
  return elapsed;
}

function loadRowByRow(sqlJs: SqlJsStatic, { createSql: sql, tables: [load] }: Load): number {
  if (!load) throw new Error('Nothing to load.');
  const db = new sqlJs.Database();
  db.run(sql);
  const insert = db.prepare(
    `INSERT INTO ${load.table} VALUES (${load.columns.map(() => '?').join(', ')})`,
  );
  const start = performance.now();
  db.run('BEGIN');
  for (let row = 0; row < load.rows; row++) {
    insert.run(load.cells.map((cell) => cell(row)) as (number | string | null)[]);
  }
  db.run('COMMIT');
  const elapsed = performance.now() - start;
  db.close();
  return elapsed;
}

function makeValues({ tables: [load] }: Load): number {
  if (!load) throw new Error('Nothing to make.');
  const start = performance.now();
  let sum = 0;
  for (let row = 0; row < load.rows; row++) {
    for (const cell of load.cells) sum += String(cell(row)).length;
  }
  if (sum === 0) throw new Error('Nothing was made.');
  return performance.now() - start;
}

function checkFastPath(driver: Driver, { createSql: sql, tables: [load] }: Load): boolean {
  if (!load) throw new Error('Nothing to load.');
  const db = driver.open();
  db.run(sql);
  const insert = db.bulkInsert({ ...load, hasKeyIndex: false });
  const { isFast } = insert;
  insert.free();
  db.close();
  return isFast;
}
