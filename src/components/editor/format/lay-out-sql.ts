// The layout tool, in a chunk of its own: fetched when somebody formats for the first time.
// Keeps away from judging its result: formatSql lets it count only if nothing but white space changed.
import { formatDialect, sqlite } from 'sql-formatter';

/** Lays out statements that are no triggers; throws an Error that names the line and the column. */
export function layOutSql(sql: string): string {
  return formatDialect(sql, { dialect: sqlite, tabWidth: 2, expressionWidth: 60 });
}
