// What is said in place of a tree: why a statement that can be planned has no plan steps.
// Pure; goes by the statement's first word.
import { meaningfulTokens } from '../../../engine/sql/token.ts';

/** A sentence or two; never empty. */
export function noStepsSentence(sql: string): string {
  const first = meaningfulTokens(sql)[0];
  const word = first ? sql.slice(first.start, first.end).toUpperCase() : '';
  switch (word) {
    case '':
      return 'No statement: there is nothing to plan.';
    case 'INSERT':
    case 'REPLACE':
      return 'No plan steps: the row stands in the statement itself, so no table is read in a loop.';
    case 'DELETE':
      return 'No plan steps: without a WHERE clause the table is emptied as a whole, not row by row.';
    case 'PRAGMA':
      return 'No plan steps: a PRAGMA asks or tells SQLite itself and has no query plan.';
    case 'CREATE':
    case 'DROP':
    case 'ALTER':
    case 'REINDEX':
    case 'ANALYZE':
    case 'VACUUM':
      return `No plan steps: ${word} works on the schema or the whole database and has no query plan.`;
    case 'EXPLAIN':
      return 'No plan steps: EXPLAIN itself has no plan. Leave the word out: the plan of what follows it is shown here.';
    default:
      return 'No plan steps: SQLite runs this statement without reading a table in a loop.';
  }
}
