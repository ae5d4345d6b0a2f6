// Why a text holds no query to look at, said where it was pasted.
import { sortPastedSql } from '../../../engine/sql/statements/sort-pasted-sql.ts';

/** A sentence; null when there is a query, and where indexes or tables are what the text adds. */
export function slowQueryProblem(text: string): string | null {
  const { queries, schemaStatements, indexes, refused } = sortPastedSql(text);
  if (queries.length + schemaStatements.length + indexes.length > 0) return null;
  const [first] = refused;
  return first
    ? `There is no query in this text. ${first.reason}`
    : 'There is no SQL statement in this text.';
}
