// Virtual tables and the modules behind them: which build of SQLite can open a file.
// FTS3 and FTS4 are in sql.js alone, FTS5 and R-Tree in the official build alone.
import { formatList } from '../../../../lib/format/format-list.ts';
import { nameOf } from '../../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens } from '../../../sql/token.ts';
import type { Database, Driver } from '../../../sqlite/driver.ts';
import { refusals } from '../../refusals.ts';

export interface VirtualTable {
  name: string;
  /** In lower case: 'fts5'. */
  module: string;
}

/** The module of a CREATE VIRTUAL TABLE statement, in lower case; null for other statements. */
export function moduleOf(sql: string): string | null {
  // CREATE VIRTUAL TABLE [IF NOT EXISTS] [schema.]name USING module; more tokens are not needed.
  const tokens = meaningfulTokens(sql.slice(0, 4000)).slice(0, 12);
  if (!isKeyword(sql, tokens[1], 'VIRTUAL')) return null;
  const using = tokens.findIndex((token, at) => at > 3 && isKeyword(sql, token, 'USING'));
  const module = tokens[using + 1];
  return using < 0 || !module ? null : nameOf(sql, module).toLowerCase();
}

/** The modules that this build has. */
export function modulesIn(database: Database): Set<string> {
  return new Set(
    database.all('SELECT name FROM pragma_module_list').map(([name]) => String(name).toLowerCase()),
  );
}

/** The builds that may open a file; the official one is loaded when it is needed. */
export interface Drivers {
  sqljs: Driver;
  official(): Promise<Driver>;
}

/** The names of the modules that `has` lacks, each once. */
export function lackedModules(tables: readonly VirtualTable[], has: Set<string>): string[] {
  return [...new Set(tables.map(({ module }) => module).filter((module) => !has.has(module)))];
}

/**
 * The official build, when it has all that the tables need. Throws a refusal that names the tables
 * whose modules no build has, or the modules that no build has together.
 */
export async function officialFor(
  tables: readonly VirtualTable[],
  sqljsHas: Set<string>,
  { official }: Drivers,
): Promise<Driver> {
  const driver = await official();
  const empty = driver.open();
  let officialHas: Set<string>;
  try {
    officialHas = modulesIn(empty);
  } finally {
    empty.close();
  }
  const foreign = tables.filter(({ module }) => !sqljsHas.has(module) && !officialHas.has(module));
  if (foreign.length > 0) throw refusals.missingModules(foreign);
  const lacked = lackedModules(tables, officialHas);
  if (lacked.length > 0) {
    throw refusals.tooFewModules(formatList(lackedModules(tables, sqljsHas)), formatList(lacked));
  }
  return driver;
}
