// Opens the real engine under Node, for tests and benches.
import { createRequire } from 'node:module';
import type { InitSqlJsStatic } from 'sql.js';
import type { Driver } from './driver.ts';
import { createSqljsDriver } from './sqljs-driver.ts';
import { sqljsOptions } from './sqljs-options.ts';

const initSqlJs = createRequire(import.meta.url)('sql.js') as InitSqlJsStatic;

/** A driver over a module of its own: what is set for a whole build stays with it. */
export function loadSeparateTestDriver(): Promise<Driver> {
  return initSqlJs(sqljsOptions).then(createSqljsDriver);
}

let loading: Promise<Driver> | null = null;

/** The sql.js driver, loaded once a process. */
export function loadTestDriver(): Promise<Driver> {
  loading ??= loadSeparateTestDriver();
  return loading;
}
