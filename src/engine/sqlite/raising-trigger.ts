// Whose words an error of SQLite is in: a trigger's RAISE(ABORT, 'text') makes the text the message.
// Nothing else in the message tells it from SQLite's own.

import { isSameName } from '../../lib/sql-name.ts';
import { nameOf } from '../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, tokenText } from '../sql/token.ts';
import type { Database } from './driver.ts';
import { isSqliteError } from './is-sqlite-error.ts';

export interface RaisingTrigger {
  name: string;
  table: string;
}

const triggersSql = `
  SELECT name, tbl_name, sql FROM main.sqlite_schema WHERE type = 'trigger'
  UNION ALL SELECT name, tbl_name, sql FROM temp.sqlite_schema WHERE type = 'trigger'`;

/**
 * The first trigger that raises this very text; null when none does. A text that is put together
 * (RAISE takes any expression since SQLite 3.47) is not recognized.
 */
export function raisingTrigger(database: Database, message: string): RaisingTrigger | null {
  for (const [name, table, sql] of readTriggers(database)) {
    if (raisedTexts(String(sql)).includes(message)) {
      return { name: String(name), table: String(table) };
    }
  }
  return null;
}

/** None where the database cannot be read: its own error is told then. */
function readTriggers(database: Database) {
  try {
    return database.all(triggersSql);
  } catch (thrown) {
    if (isSqliteError(thrown)) return [];
    throw thrown;
  }
}

function raisedTexts(sql: string): string[] {
  const tokens = meaningfulTokens(sql);
  return tokens.flatMap((token, at) => {
    if (!isKeyword(sql, token, 'RAISE')) return [];
    const [open, action, comma, text, close] = tokens.slice(at + 1, at + 6);
    const isRaise =
      open?.kind === 'open' &&
      action !== undefined &&
      !isSameName(tokenText(sql, action), 'IGNORE') &&
      comma?.kind === 'comma' &&
      (text?.kind === 'string' || text?.kind === 'quoted') &&
      close?.kind === 'close';
    return isRaise && text ? [nameOf(sql, text)] : [];
  });
}
