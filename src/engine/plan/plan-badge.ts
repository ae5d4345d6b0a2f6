// The plan in one word, from the texts of its rows (grammar of SQLite 3.54, wherecode.c).
// Names in those texts are never quoted, so a hostile alias can mislead it; nothing else may.
import type { PlanBadge, PlanRow } from '../model/plan/plan.ts';
import { foldName, isName, nameOf } from '../sql/quote-name.ts';
import { isKeyword, meaningfulTokens } from '../sql/token.ts';

/** What the rows alone cannot tell. */
export interface PlanContext {
  /** The statement: ties the aliases of common tables and subqueries to their names. */
  sql: string;
  /**
   * Whether a MIN/MAX row without terms (`SEARCH t`) stops at the first row. SQLite prints the
   * same text when it reads every row; only the bytecode tells. Unknown counts as reading all.
   */
  isMinMaxSeek?: boolean;
}

/**
 * The worst access of the plan. From worst to best:
 * automatic (reads a whole table and builds an index of it, on every run), scan, search, covering.
 *
 * `SCAN ... USING COVERING INDEX` is a scan: every entry is read, if from a smaller tree. Reading a
 * co-routine, a common table, VALUES or a constant row is no access to a table and does not count.
 * A virtual table counts as search: SQLite prints SCAN for it whatever its module does.
 */
export function planBadge(rows: readonly PlanRow[], context: PlanContext = { sql: '' }): PlanBadge {
  const transient = transientNames(rows, context.sql);
  let worst: PlanBadge = 'none';
  for (const { detail } of rows) {
    const badge = accessOf(detail, transient, context.isMinMaxSeek ?? false);
    if (order.indexOf(badge) < order.indexOf(worst)) worst = badge;
  }
  return worst;
}

const order: PlanBadge[] = ['automatic', 'scan', 'search', 'covering', 'none'];

function accessOf(detail: string, transient: Set<string>, isMinMaxSeek: boolean): PlanBadge {
  if (detail.startsWith('USING INDEX ')) return 'covering'; // ... FOR IN-OPERATOR
  if (detail.startsWith('USING ROWID SEARCH ')) return 'search';
  const isScan = detail.startsWith('SCAN ');
  if (!isScan && !detail.startsWith('SEARCH ')) return 'none';
  if (detail.includes(' VIRTUAL TABLE INDEX ')) return 'search';
  if (/ USING AUTOMATIC (PARTIAL )?COVERING INDEX/.test(detail)) return 'automatic';
  if (isScan) return isTransient(detail.slice(5), transient) ? 'none' : 'scan';
  if (detail.includes(' USING COVERING INDEX ')) return 'covering';
  if (detail.includes(' USING ')) return 'search';
  return isMinMaxSeek ? 'search' : 'scan';
}

/** A SEARCH row that names no index, no key and no term: the MIN/MAX plan over the table itself. */
export function isBareSearch(detail: string): boolean {
  return detail.startsWith('SEARCH ') && !/ (USING|VIRTUAL TABLE INDEX) /.test(detail);
}

const notTables =
  /^(CONSTANT ROW|\d+ CONSTANT ROWS?|\d+-ROW VALUES CLAUSE|\((subquery|join)-\d+\))/;

function isTransient(item: string, transient: Set<string>): boolean {
  if (notTables.test(item)) return true;
  const name = item.replace(/( EXISTS)?( USING .*)?( LEFT-JOIN)?$/, '');
  return transient.has(foldName(name));
}

// CO-ROUTINE and MATERIALIZE name the view or common table, SCAN the alias it has in the FROM.
function transientNames(rows: readonly PlanRow[], sql: string): Set<string> {
  const names = new Set<string>();
  for (const { detail } of rows) {
    const name = /^(?:CO-ROUTINE|MATERIALIZE) (.*)$/s.exec(detail)?.[1];
    if (name !== undefined) names.add(foldName(name));
  }
  if (names.size === 0) return names;
  const tokens = meaningfulTokens(sql);
  const aliases: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (!isName(token) || !names.has(foldName(nameOf(sql, token)))) continue;
    const hasAs = isKeyword(sql, tokens[index + 1], 'AS');
    const alias = tokens[index + (hasAs ? 2 : 1)];
    if (isName(alias)) aliases.push(foldName(nameOf(sql, alias)));
  }
  for (const alias of aliases) names.add(alias);
  return names;
}
