// What do ways to write, indexes and constraints cost? Contenders of the Writes lab in turns, each as
// a ratio to rows inserted by a prepared statement in one transaction. Promises: the order of things.
import { build } from '../src/engine/datagen/recipes.testing.ts';
import type { Recipe, Setup } from '../src/engine/model/playground.ts';
import type { TechniqueId, WriteOperation } from '../src/engine/model/writes/technique.ts';
import { techniquesOf } from '../src/engine/model/writes/technique-facts.ts';
import type {
  WriteContender,
  WritesBase,
  WritesRequest,
} from '../src/engine/model/writes/writes.ts';
import type { Driver } from '../src/engine/sqlite/driver.ts';
import { loadTestDriver } from '../src/engine/sqlite/sqljs.testing.ts';
import { openWriteBench } from '../src/engine/writes/bench/open-write-bench.ts';
import { measuredContenders } from '../src/engine/writes/bench/runs/measured-contenders.ts';
import { type Bench, formatSpread, interleave, ratioOf, spreadOf } from './bench.ts';

const rounds = Number(process.env.SQLDYNO_BENCH_ROUNDS ?? 7);
const someRows = 10_000;
const manyRows = 200_000;
/** So much slower than one transaction is a transaction a row, at least. */
const autocommitFactor = 5;

const schemaSql = `
  CREATE TABLE product (id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL,
    price REAL NOT NULL, stock INTEGER NOT NULL);
  CREATE TABLE course (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, capacity INTEGER NOT NULL,
    enrolled INTEGER NOT NULL DEFAULT 0, CHECK (enrolled <= capacity));`;
const indexes = [
  { name: 'by_category', sql: 'CREATE INDEX by_category ON product (category)' },
  { name: 'by_price', sql: 'CREATE INDEX by_price ON product (price)' },
  { name: 'by_name', sql: 'CREATE INDEX by_name ON product (name)' },
  { name: 'by_stock', sql: 'CREATE INDEX by_stock ON product (stock, price)' },
  { name: 'by_all', sql: 'CREATE INDEX by_all ON product (category, name)' },
];
const indexNames = indexes.map(({ name }) => name);

/** Milliseconds by contender, round by round. */
type Times = Record<string, number[]>;

interface Course {
  print(line: string): void;
  /** Measures the contenders of a request in turns, and tells their ratios to the reference. */
  measure(request: WritesRequest, reference: string, times?: number): Promise<Times>;
  promise(what: string, isKept: boolean): void;
}

export const writes: Bench = {
  name: 'writes',
  title: `ways to write ${someRows.toLocaleString('en')} rows, indexes, constraints`,
  async run(print) {
    const driver = await loadTestDriver();
    const image = productImage();
    let areKept = true;
    const promise = (what: string, isKept: boolean) => {
      if (!isKept) print(`NOT KEPT: ${what}`);
      areKept &&= isKept;
    };
    const course: Course = {
      print,
      promise,
      async measure(request, reference, times = rounds) {
        const found = await measured(driver, image, request, times);
        promise('all leave the same content', found.isSameContent);
        tell(found.times, reference, print);
        return found.times;
      },
    };
    for (const operation of ['insert', 'update', 'delete'] as const) await ways(course, operation);
    await priceOfIndexes(course);
    await loadThenIndex(course, someRows);
    await loadThenIndex(course, manyRows);
    await constraints(course);
    return areKept;
  },
};

async function ways({ print, measure, promise }: Course, operation: WriteOperation): Promise<void> {
  print(`${operation} of ${someRows} rows, no indexes`);
  const prepared: TechniqueId = `${operation}-prepared`;
  const times = await measure(techniques(operation), prepared);
  for (const side of Object.keys(times).filter((name) => name.endsWith('-autocommit'))) {
    const isKept = isSlower(times, side, prepared, autocommitFactor);
    promise(`${side} takes ${autocommitFactor} times as long`, isKept);
  }
  if (operation !== 'insert') return;
  promise(
    'prepared beats literal within one transaction',
    isSlower(times, 'insert-literal', prepared),
  );
}

async function priceOfIndexes({ print, measure, promise }: Course): Promise<void> {
  print(`insert of ${someRows} rows with 0 to ${indexes.length} indexes`);
  const sides = ['no index', ...indexNames.map((_, at) => `${at + 1} of the indexes`)];
  const indexSets = sides.map((id, count) => ({ id, indexes: indexNames.slice(0, count) }));
  const times = await measure(
    { ...base('product', someRows), kind: 'index-price', operations: ['insert'], indexSets },
    'no index',
  );
  for (const [count, side] of sides.slice(1).entries()) {
    promise(`index ${count + 1} costs something`, isSlower(times, side, sides[count] ?? ''));
  }
}

