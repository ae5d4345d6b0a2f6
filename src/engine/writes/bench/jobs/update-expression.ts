// Judges what an update is to set, before anything runs: one column, one expression over the row.
// A link supplies the expression: it is compiled as a part of a SELECT and only ever run on a copy.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { UpdateSetting } from '../../../model/writes/writes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { RowKey } from '../../../sql/tables/row-key.ts';
import { tokenize, tokenText } from '../../../sql/token.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { describeSqlError } from '../../../sqlite/sql-error.ts';

/** The setting with the column's name as declared. Throws an EngineFailure that names what is wrong. */
export function checkUpdate(
  database: Database,
  table: Table,
  key: RowKey | null,
  update: UpdateSetting | null,
): UpdateSetting {
  if (!update) throw refused('An update needs a column and its new value.', chooseColumn);
  const { expression } = update;
  const column = table.columns.find(({ name }) => isSameName(name, update.column));
  if (!column) throw refused(`${table.name} has no column "${update.column}".`, chooseColumn);
  if (column.isGenerated) {
    throw refused(`${column.name} is a generated column: SQLite computes it.`, chooseColumn);
  }
  if (key?.columns.some((name) => isSameName(name, column.name))) {
    const message = `${column.name} is what the rows of ${table.name} are found by, and cannot be what is updated.`;
    throw refused(message, chooseColumn);
  }
  const problem = expressionProblem(expression) ?? compileProblem(database, table, column.name);
  if (problem !== null) {
    throw refused(`The new value "${expression}" of ${column.name}: ${problem}`, writeExpression);
  }
  return { column: column.name, expression };

  function compileProblem(database: Database, table: Table, column: string): string | null {
    const name = `main.${quoteName(table.name)}`;
    try {
      // As an UPDATE too: in a SELECT an aggregate or a window function would be right.
      database.prepare(newValuesSql(table, expression)).free();
      database.prepare(`UPDATE ${name} SET ${quoteName(column)} = (\n${expression}\n)`).free();
      return null;
    } catch (thrown) {
      if (!isSqliteError(thrown)) throw thrown;
      return describeSqlError(thrown.message).message;
    }
  }
}

/** The new value of every row, named so that no order by a column means it; an order may follow. */
export function newValuesSql(table: Table, expression: string): string {
  // On lines of its own: an expression may end with a comment.
  return `SELECT (\n${expression}\n) AS ${newValueName} FROM main.${quoteName(table.name)}`;
}

export const newValueName = 'sqldyno_value';

const chooseColumn = 'Choose another column to update.';
const writeExpression = 'Write one expression over the row, such as price * 1.1 or upper(name).';

/** What keeps the text from being one expression within its parentheses, as a sentence; or null. */
function expressionProblem(expression: string): string | null {
  let depth = 0;
  let isEmpty = true;
  for (const token of tokenize(expression)) {
    const text = tokenText(expression, token);
    if (token.kind === 'space') continue;
    if (token.kind === 'comment') {
      if (text.startsWith('/*') && !text.endsWith('*/')) return 'A comment is never closed.';
      continue;
    }
    isEmpty = false;
    if (token.kind === 'illegal') return `SQLite cannot read ${text}.`;
    if (token.kind === 'semicolon') return 'It is more than one expression.';
    if (token.kind === 'variable') return `Nothing is bound to ${text}.`;
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth < 0) return 'A parenthesis is closed that was never opened.';
  }
  if (isEmpty) return 'It is empty.';
  return depth > 0 ? 'A parenthesis is never closed.' : null;
}

function refused(message: string, hint: string): EngineFailure {
  return new EngineFailure({ code: 'sql-invalid', message, hint });
}
