// The named parameters of a statement, and of the query that it is.
import type { Query } from '../../model/playground.ts';
import { readToken, type Token } from '../token.ts';

/** Names with their prefix (`:name`, `@name`, `$name`), each once, in order of appearance. */
export function parameterNames(sql: string): string[] {
  const names = new Set<string>();
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  for (let at = 0; readToken(sql, at, token); at = token.end) {
    if (token.kind === 'variable' && ':@$'.includes(sql.charAt(token.start))) {
      names.add(sql.slice(token.start, token.end));
    }
  }
  return [...names];
}

/** True when the statement has parameters of any form, `?` and `?1` among them. */
export function hasParameters(sql: string): boolean {
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  for (let at = 0; readToken(sql, at, token); at = token.end) {
    if (token.kind === 'variable') return true;
  }
  return false;
}

/** The query with exactly the parameters that its text names; known ones keep their generator. */
export function withParameters(query: Query): Query {
  const known = new Map(query.parameters.map((parameter) => [parameter.name, parameter]));
  const parameters = parameterNames(query.sql).map(
    (name) => known.get(name) ?? { name, generator: { kind: 'constant' as const, value: 1 } },
  );
  return { ...query, parameters };
}
