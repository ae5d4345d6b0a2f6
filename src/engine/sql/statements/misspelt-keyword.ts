// Guesses which keyword a misspelt word was meant to be, where SQLite stumbles over what follows.
// Knows the words of SQL, not its grammar: a guess is for a hint, never for a correction.
import { isReservedWord } from '../reserved-words.ts';
import { meaningfulTokens, tokenText } from '../token.ts';

export interface MisspeltKeyword {
  /** As it is written. */
  word: string;
  keyword: string;
}

/** Those that begin or join the clauses of a statement: the ones whose loss stops the parser. */
const keywords =
  `SELECT DISTINCT FROM WHERE GROUP BY HAVING ORDER LIMIT OFFSET JOIN INNER LEFT OUTER
  CROSS USING UNION INTERSECT EXCEPT INSERT INTO VALUES UPDATE SET DELETE RETURNING WITH RECURSIVE
  CREATE TABLE INDEX VIEW TRIGGER UNIQUE PRIMARY FOREIGN REFERENCES DEFAULT CHECK CONSTRAINT BETWEEN
  LIKE EXISTS CASE WHEN THEN ELSE AND`.split(/\s+/);

/**
 * The misspelt keyword at the faulty word, or else right before it: a misspelt word often passes as
 * an alias, and the one after it fails (`FROM t WHER id = 1`). Null when nothing is near enough.
 * @param offset UTF-16 offset of the token that SQLite names
 */
export function misspeltKeyword(sql: string, offset: number): MisspeltKeyword | null {
  const tokens = meaningfulTokens(sql);
  const at = tokens.findIndex(({ start, end }) => start <= offset && offset < end);
  for (const token of [tokens[at], tokens[at - 1]]) {
    if (token?.kind !== 'word') continue;
    const word = tokenText(sql, token);
    if (isReservedWord(word)) continue;
    const keyword = nearest(word.toUpperCase());
    if (keyword) return { word, keyword };
  }
  return null;
}

function nearest(word: string): string | null {
  let best: { keyword: string; distance: number } | null = null;
  for (const keyword of keywords) {
    const distance = editDistance(word, keyword);
    if (distance > allowed(word, keyword)) continue;
    if (best === null || distance < best.distance) best = { keyword, distance };
  }
  return best?.keyword ?? null;
}

// Of short words every name is near to one: there only swapped letters count (YB for BY).
function allowed(word: string, keyword: string): number {
  if (keyword.length >= 6) return 2;
  if (keyword.length >= 4) return 1;
  return [...word].sort().join('') === [...keyword].sort().join('') ? 1 : 0;
}

/**
 * Letters to insert, delete, replace or swap with their neighbour: the optimal string alignment
 * distance (Boytsov 2011, "Indexing methods for approximate dictionary searching").
 */
function editDistance(one: string, other: string): number {
  const infinite = one.length + other.length;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (rows[i - 1]?.[j] ?? infinite) + 1,
          (row[j - 1] ?? infinite) + 1,
          (rows[i - 1]?.[j - 1] ?? infinite) + (isSame ? 0 : 1),
          isSwap ? (rows[i - 2]?.[j - 2] ?? infinite) + 1 : infinite,
        ),
      );
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? infinite;
}
