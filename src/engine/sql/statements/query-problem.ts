// What can be said against a query's text before SQLite sees it.
import type { EngineError } from '../../model/errors.ts';
import { splitStatements } from './split-statements.ts';
import { statementRefusal } from './statement-refusal.ts';

/** Why this cannot be planned or measured as one query; null when it is one statement. */
export function queryProblem(query: { name: string; sql: string }): EngineError | null {
  const place = { source: 'query' as const, name: query.name };
  const [statement, second] = splitStatements(query.sql);
  if (!statement) {
    return {
      code: 'sql-invalid',
      message: `The query "${query.name}" has no SQL yet.`,
      hint: 'Write one statement, for example a SELECT.',
      place,
    };
  }
  if (second) {
    return {
      code: 'sql-invalid',
      message: `The query "${query.name}" has more than one statement.`,
      hint: 'Keep one statement here and make a query of its own for each of the others.',
      place: { ...place, offset: second.start, length: second.end - second.start },
    };
  }
  const refusal = statementRefusal(statement.sql);
  if (!refusal) return null;
  return {
    ...refusal,
    place: { ...place, offset: statement.start, length: statement.end - statement.start },
  };
}
