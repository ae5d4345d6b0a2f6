// Opens a database file from outside in the build that has its modules, with SQLite's guards up.
// What is found in it is read by others; whoever opens it closes it.
import { openDatabaseFile } from '../../../pages/database-file.ts';
import { readSchemaRow } from '../../../pages/schema-rows.ts';
import { readPayload, walkTree } from '../../../pages/walk-tree.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database, Driver } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { refusals } from '../../refusals.ts';
import { type ImportedSchema, readImportedSchema } from './imported-schema.ts';
import { isShortOfMemory, refusingDamage } from './sqlite-answer.ts';
import { type Drivers, lackedModules, modulesIn, officialFor } from './virtual-tables.ts';

export interface ForeignDatabase {
  database: Database;
  driver: Driver;
  schema: ImportedSchema;
  /** Modules that sql.js lacks. */
  modules: string[];
}

/**
 * trusted_schema: views, triggers and CHECKs call no function that could do harm. cell_size_check:
 * cells are checked when a page is read, not when it is too late. The cache is small, because a
 * check touches each page once and WebAssembly memory never shrinks.
 */
const guards = `
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA cache_size = -16384;
  PRAGMA foreign_keys = OFF;
`;

/** Opens a copy of the image. Throws refusals; then nothing stays open. */
export async function openForeign(image: Uint8Array, drivers: Drivers): Promise<ForeignDatabase> {
  const first = openGuarded(drivers.sqljs, image);
  let opened = { database: first, driver: drivers.sqljs };
  try {
    const { virtualTables } = refusingDamage(() => readImportedSchema(first));
    const has = modulesIn(first);
    const modules = lackedModules(virtualTables, has);
    if (modules.length > 0) {
      first.close();
      const driver = await officialFor(virtualTables, has, drivers);
      opened = { database: openGuarded(driver, image), driver };
    }
    const { database } = opened;
    // Again: only the build with the modules knows which tables are theirs.
    const schema = refusingDamage(() => readImportedSchema(database));
    for (const { name } of schema.virtualTables) checkVirtualTable(database, name);
    return { ...opened, schema, modules };
  } catch (thrown) {
    closeQuietly(opened.database);
    throw thrown;
  }
}

function openGuarded(driver: Driver, image: Uint8Array): Database {
  return refusingDamage(() => {
    const database = driver.open(image);
    try {
      database.run(guards);
      return database;
    } catch (thrown) {
      closeQuietly(database);
      throw thrown;
    }
  });
}

/** The build that opens an image of ours. Throws refusals when none does. */
export async function driverFor(image: Uint8Array, drivers: Drivers): Promise<Driver> {
  if (!hasVirtualTables(image)) return drivers.sqljs;
  const { database, driver } = await openForeign(image, drivers);
  closeQuietly(database);
  return driver;
}

/** Virtual tables are the tables without a tree of their own. */
function hasVirtualTables(image: Uint8Array): boolean {
  if (image.length === 0) return false;
  const file = openDatabaseFile(image);
  let isFound = false;
  walkTree(file, 1, 'sqlite_schema', new Uint8Array(file.pageCount + 1), (payload) => {
    const { type, rootPage } = readSchemaRow(file, readPayload(file, payload));
    isFound ||= type === 'table' && rootPage === 0;
  });
  return isFound;
}

/** Connects the module: a tokenizer that this build lacks shows only then. */
function checkVirtualTable(database: Database, name: string): void {
  try {
    database.all(`SELECT * FROM main.${quoteName(name)} LIMIT 0`);
  } catch (thrown) {
    if (isShortOfMemory(thrown)) throw refusals.noMemory();
    if (isSqliteError(thrown)) throw refusals.unusableTable(name, thrown.message);
    throw thrown;
  }
}

/** After a crash closing crashes, too; what happened first is what is told. */
export function closeQuietly(database: Database): void {
  try {
    database.close();
  } catch {
    // The worker is thrown away.
  }
}
