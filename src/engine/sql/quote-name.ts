// Names of tables, columns and indexes: into SQL text and back out of it.
import { isReservedWord } from './reserved-words.ts';
import type { Token } from './token.ts';

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The name as it must be written in SQL: as it is where that is safe, else in double quotes. */
export function quoteName(name: string): string {
  if (plainName.test(name) && !isReservedWord(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}

/** The name that a token stands for. A string counts: SQLite takes 'name' where a name must be. */
export function nameOf(sql: string, token: Token): string {
  const text = sql.slice(token.start, token.end);
  if (token.kind !== 'quoted' && token.kind !== 'string') return text;
  const inner = text.slice(1, -1);
  const delimiter = text.charAt(0);
  return delimiter === '[' ? inner : inner.replaceAll(delimiter + delimiter, delimiter);
}

/** True when the token can be a name. */
export function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted' || token?.kind === 'string';
}
