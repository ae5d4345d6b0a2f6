// Rows that each loop of a plan comes to, counted: "EXPLAIN ANALYZE" for a SQLite that has none.
// A copy of the statement calls a function for each row of a loop; the copy is only executed where
// SQLite does the same work for it as for the statement itself. Takes no times.

import { foldName } from '../../../lib/sql-name.ts';
import type { Schema } from '../../model/database/schema.ts';
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { PlanRow } from '../../model/plan/plan.ts';
import type { Milliseconds } from '../../model/units.ts';
import { planNames } from '../../plan/plan-names.ts';
import type { ScopeSource } from '../../sql/scopes/query-scope.ts';
import { readScopes } from '../../sql/scopes/read-scopes.ts';
import type { Binding, Database } from '../../sqlite/driver.ts';
import { isSqliteError } from '../../sqlite/is-sqlite-error.ts';
import { explainStatement } from '../explain-statement.ts';
import { toLoopCounts } from './loop-counts.ts';
import { loopSources } from './loop-sources.ts';
import { type PlanLoop, planLoops } from './plan-loops.ts';
import { executeTaps } from './taps/execute-taps.ts';
import { type Compiled, placeTaps, type Wish } from './taps/place-taps.ts';
import { type TapSite, tapSites } from './taps/tap-sites.ts';
import { tapPrefix } from './taps/tapped-program.ts';
import { writtenOut } from './taps/written-out.ts';

export interface LoopCounting {
  database: Database;
  schema: Schema;
  sql: string;
  binding: Binding;
  clock: () => Milliseconds;
  /** For the execution. */
  limitMs: Milliseconds;
}

export interface CountedLoops {
  rows: PlanRow[];
  /** One for each loop of the plan, and for each MULTI-INDEX OR. */
  loops: LoopCount[];
  /** Null when nothing was executed. */
  resultRows: number | null;
}

/** Time for compiling copies; each takes as long as planning the statement. */
const maxPlacingMs = 3000;

/** More sources than this are not counted. */
const maxTaps = 64;

/**
 * Counts in the database as it is: the caller enters the setup and rolls back what the statement
 * writes. Throws SQLite's error when the statement fails, and OverLimit.
 */
export function countLoopRows(counting: LoopCounting): CountedLoops {
  const { database, schema, sql, binding, clock, limitMs } = counting;
  const original = explainStatement(database, sql, binding, []);
  const compile = (copy: string): Compiled | null => {
    try {
      return explainStatement(database, copy, binding, []);
    } catch (thrown) {
      if (isSqliteError(thrown)) return null;
      throw thrown;
    }
  };
  const text = writtenOut({ sql, scopes: readScopes(sql), compiled: original }, schema, compile);
  const { scopes, compiled } = text;
  const { rows } = compiled;
  const names = planNames(text.sql, schema, []);
  const loops = planLoops(rows, names);
  const planned = { sql: text.sql, scopes, rows, loops, names };
  const sources = loopSources(planned, (copy) => compile(copy)?.rows ?? []);
  const wishes = wishesOf(loops, sources, tapSites(scopes, schema), readRootPages(database));
  const functions = wishes.map((_, index) => `${tapPrefix}${index}`);
  try {
    for (const name of functions) database.createFunction(name, () => 1);
    const end = clock() + Math.min(limitMs, maxPlacingMs);
    const hasTime = () => clock() < end;
    const placed = placeTaps({ ...text, compile, hasTime }, wishes);
    const counts = placed.taps.length > 0 ? executeTaps(counting, placed) : null;
    return {
      rows: original.rows,
      loops: toLoopCounts(loops, sources, placed, counts?.visited ?? new Map(), compiled),
      resultRows: counts?.resultRows ?? null,
    };
  } finally {
    // A statement that calls one must fail as it did before.
    for (const name of functions) database.removeFunction(name);
  }
}

/** What to count, with an outer loop of the same scope for each that has one. */
function wishesOf(
  loops: readonly PlanLoop[],
  sources: ReadonlyMap<number, ScopeSource | null>,
  sites: readonly TapSite[],
  rootPages: ReadonlyMap<string, ReadonlySet<number>>,
): Wish[] {
  const wishes: Wish[] = [];
  const outermost = new Map<number, TapSite>();
  for (const { row, orRow } of loops) {
    const source = sources.get(row);
    const site = sites.find((each) => each.source === source);
    if (!site || wishes.length >= maxTaps) continue;
    if (wishes.some((wish) => wish.site === site)) continue;
    const companion = outermost.get(site.scope) ?? null;
    if (!companion) outermost.set(site.scope, site);
    const pages = site.table === null ? null : (rootPages.get(foldName(site.table)) ?? null);
    wishes.push({ site, companion, isOrLoop: orRow !== null, rootPages: pages });
  }
  return wishes;
}

/** Root pages of each table and its indexes, by its name in lower case. Virtual tables have none. */
function readRootPages(database: Database): Map<string, Set<number>> {
  const pages = new Map<string, Set<number>>();
  const rows = database.all('SELECT tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0');
  for (const [table, page] of rows) {
    const name = foldName(String(table));
    pages.set(name, (pages.get(name) ?? new Set()).add(Number(page)));
  }
  return pages;
}
