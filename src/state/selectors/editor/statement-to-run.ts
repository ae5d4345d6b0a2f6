// Which part of a text Run query would run, for the editor to show.
import { splitStatements } from '../../../engine/sql/statements/split-statements.ts';
import { statementAt } from '../../../engine/sql/statements/statement-at.ts';

/**
 * The statement at the caret (UTF-16 offsets). Null where nothing needs to be shown: with a
 * selection, which is what runs then, and when there is one statement only.
 */
export function statementToRun(
  sql: string,
  selection: { start: number; end: number },
): { start: number; end: number } | null {
  if (sql.slice(selection.start, selection.end).trim() !== '') return null;
  if (splitStatements(sql).length < 2) return null;
  const found = statementAt(sql, selection.start);
  return found && { start: found.start, end: found.end };
}
