// What building a database takes of a process's memory: meant for a process that does nothing else.
import { createRequire } from 'node:module';
import type { InitSqlJsStatic } from 'sql.js';
import type { DatabaseRequest } from '../../src/engine/model/database/database.ts';
import { buildDatabase } from '../../src/engine/session/build-database.ts';
import { createSqljsDriver } from '../../src/engine/sqlite/sqljs-driver.ts';
import { nodePlatform } from '../fidelity/node-platform.ts';

export interface MemoryUse {
  elapsedMs: number;
  rowsPerSecond: number;
  databaseBytes: number;
  /** Resident before the database was opened, and at most. */
  startBytes: number;
  peakBytes: number;
}

const initSqlJs = createRequire(import.meta.url)('sql.js') as InitSqlJsStatic;

/** Builds the database as a session does, and closes it. */
export async function measureMemory(rows: number): Promise<MemoryUse> {
  const driver = createSqljsDriver(await initSqlJs());
  const request: DatabaseRequest = {
    schemaSql:
      'CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price REAL NOT NULL)',
    recipe: { seed: 42, generatorsVersion: 1, rows: { products: rows } },
    indexes: [],
    needsStatistics: false,
  };
  const startBytes = peakBytes();
  const start = performance.now();
  const { database } = buildDatabase(driver, nodePlatform, request, () => {});
  const elapsedMs = performance.now() - start;
  const pages = Number(database.all('PRAGMA page_count')[0]?.[0]);
  const pageSize = Number(database.all('PRAGMA page_size')[0]?.[0]);
  const use: MemoryUse = {
    elapsedMs,
    rowsPerSecond: Math.floor((rows / elapsedMs) * 1000),
    databaseBytes: pages * pageSize,
    startBytes,
    peakBytes: peakBytes(),
  };
  database.close();
  return use;
}

function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}
