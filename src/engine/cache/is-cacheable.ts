// Which statements may be answered from the result cache: reads whose answer only the data decides.
// Asks SQLite's own bytecode which functions a statement calls, so views are seen through.
import { explainRows } from '../explain/explain-rows.ts';
import type { SqlValue } from '../model/values.ts';
import {
  asksForPresent,
  isDateFunction,
  isUnstableFunction,
} from '../sql/statements/deterministic-text.ts';
import { statementKind } from '../sql/statements/statement-kind.ts';
import type { Binding, Database } from '../sqlite/driver.ts';

/** 'unless-now': as long as no parameter asks a date function for the present. */
export type Cacheability = 'always' | 'unless-now' | 'never';

/** True when the result of this call may be kept. Compiles the statement; throws SQLite's error. */
export function isCacheable(database: Database, sql: string, binding: Binding = []): boolean {
  return mayKeep(cacheabilityOf(database, sql), binding);
}

/** Whether a result with these values may be kept, for a statement of this kind. */
export function mayKeep(cacheability: Cacheability, binding: Binding): boolean {
  if (cacheability === 'unless-now') return !Object.values(binding).some(isNow);
  return cacheability === 'always';
}

/** What can be said of a statement whatever is bound to it. Throws SQLite's error. */
export function cacheabilityOf(database: Database, sql: string): Cacheability {
  if (statementKind(sql) !== 'select') return 'never';
  const program = explainRows(database, 'EXPLAIN', sql);
  const called = program.filter(isFunctionCall).map(functionName);
  if (called.some(isUnstableFunction)) return 'never';
  if (!called.some(isDateFunction)) return 'always';
  // The bytecode shows constants, wherever they come from, but not the number of arguments.
  const constants = program.filter(([, opcode]) => opcode === 'String8').map((row) => row[5]);
  if (constants.some(isNow)) return 'never';
  return textsOf(database, sql).some(asksForPresent) ? 'never' : 'unless-now';
}

/** The statement and the views that it, or a view in it, mentions. */
function textsOf(database: Database, sql: string): string[] {
  const views = database
    .all("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")
    .map(([name, text]) => ({ name: String(name).toLowerCase(), text: String(text) }));
  const texts = new Set([sql]);
  // A Set also hands out what is added while it is walked: views in views.
  for (const text of texts) {
    const folded = text.toLowerCase();
    for (const view of views) if (folded.includes(view.name)) texts.add(view.text);
  }
  return [...texts];
}

// p4 of a call is "name(arguments)".
function isFunctionCall([, opcode]: SqlValue[]): boolean {
  return opcode === 'Function' || opcode === 'PureFunc';
}

function functionName(row: SqlValue[]): string {
  return String(row[5]).replace(/\(.*$/s, '').toLowerCase();
}

function isNow(value: SqlValue | undefined): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === 'now';
}
