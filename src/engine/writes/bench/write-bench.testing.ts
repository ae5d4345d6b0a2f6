// Benches over small databases, for tests.
import type { Recipe, Setup } from '../../model/playground.ts';
import type { WritesBase, WritesRequest } from '../../model/writes/writes.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import type { MeasuredContender } from '../rounds/measured-contender.ts';
import type { WriteBench } from '../write-bench.ts';
import { openWriteBench } from './open-write-bench.ts';
import { measuredContenders } from './runs/measured-contenders.ts';

export const recipe: Recipe = { seed: 1, generatorsVersion: 2, rows: {} };

/** The image of a database that this script makes. */
export async function imageOf(script: string): Promise<Uint8Array> {
  const database = (await loadTestDriver()).open();
  database.run(script);
  const image = database.export();
  database.close();
  return image;
}

export function setupOf(id: string, indexes: string[] = [], hasStatistics = false): Setup {
  return { id, name: id, indexes, hasStatistics, cache: { kind: 'none' } };
}

/** What a request has besides its kind; the table is `t`. */
export function baseOf(changes: Partial<WritesBase> = {}): WritesBase {
  return {
    table: 't',
    rows: 50,
    start: 'as-is',
    update: null,
    indexNames: [],
    seed: 1,
    budgetMs: 1000,
    ...changes,
  };
}

export interface TestBench extends WriteBench {
  measured: MeasuredContender[];
}

/** Opens a request on the image of a script; the caller closes it. */
export async function openTestBench(
  script: string,
  request: WritesRequest,
  given: Partial<{ driver: Driver; recipe: Recipe; clock: () => number }> = {},
): Promise<TestBench> {
  const image = await imageOf(script);
  const driver = given.driver ?? (await loadTestDriver());
  const clock = given.clock ?? (() => performance.now());
  const source = { driver, clock, image, recipe: given.recipe ?? recipe };
  const bench = openWriteBench(source, request, () => {});
  return { ...bench, measured: measuredContenders(bench, clock) };
}

/** All rows of a table, in the order in which SQLite gives them. */
export function rowsOf(database: Database, table = 't') {
  return database.all(`SELECT * FROM ${table}`);
}