async function loadThenIndex({ print, measure, promise }: Course, rows: number): Promise<void> {
  print(`insert of ${rows} rows with ${indexes.length} indexes`);
  const request: WritesRequest = {
    ...techniques('insert'),
    rows,
    techniques: ['insert-prepared', 'insert-then-index'],
    setups: [setupOf(indexNames)],
  };
  const times = await measure(request, 'insert-prepared', rows === manyRows ? 3 : rounds);
  if (rows < manyRows) return;
  promise('load, then index wins', isSlower(times, 'insert-prepared', 'insert-then-index'));
}

async function constraints({ print, measure }: Course): Promise<void> {
  print(`insert of ${someRows} rows into tables with other constraints`);
  await measure({ ...base('course', someRows), kind: 'constraints' }, 'no constraints');
}

const recipe: Recipe = {
  seed: 42,
  generatorsVersion: 2,
  rows: { product: someRows, course: someRows },
};

/** A database of the recipe with all indexes. */
function productImage(): Uint8Array {
  const database = build(schemaSql, recipe);
  for (const { sql } of indexes) database.run(sql);
  const image = database.export();
  database.close();
  return image;
}

function base(table: string, rows: number): WritesBase {
  return {
    table,
    rows,
    start: 'empty',
    update: { column: 'price', expression: 'price * 1.1 + 1' },
    indexNames,
    seed: 7,
    budgetMs: 60_000,
  };
}

function setupOf(on: string[]): Setup {
  return { id: 'a', name: 'A', indexes: on, hasStatistics: false, cache: { kind: 'none' } };
}

function techniques(operation: WriteOperation): WritesRequest & { kind: 'techniques' } {
  return {
    ...base('product', someRows),
    kind: 'techniques',
    operation,
    techniques: techniquesOf(operation),
    baseline: `${operation}-prepared`,
    batchSize: 1000,
    setups: [setupOf([])],
  };
}

/** The first run of each contender is not among the times; it shows what content it leaves. */
async function measured(
  driver: Driver,
  image: Uint8Array,
  request: WritesRequest,
  times: number,
): Promise<{ times: Times; isSameContent: boolean }> {
  const clock = () => performance.now();
  const bench = openWriteBench({ driver, clock, image, recipe }, request, () => {});
  try {
    // Of the price of indexes also those that only build them: they are measured by themselves.
    const contenders = measuredContenders(bench, clock).filter(
      ({ contender }) => contender.groupId !== 'build',
    );
    const hashes = new Set(contenders.map(({ run }) => run(true).proof?.contentHash));
    const sides = contenders.map(({ contender, run }) => [
      sideOf(contender),
      () => run(false).elapsedMs,
    ]);
    return {
      times: await interleave(times, Object.fromEntries(sides)),
      isSameContent: hashes.size === 1,
    };
  } finally {
    bench.close();
  }
}

function sideOf({ subject }: WriteContender): string {
  switch (subject.kind) {
    case 'technique':
      return subject.technique;
    case 'batch-size':
      return `${subject.batchSize} rows`;
    case 'index-set':
      return subject.indexSetId;
    case 'variant':
      return subject.variant.name;
  }
}

function timesOf(times: Times, side: string): number[] {
  const found = times[side];
  if (!found) throw new Error(`${side} was not measured.`);
  return found;
}

/**
 * By the fastest runs, or by the middle of the ratios round by round: on a machine that others use
 * either can be off by chance, and both are when the order is another.
 */
function isSlower(times: Times, one: string, other: string, factor = 1): boolean {
  const some = timesOf(times, one);
  const others = timesOf(times, other);
  const ofFastest = spreadOf(some).min / spreadOf(others).min;
  return Math.max(ofFastest, ratioOf(some, others).median) > factor;
}

function tell(times: Times, reference: string, print: (line: string) => void): void {
  for (const [side, found] of Object.entries(times)) {
    const ratio =
      side === reference ? '' : `, ratio ${ratioOf(found, timesOf(times, reference)).text}`;
    print(`  ${side}: ${formatSpread(spreadOf(found))}${ratio}`);
  }
}
