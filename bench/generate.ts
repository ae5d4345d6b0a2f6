// One million rows of (id, name, category, price): our loader against a native prepared INSERT loop
// fed by the same generators. Promise: at most 1.0 times its time; without native SQLite, at most
// half the time of sql.js's own prepared loop.
import { createRequire } from 'node:module';
import type { InitSqlJsStatic, SqlJsStatic } from 'sql.js';
import { expectedBytes, generateRows } from '../src/engine/datagen/generate-rows.ts';
import { readExistingRows } from '../src/engine/datagen/plan/existing-rows.ts';
import { planSchema } from '../src/engine/datagen/plan/plan-schema.ts';
import type { Recipe } from '../src/engine/model/playground.ts';
import { readSchema } from '../src/engine/schema/read-schema.ts';
import type { Driver } from '../src/engine/sqlite/driver.ts';
import { createSqljsDriver } from '../src/engine/sqlite/sqljs-driver.ts';
import { type Bench, formatSpread, interleave, spreadOf } from './bench.ts';
import { findReference, type Load } from './native-reference.ts';

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
      print(`  native ${formatSpread(spreadOf(nativeUnique))}`);
      print(`  ours / native = ${ratioOf(oursUnique, nativeUnique).text}`);
    }
    const peak = process.resourceUsage().maxRSS / 1024;
    print(`peak memory of the whole process, all sides: ${peak.toFixed(0)} MB`);
    return isKept;
  },
};

/** The ratio round by round, which a change of the machine's speed does not touch. */
function ratioOf(some: readonly number[], others: readonly number[]) {
  const ratios = spreadOf(some.map((time, round) => time / (others[round] ?? Number.NaN)));
  const best = spreadOf(some).min / spreadOf(others).min;
  const text = `${ratios.median.toFixed(2)} (${ratios.min.toFixed(2)} to ${ratios.max.toFixed(2)} in ${some.length} rounds; of the fastest runs ${best.toFixed(2)})`;
  return { median: ratios.median, text };
}

function loadOf(driver: Driver, isUnique: boolean): Load {
  const db = driver.open();
  db.run(createSql(isUnique));
  const schema = readSchema(db);
  const [plan] = planSchema(schema, recipe, readExistingRows(db, schema)).tables;
  db.close();
  if (!plan) throw new Error('No table was planned.');
  return {
    createSql: createSql(isUnique),
    table: plan.table.name,
    columns: plan.columns.map(({ column }) => column.name),
    cells: plan.columns.map(({ generator }) => generator.at),
    rows,
  };
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

function loadRowByRow(sqlJs: SqlJsStatic, load: Load): number {
  const db = new sqlJs.Database();
  db.run(load.createSql);
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

function makeValues(load: Load): number {
  const start = performance.now();
  let sum = 0;
  for (let row = 0; row < load.rows; row++) {
    for (const cell of load.cells) sum += String(cell(row)).length;
  }
  if (sum === 0) throw new Error('Nothing was made.');
  return performance.now() - start;
}

function checkFastPath(driver: Driver, load: Load): boolean {
  const db = driver.open();
  db.run(load.createSql);
  const insert = db.bulkInsert({ ...load, hasKeyIndex: false });
  const { isFast } = insert;
  insert.free();
  db.close();
  return isFast;
}
