// Rows that SQLite took and the schema's own rules left out without a word: RAISE(IGNORE), ON CONFLICT.
// Rows that were refused with an error stand in rejected-row.ts.
import { formatCount } from '../../../lib/format/format-count.ts';
import type { Schema, Table } from '../../model/database/schema.ts';
import { quoteName } from '../../sql/quote-name.ts';
import { askNumber } from '../../sqlite/ask-number.ts';
import type { Database } from '../../sqlite/driver.ts';
import type { ExistingRows } from '../plan/existing-rows.ts';
import type { TablePlan } from '../plan/plan-table.ts';

/** True when the schema has rules that may leave rows of the table out, or remove them. */
export function canLoseRows(table: Table, { triggers }: Schema): boolean {
  return triggers.length > 0 || hasConflictClause(table);
}

/** True when a constraint of the table says what else is to happen than an error. */
export function hasConflictClause(table: Table): boolean {
  return /\bon\s+conflict\b/i.test(table.sql);
}

/**
 * A sentence for each table that has fewer rows than were made for it. `existing` must have counted
 * the tables before they were filled.
 */
export function lostRows(
  database: Database,
  schema: Schema,
  existing: ExistingRows,
  plans: readonly TablePlan[],
): string[] {
  return plans
    .filter(({ table }) => canLoseRows(table, schema))
    .flatMap(({ table, rows }) => {
      const counted = askNumber(database, `SELECT count(*) FROM main.${quoteName(table.name)}`);
      const there = Math.max(0, counted - (existing.count(table.name) ?? 0));
      if (there >= rows) return [];
      return `${rowsText(rows, 'was', 'were')} generated for ${table.name}, ${there === 0 ? 'none is' : there === 1 ? 'one is' : `${formatCount(there)} are`} in it: ${ruleOf(table, schema)} left the others out.`;
    });
}

function rowsText(count: number, one: string, many: string): string {
  return count === 1 ? `1 row ${one}` : `${formatCount(count)} rows ${many}`;
}

function ruleOf(table: Table, { triggers }: Schema): string {
  if (!hasConflictClause(table)) return 'a trigger';
  return triggers.length > 0 ? 'a trigger or an ON CONFLICT clause' : 'an ON CONFLICT clause';
}
