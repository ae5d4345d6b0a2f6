// A sentence on keywords that do not do what one would think, or that few know.
import { isKeyword, type Token, tokenText } from '../../token.ts';

const notes: Record<string, string> = {
  ANALYZE: 'Gathers statistics of the indexes; the planner guesses without them.',
  AUTOINCREMENT:
    'Never gives a rowid a second time, at the cost of a table of counters. INTEGER PRIMARY KEY counts up without it.',
  CROSS: 'CROSS JOIN also keeps the planner from changing the order of the two tables.',
  GLOB: 'Compares with the wildcards * and ?; case matters, so an ordinary index can serve a fixed beginning.',
  INDEXED:
    'INDEXED BY is no hint: the statement fails to compile when the planner cannot use the index. NOT INDEXED forbids all of them.',
  LIKE: 'Takes ASCII letters as equal in either case; an index serves a fixed beginning only when it is COLLATE NOCASE.',
  MATERIALIZED:
    'The common table is computed once and kept; NOT MATERIALIZED takes it as a subquery in each place.',
  NATURAL: 'Joins by all columns that both tables have by the same name, those added later too.',
  RECURSIVE: 'Allows a common table to name itself; SQLite does not ask for the word.',
  REPLACE:
    'Deletes the row that stands in the way and inserts another: it gets a new rowid unless one is given, and foreign keys act as for a DELETE.',
  ROWID: 'The number by which a table stores its rows; an INTEGER PRIMARY KEY is the rowid itself.',
  STORED: 'The computed value is kept in the row; VIRTUAL computes it at each read.',
  STRICT: 'Values must have the declared types; without it SQLite stores any value in any column.',
  UNION: 'Removes equal rows, which takes a sort or a temporary index; UNION ALL keeps them.',
  WITHOUT:
    'WITHOUT ROWID stores the rows in the primary key itself; each index then holds that key instead of a rowid.',
};

/** Null for keywords that need no explanation. UNION ALL is none of UNION. */
export function keywordNote(sql: string, token: Token, next: Token | undefined): string | null {
  const word = tokenText(sql, token).toUpperCase();
  if (word === 'UNION' && isKeyword(sql, next, 'ALL')) return null;
  if (word === 'CROSS' && !isKeyword(sql, next, 'JOIN')) return null;
  return Object.hasOwn(notes, word) ? (notes[word] ?? null) : null;
}
