// Opens the real engine under Node, for tests and benches.
import { createRequire } from 'node:module';
import type { InitSqlJsStatic } from 'sql.js';
import type { Driver } from './driver.ts';
import { createSqljsDriver } from './sqljs-driver.ts';
import { sqljsOptions } from './sqljs-options.ts';

const require = createRequire(import.meta.url);

/**
 * A driver over a module of its own: what is set for a whole build (its heap) stays with it. sql.js
 * gives one module a process, however often it is asked, and so is itself loaded once more.
 */
export function loadSeparateTestDriver(): Promise<Driver> {
  delete require.cache[require.resolve('sql.js')];
  const initSqlJs = require('sql.js') as InitSqlJsStatic;
  delete require.cache[require.resolve('sql.js')];
  // sql.js makes the object that it is given the module.
  return initSqlJs({ ...sqljsOptions }).then(createSqljsDriver);
}

let loading: Promise<Driver> | null = null;

/** The sql.js driver, loaded once a process. */
export function loadTestDriver(): Promise<Driver> {
  loading ??= (require('sql.js') as InitSqlJsStatic)({ ...sqljsOptions }).then(createSqljsDriver);
  return loading;
}
